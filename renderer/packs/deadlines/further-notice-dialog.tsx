import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { NoticeAsked } from '../../../shared/contract/notice-calls.ts';
import { faultOfDate } from '../../../shared/pack/deadlines/dates.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../fields/date-field.tsx';

type Further = Extract<NoticeAsked, { readonly notice: 'further' }>;
type Representation = Further['received'][number];
/** Rows can be taken out, so a place in the list is no name. */
type Row = Representation & { readonly key: number };

interface Props {
  /** When the first was due, YYYY-MM-DD; empty: not known. */
  readonly due: string;
  readonly onWrite: (asked: Further) => void;
  readonly onClose: () => void;
}

/** What the further notice has to say besides: when the first was given, and what was said against it. */
export function FurtherNoticeDialog({ due, onWrite, onClose }: Props) {
  const [firstNotice, setFirstNotice] = useState(due);
  const [received, setReceived] = useState<readonly Row[]>([]);
  const put = (key: number, part: Partial<Representation>) =>
    setReceived(received.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const add = () =>
    setReceived([...received, { key: (received.at(-1)?.key ?? 0) + 1, from: '', what: '', response: '' }]);
  const write = () =>
    onWrite({
      notice: 'further',
      firstNotice,
      received: received.map(({ from, what, response }) => ({ from, what, response })),
    });
  const isDated = faultOfDate(firstNotice) === null;
  return (
    <Dialog
      title="Further notice of the private meeting"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!isDated} onPress={write}>
            Write the notice
          </Button>
        </>
      }
    >
      <DateField label="First notice" value={firstNotice} onChange={setFirstNotice} />
      {received.length === 0 ? (
        <p className="quiet">Without any, the notice says that no representations were received.</p>
      ) : null}
      {received.map((each, at) => (
        <fieldset key={each.key} className="representation">
          <legend>Representation {at + 1}</legend>
          <CommitField label="From" value={each.from} onChange={(from) => put(each.key, { from })} />
          <CommitField
            label="What was said"
            value={each.what}
            lines="many"
            onChange={(what) => put(each.key, { what })}
          />
          <CommitField
            label="Response"
            value={each.response}
            lines="many"
            onChange={(response) => put(each.key, { response })}
          />
          <IconButton
            label={`Remove representation ${at + 1}`}
            onPress={() => setReceived(received.filter(({ key }) => key !== each.key))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </fieldset>
      ))}
      <div>
        <Button look="outlined" onPress={add}>
          <Plus size={14} aria-hidden /> Add a representation
        </Button>
      </div>
    </Dialog>
  );
}
