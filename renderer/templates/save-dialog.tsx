import './templates.css';
import { useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { toErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from '../writing/desk.ts';
import type { Content } from './preview.tsx';

/** The open document as a template that others in the library begin from. */
export default function SaveDialog({ onClose }: { onClose: () => void }) {
  const { client } = useServices();
  const { document, title, flush } = useDesk();
  const [name, setName] = useState(document.settings.template ?? title.slice(0, 80));
  const [department, setDepartment] = useState('');
  const [description, setDescription] = useState('');
  const [content, setContent] = useState<Content>('cleared');
  const [lockHeadings, setLockHeadings] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await flush();
      const { template, pictures } = await client.call('templates.saveFrom', {
        documentId: document.id,
        name,
        department,
        description,
        content,
        lockHeadings,
      });
      onClose();
      notify({
        tone: 'done',
        title: `“${template.name}” is among the templates`,
        body:
          pictures === 0
            ? `Its file ${template.file ?? ''} is in the folder “templates” of the library, from which it can be passed on.`
            : `Left out: ${pictures === 1 ? 'one picture' : `${pictures} pictures`}, which a template cannot hold.`,
      });
    } catch (thrown) {
      const { what, why, next } = explain(toErrorData(thrown));
      setProblem(`${what} ${why} ${next}`);
      setBusy(false);
    }
  };

  return (
    <Dialog
      title="Save as template"
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={busy || name.trim() === ''} onPress={() => void save()}>
            Save template
          </Button>
        </>
      }
    >
      <TextField className="field" value={name} onChange={setName} maxLength={80} autoFocus>
        <Label>Name</Label>
        <Input className="input" />
      </TextField>
      <TextField className="field" value={department} onChange={setDepartment} maxLength={80}>
        <Label>Department</Label>
        <Input className="input" />
      </TextField>
      <TextField className="field" value={description} onChange={setDescription} maxLength={300}>
        <Label>What it is for</Label>
        <TextArea className="input" rows={2} />
      </TextField>
      <div className="template-choices">
        <Segmented
          label="Words"
          look="bare"
          value={content}
          options={{ cleared: 'Headings and guidance only', kept: 'All words' }}
          onChange={setContent}
        />
        <Segmented
          label="Headings"
          look="bare"
          value={lockHeadings ? 'locked' : 'free'}
          options={{ locked: 'Lock headings', free: 'Leave them free' }}
          onChange={(value) => setLockHeadings(value === 'locked')}
        />
      </div>
      {problem ? (
        <p role="alert" className="problem">
          {problem}
        </p>
      ) : (
        <p className="quiet">
          Comments never go into a template. A locked heading keeps its words in every document begun from it.
        </p>
      )}
    </Dialog>
  );
}
