import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CommitField } from './commit-field.tsx';

type Own = Readonly<Record<string, string>>;

interface Props {
  readonly own: Own;
  readonly onChange: (own: Record<string, string>) => void;
}

/** As the library takes them. */
const LONGEST_NAME = 100;
const LONGEST_VALUE = 2000;

/** Fields of the department's or the user's own: added, renamed, emptied, taken away. */
export function OwnFields({ own, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const rename = (name: string, next: string) =>
    onChange(
      Object.fromEntries(Object.entries(own).map(([key, value]) => [key === name ? next : key, value])),
    );
  return (
    <section className="own-fields" aria-label="Own fields">
      {Object.entries(own).map(([name, value]) =>
        renaming === name ? (
          <NameForm
            key={name}
            initial={name}
            action="Rename"
            taken={Object.keys(own).filter((key) => key !== name)}
            onName={(next) => {
              setRenaming(null);
              if (next !== null && next !== name) rename(name, next);
            }}
          />
        ) : (
          <CommitField
            key={name}
            label={name}
            lines="grow"
            value={value}
            onChange={(text) => onChange({ ...own, [name]: text.slice(0, LONGEST_VALUE) })}
          >
            <Button look="link" aria-label={`Rename the field ${name}`} onPress={() => setRenaming(name)}>
              Rename
            </Button>
            <IconButton
              label={`Remove the field ${name}`}
              onPress={() =>
                onChange(Object.fromEntries(Object.entries(own).filter(([key]) => key !== name)))
              }
            >
              <X size={14} aria-hidden />
            </IconButton>
          </CommitField>
        ),
      )}
      {adding ? (
        <NameForm
          initial=""
          action="Add"
          taken={Object.keys(own)}
          onName={(name) => {
            setAdding(false);
            if (name !== null) onChange({ ...own, [name]: '' });
          }}
        />
      ) : (
        <Button className="add-field" onPress={() => setAdding(true)}>
          <Plus size={14} aria-hidden /> Add a field of your own
        </Button>
      )}
    </section>
  );
}

interface NameFormProps {
  readonly initial: string;
  readonly action: string;
  readonly taken: readonly string[];
  /** null: given up. */
  readonly onName: (name: string | null) => void;
}

function NameForm({ initial, action, taken, onName }: NameFormProps) {
  const [name, setName] = useState(initial);
  const trimmed = name.trim();
  const problem = taken.includes(trimmed) ? 'There is a field of that name.' : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== '' && problem === null) onName(trimmed);
  };
  return (
    <form className="own-name" onSubmit={save}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for to be typed into.
        autoFocus
        className="input"
        aria-label="Name of the field"
        placeholder="For example Registry number"
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onName(null);
        }}
      />
      <Button type="submit" look="outlined" isDisabled={trimmed === '' || problem !== null}>
        {action}
      </Button>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
