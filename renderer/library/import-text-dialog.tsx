import { useState } from 'react';
import { Label, TextArea, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { toErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Props {
  /** @param as undefined: Despatch tells the kind. */
  onImport(text: string, as?: DocumentKind): Promise<void>;
  onClose(): void;
}

type Choice = 'detect' | DocumentKind;

/** The text and the choice stay until the import has succeeded. */
export function ImportTextDialog({ onImport, onClose }: Props) {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<Choice>('detect');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onImport(text, choice === 'detect' ? undefined : choice);
    } catch (thrown) {
      const { what, why, next } = explain(toErrorData(thrown));
      setProblem(`${what} ${why} ${next}`);
      setBusy(false);
    }
  };

  return (
    <Dialog
      title="Import pasted text"
      width={760}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={busy || text.trim() === ''} onPress={() => void start()}>
            {busy ? 'Importing' : 'Import'}
          </Button>
        </>
      }
    >
      <TextField className="field" value={text} onChange={setText} autoFocus>
        <Label>Text of the brief or report</Label>
        <TextArea className="input paste-area" placeholder="Paste with Ctrl+V. Markdown is understood." />
      </TextField>
      <div className="field">
        <span id="import-kind">It is</span>
        <ToggleButtonGroup
          aria-labelledby="import-kind"
          className="segments import-kind"
          disallowEmptySelection
          selectionMode="single"
          selectedKeys={[choice]}
          onSelectionChange={(keys) => setChoice([...keys][0] as Choice)}
        >
          <ToggleButton id="detect" className="segment">
            For Despatch to tell
          </ToggleButton>
          <ToggleButton id="briefing" className="segment">
            A ministerial brief
          </ToggleButton>
          <ToggleButton id="report" className="segment">
            A committee report
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      {problem ? (
        <p role="alert" className="problem">
          {problem}
        </p>
      ) : (
        <p className="quiet">
          No word is lost or moved. What had to be mended or guessed is listed for you beside the document.
        </p>
      )}
    </Dialog>
  );
}
