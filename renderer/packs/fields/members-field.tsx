import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { Member, PackKind } from '../../../shared/pack/meeting.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { focusShown } from '../../ui/focus-shown.ts';

interface Props {
  /** A minister's meeting has attendees, with where they come from. */
  readonly kind: PackKind;
  readonly members: readonly Member[];
  readonly onChange: (members: Member[], typing?: 'typing') => void;
}

const words = {
  committee: { one: 'member', first: 'Chair', group: 'Group' },
  ministerial: { one: 'attendee', first: 'Minister', group: 'Organisation' },
} as const;

/** Who belongs to the body, one a row: name, role, group. Enter in the last row begins the next; lines that are pasted become rows. */
export function MembersField({ kind, members, onChange }: Props) {
  const { one, first, group } = words[kind];
  const rows = useRef<HTMLDivElement>(null);
  const focusName = (at: number) =>
    focusShown(() => rows.current?.querySelectorAll<HTMLInputElement>('[data-name]')[at]);
  const put = (at: number, change: Partial<Member>) =>
    onChange(
      members.map((member, index) => (index === at ? { ...member, ...change } : member)),
      'typing',
    );
  const add = () => {
    onChange([...members, { name: '', role: '', party: '' }]);
    focusName(members.length);
  };
  const paste = (at: number, text: string): boolean => {
    const pasted = text
      .split(/\r?\n/)
      .map((row) => row.trim())
      .filter((row) => row !== '')
      .map(memberOf);
    if (pasted.length < 2) return false;
    const kept = members.filter((member, index) => index !== at || member.name !== '');
    onChange([...kept.slice(0, at), ...pasted, ...kept.slice(at)]);
    return true;
  };
  return (
    <div className="members" ref={rows}>
      {members.length === 0 ? null : (
        <div className="member-row heads" aria-hidden>
          <span>Name</span>
          <span>Role</span>
          <span>{group}</span>
        </div>
      )}
      {members.map((member, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names are written in it.
        <div className="member-row" key={at}>
          <input
            className="input"
            data-name
            aria-label={`Name of ${one} ${at + 1}`}
            value={member.name}
            onChange={(event) => put(at, { name: event.target.value })}
            onPaste={(event) => {
              if (paste(at, event.clipboardData.getData('text/plain'))) event.preventDefault();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (at === members.length - 1) add();
              else focusName(at + 1);
            }}
          />
          <input
            className="input"
            aria-label={`Role of ${one} ${at + 1}`}
            value={member.role}
            placeholder={at === 0 ? first : ''}
            onChange={(event) => put(at, { role: event.target.value })}
          />
          <input
            className="input"
            aria-label={`${group} of ${one} ${at + 1}`}
            value={member.party}
            onChange={(event) => put(at, { party: event.target.value })}
          />
          <IconButton
            label={`Remove ${member.name === '' ? `${one} ${at + 1}` : member.name}`}
            onPress={() => onChange(members.filter((_, index) => index !== at))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button onPress={add}>
        <Plus size={14} aria-hidden /> Add {one}
      </Button>
    </div>
  );
}

/** "Cllr Jane Hart (Chair), Labour", "Cllr Jane Hart\tChair\tLabour" */
function memberOf(row: string): Member {
  const [name = '', role = '', party = ''] = row.includes('\t')
    ? row.split('\t').map((cell) => cell.trim())
    : (/^([^(,]+)(?:\(([^)]*)\))?(?:,\s*(.*))?$/.exec(row)?.slice(1) ?? [row]).map((part) => part?.trim());
  return { name, role, party };
}
