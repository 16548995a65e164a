import './document-settings.css';
import { type FormEvent, useId, useState } from 'react';
import { Input, Label, NumberField, TextField } from 'react-aria-components';
import type { Marking } from '../../shared/document/schema.ts';
import type { DocumentSettings } from '../../shared/document/settings-schema.ts';
import { canonical } from '../saving/canonical.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from './desk.ts';

const numberingNames = { continuous: '1, 2, 3 throughout', sectional: '1.1, 1.2 under each heading' };
const limitNames = { words: 'Words', pages: 'Pages', minutes: 'Minutes of speaking' } as const;
const NO_MARKING = 'none';
const markingNames = {
  OFFICIAL: 'OFFICIAL',
  'OFFICIAL-SENSITIVE': 'OFFICIAL-SENSITIVE',
  [NO_MARKING]: 'No marking',
} satisfies Record<Marking['classification'] | typeof NO_MARKING, string>;

/** What is true of the document as a whole; one step that its notice takes back. */
export default function DocumentSettingsDialog({ onClose }: { onClose: () => void }) {
  const { document, setSettings, setMarking } = useDesk();
  const [settings, change] = useState<DocumentSettings>(document.settings);
  const [marking, mark] = useState<Marking | null>(document.marking);
  const form = useId();
  const limit = (name: keyof typeof limitNames) => (value: number) =>
    change({ ...settings, limits: { ...settings.limits, [name]: Number.isNaN(value) ? null : value } });

  const save = (event: FormEvent) => {
    event.preventDefault();
    const before = { settings: document.settings, marking: document.marking };
    const trimmed = marking && {
      ...marking,
      descriptor: marking.descriptor.trim(),
      handling: marking.handling.trim(),
    };
    onClose();
    if (canonical(before) === canonical({ settings, marking: trimmed })) return;
    setSettings(settings);
    setMarking(trimmed);
    notify({
      tone: 'done',
      title: 'The document’s settings were changed',
      actions: [
        {
          label: 'Undo',
          run: () => {
            setSettings(before.settings);
            setMarking(before.marking);
          },
        },
      ],
    });
  };

  return (
    <Dialog
      title="Document settings"
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form}>
            Change settings
          </Button>
        </>
      }
    >
      <form id={form} className="document-settings" onSubmit={save}>
        <fieldset>
          <legend>Marking</legend>
          <Segmented
            label="Classification"
            look="bare"
            value={marking?.classification ?? NO_MARKING}
            options={markingNames}
            onChange={(value) =>
              mark(
                value === NO_MARKING
                  ? null
                  : { descriptor: '', handling: '', ...marking, classification: value },
              )
            }
          />
          <TextField
            className="field"
            isDisabled={marking === null}
            value={marking?.descriptor ?? ''}
            onChange={(descriptor) => mark((now) => now && { ...now, descriptor })}
          >
            <Label>Descriptor</Label>
            <Input className="input" placeholder="For example COMMERCIAL" />
          </TextField>
          <TextField
            className="field"
            isDisabled={marking === null}
            value={marking?.handling ?? ''}
            onChange={(handling) => mark((now) => now && { ...now, handling })}
          >
            <Label>Handling instruction</Label>
            <Input className="input" placeholder="For example Not to be copied outside the department" />
          </TextField>
        </fieldset>
        {document.kind === 'briefing' ? null : (
          <fieldset>
            <legend>Numbers of paragraphs</legend>
            <Segmented
              label="Numbers of paragraphs"
              look="bare"
              value={settings.numbering}
              options={numberingNames}
              onChange={(numbering) => change({ ...settings, numbering })}
            />
          </fieldset>
        )}
        <fieldset>
          <legend>At most</legend>
          <div className="limits">
            {(['words', 'pages', 'minutes'] as const).map((name) => (
              <NumberField
                key={name}
                className="field"
                minValue={1}
                value={settings.limits[name] ?? Number.NaN}
                onChange={limit(name)}
              >
                <Label>{limitNames[name]}</Label>
                <Input className="input tabular" placeholder="No limit" />
              </NumberField>
            ))}
          </div>
          <p className="quiet">The status bar says when a limit is passed. Nothing is ever cut.</p>
        </fieldset>
      </form>
    </Dialog>
  );
}
