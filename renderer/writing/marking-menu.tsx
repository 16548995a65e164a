import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { classifications, type Marking } from '../../shared/document/schema.ts';
import { markingLine } from '../../shared/print/marking.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';

interface Props {
  readonly marking: Marking | null;
  readonly isDisabled: boolean;
  readonly onChange: (marking: Marking | null) => void;
}

/** The marking as a chip, and the way to choose another one. */
export function MarkingMenu({ marking, isDisabled, onChange }: Props) {
  const [editing, setEditing] = useState(false);
  const words = marking ? markingLine(marking) : 'No marking';
  return (
    <>
      <Menu
        label="Marking"
        trigger={
          <Button
            className={marking ? 'chip marking' : 'chip absent'}
            isDisabled={isDisabled}
            aria-label={`Marking: ${words}`}
          >
            <span className="marking-words">{words}</span>
            <ChevronDown size={12} aria-hidden />
          </Button>
        }
      >
        {classifications.map((classification) => (
          <MenuItem
            key={classification}
            label={classification}
            current={marking?.classification === classification}
            onAction={() => onChange({ descriptor: '', handling: '', ...marking, classification })}
          />
        ))}
        <MenuItem label="No marking" current={marking === null} onAction={() => onChange(null)} />
        <MenuSeparator />
        <MenuItem label="Descriptor and handling…" onAction={() => setEditing(true)} />
      </Menu>
      {editing ? (
        <MarkingDialog
          marking={marking ?? { classification: 'OFFICIAL-SENSITIVE', descriptor: '', handling: '' }}
          onClose={() => setEditing(false)}
          onSave={(next) => {
            onChange(next);
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly marking: Marking;
  readonly onSave: (marking: Marking) => void;
  readonly onClose: () => void;
}

function MarkingDialog({ marking, onSave, onClose }: DialogProps) {
  const [descriptor, setDescriptor] = useState(marking.descriptor);
  const [handling, setHandling] = useState(marking.handling);
  const save = () => onSave({ ...marking, descriptor: descriptor.trim(), handling: handling.trim() });
  return (
    <Dialog
      title={`${marking.classification}: descriptor and handling`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save}>
            Set marking
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField className="field" value={descriptor} onChange={setDescriptor} autoFocus>
          <Label>Descriptor</Label>
          <Input className="input" placeholder="For example COMMERCIAL" />
        </TextField>
        <TextField className="field" value={handling} onChange={setHandling}>
          <Label>Handling instruction</Label>
          <Input className="input" placeholder="For example Not to be copied outside the department" />
        </TextField>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          Set marking
        </button>
      </form>
      <p className="quiet">Both are printed after the classification at the top and bottom of every page.</p>
    </Dialog>
  );
}
