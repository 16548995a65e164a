import { type FormEvent, useId, useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useAdding } from './adding.ts';

const LONGEST_NAME = 120;

/** Text from the clipboard as a source with a name: an answer by chat, a passage of a page behind a login. */
export default function TextDialog({
  text,
  onClose,
}: {
  readonly text: string;
  readonly onClose: () => void;
}) {
  const { add } = useAdding();
  const form = useId();
  const [words, setWords] = useState(text);
  const [name, setName] = useState(() => nameFrom(text));
  const missing = words.trim() === '' || name.trim() === '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (missing) return;
    onClose();
    void add([{ name: `${fileName(name)}.txt`, bytes: new TextEncoder().encode(words) }]);
  };
  return (
    <Dialog
      title="Add text as a source"
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} isDisabled={missing}>
            Add source
          </Button>
        </>
      }
    >
      <form id={form} className="batch-text-form" onSubmit={save}>
        <TextField className="field" value={name} onChange={setName} maxLength={LONGEST_NAME} autoFocus>
          <Label>Name</Label>
          <Input
            className="input"
            placeholder="What it is, for example “Reply from the Met Office, 3 March”"
          />
        </TextField>
        <TextField className="field" value={words} onChange={setWords}>
          <Label>Text</Label>
          <TextArea className="input batch-text" placeholder="Paste with Ctrl+V" />
        </TextField>
      </form>
      <p className="quiet">Kept exactly as it stands here. Say in its details where it came from.</p>
    </Dialog>
  );
}

function nameFrom(text: string): string {
  const line =
    text
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each !== '') ?? '';
  if (line.length <= 80) return line;
  return `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}

/** No part of a path, whatever was typed. */
function fileName(name: string): string {
  return (
    name
      .trim()
      .replace(/[/\\:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+|[. …]+$/g, '') || 'Text'
  );
}
