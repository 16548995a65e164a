import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LayoutFields } from '../fields/layout-fields.tsx';
import { MembersField } from '../fields/members-field.tsx';
import { useAgendaDesk } from './desk.ts';

interface Props {
  readonly onClose: () => void;
}

const done = (onClose: () => void) => (
  <Button look="primary" onPress={onClose}>
    Done
  </Button>
);

/** Whoever is a member of this meeting; the committee's own list is another. */
export function MembersDialog({ onClose }: Props) {
  const { session } = useAgendaDesk();
  const { meeting, change } = session;
  return (
    <Dialog
      title={meeting.kind === 'ministerial' ? 'Attendees of this meeting' : 'Members of this meeting'}
      width={680}
      onClose={onClose}
      actions={done(onClose)}
    >
      <p className="quiet">
        Lines that are pasted become rows: a name, with the role in brackets and the{' '}
        {meeting.kind === 'ministerial' ? 'organisation' : 'group'} after a comma.
      </p>
      <MembersField
        kind={meeting.kind}
        members={meeting.members}
        onChange={(members, typing) =>
          void change((now) => ({ ...now, members }), {
            name: meeting.kind === 'ministerial' ? 'Change attendees' : 'Change members',
            ...(typing === undefined ? {} : { merge: 'members' }),
          })
        }
      />
    </Dialog>
  );
}

export function LayoutDialog({ onClose }: Props) {
  const { session } = useAgendaDesk();
  const { meeting, change } = session;
  return (
    <Dialog title="Layout of the pack" width={520} onClose={onClose} actions={done(onClose)}>
      <LayoutFields
        layout={meeting.layout}
        onChange={(layout) => void change((now) => ({ ...now, layout }), { name: 'Change layout' })}
      />
    </Dialog>
  );
}
