import { FileClock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { shortDate } from '../../library/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { findPaper } from '../agenda/tree.ts';
import { useAgendaDesk } from './desk.ts';
import type { ChangedFiles } from './use-changed-files.ts';

interface Props {
  readonly changed: ChangedFiles;
  /** The paper that is asked about; all where it is left out. */
  readonly only?: string;
  /** What goes on once each is decided; null: nothing is waiting. */
  readonly next: (() => void) | null;
  readonly onClose: () => void;
}

/** Which of two files a paper is: nothing is taken, and nothing built of an old copy, unasked. */
export function ChangedFilesDialog({ changed, only, next, onClose }: Props) {
  const { session, reveal, showTab } = useAgendaDesk();
  const files = [...changed.open.values()].filter(({ paperId }) => only === undefined || paperId === only);
  const decided = files.length === 0;
  const onDecided = useRef(next ?? onClose);
  onDecided.current = next ?? onClose;
  useEffect(() => {
    if (decided) onDecided.current();
  }, [decided]);
  const show = (paperId: string) => {
    onClose();
    showTab('details');
    reveal(paperId);
  };
  return (
    <Dialog
      title={files.length === 1 ? 'A file has changed' : 'Files have changed'}
      role="alertdialog"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {next === null || files.length < 2 ? null : (
            <Button
              look="outlined"
              onPress={() => {
                for (const { paperId } of files) changed.keep(paperId);
              }}
            >
              Keep all the kept copies
            </Button>
          )}
        </>
      }
    >
      <ul className="changed-files">
        {files.map(({ paperId, name, changedAt }) => {
          const place = findPaper(session.meeting.items, paperId);
          return (
            <li key={paperId}>
              <FileClock size={16} aria-hidden />
              <div>
                <p>
                  The file <strong>{name}</strong> has changed since you added it
                  {place ? ` to “${place.owner.title === '' ? 'Untitled item' : place.owner.title}”` : ''}.
                </p>
                {changedAt === null ? null : (
                  <p className="quiet">It was last written {shortDate(changedAt, new Date())}.</p>
                )}
                <div className="changed-choices">
                  <Button
                    look="outlined"
                    aria-label={`Keep the kept copy: ${name}`}
                    onPress={() => changed.keep(paperId)}
                  >
                    Keep the kept copy
                  </Button>
                  <Button
                    look="outlined"
                    aria-label={`Take the new one: ${name}`}
                    onPress={() => changed.take(paperId)}
                  >
                    Take the new one
                  </Button>
                  <Button look="link" aria-label={`Show ${name}`} onPress={() => show(paperId)}>
                    Show
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        {next === null
          ? 'What was published keeps the bytes it was published with, whichever you choose.'
          : 'Once each is decided the building goes on. What was published stays as it was.'}
      </p>
    </Dialog>
  );
}
