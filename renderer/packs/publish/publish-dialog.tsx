import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCommittee } from '../builder/use-committee.ts';
import { noticeView } from '../deadlines/notice.ts';
import { todayHere } from '../meetings/list-model.ts';
import { sizeWords } from '../words.ts';
import { audienceName, kindWords } from './packs-model.ts';
import { Warnings } from './warnings.tsx';

interface Props {
  readonly packs: readonly PackSummary[];
  readonly meeting: Meeting;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** The last look: publishing cannot be taken back. */
export function PublishDialog({ packs, meeting, onPublish, onClose }: Props) {
  const [first] = packs;
  const { committee } = useCommittee(meeting.committeeId);
  const notice = noticeView(meeting, committee, todayHere());
  const today = todayHere();
  const warnings = [
    ...(meeting.kind === 'committee' && notice.verdict === 'bad' ? [`${notice.title}. ${notice.text}`] : []),
    ...(meeting.kind === 'committee' && meeting.publicationDate !== '' && meeting.publicationDate !== today
      ? ['The date of publication on the front sheet is not today.']
      : []),
    ...packs.flatMap(({ outdated }) => outdated ?? []),
    ...packs.flatMap(({ proofLimits }) => proofLimits),
  ];
  const blocked = packs.some(({ outdated }) => outdated !== null);
  return (
    <Dialog
      title={`Publish the ${first ? kindWords(first).toLowerCase() : 'pack'}`}
      role="alertdialog"
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={blocked} onPress={onPublish}>
            Publish
          </Button>
        </>
      }
    >
      <ul className="publish-list">
        {packs.map((pack) => (
          <li key={pack.id}>
            <strong>{audienceName(pack)}</strong>
            <span>
              {pack.pages} {pack.pages === 1 ? 'page' : 'pages'}, {sizeWords(pack.bytes)}
              {pack.audience === 'public'
                ? pack.proved
                  ? pack.proofLimits.length === 0
                    ? '. Searched for exempt words: none found'
                    : '. Searched for exempt words: none found where it could be read'
                  : ''
                : ''}
            </span>
          </li>
        ))}
      </ul>
      <Warnings warnings={[...new Set(warnings)]} />
      <p>
        Exactly these bytes are kept with the time of publication, and can never be changed or removed. What
        changes afterwards goes out as a supplement.
      </p>
    </Dialog>
  );
}
