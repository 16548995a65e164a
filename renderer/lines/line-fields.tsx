import { Input, Label, TextField } from 'react-aria-components';
import { type LineKind, lineKindNames } from '../../shared/lines/line.ts';
import { Segmented } from '../ui/segmented.tsx';

export interface LineAbout {
  readonly title: string;
  readonly kind: LineKind;
  /** As typed: separated by commas. */
  readonly tags: string;
}

export function tagsFrom(typed: string): string[] {
  return typed
    .split(',')
    .map((tag) => tag.trim().slice(0, 60))
    .filter((tag) => tag !== '')
    .slice(0, 30);
}

interface Props {
  readonly about: LineAbout;
  readonly onChange: (about: LineAbout) => void;
  readonly autoFocus?: boolean;
}

/** What a line is called and found by. */
export function LineFields({ about, onChange, autoFocus = false }: Props) {
  return (
    <>
      <TextField
        className="field"
        value={about.title}
        onChange={(title) => onChange({ ...about, title })}
        maxLength={200}
        autoFocus={autoFocus}
      >
        <Label>Title</Label>
        <Input className="input" />
      </TextField>
      <Segmented
        label="Kind"
        look="bare"
        value={about.kind}
        options={lineKindNames}
        onChange={(kind) => onChange({ ...about, kind })}
      />
      <TextField
        className="field"
        value={about.tags}
        onChange={(tags) => onChange({ ...about, tags })}
        maxLength={600}
      >
        <Label>Tags, separated by commas</Label>
        <Input className="input" />
      </TextField>
    </>
  );
}
