import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { shortDate } from '../../library/dates.ts';

interface Props {
  readonly meetingId: string;
  /** Changes when something was drafted. */
  readonly count: number;
  readonly onOpen: (documentId: string) => void;
}

/** What was drafted from the meeting. */
export function WrittenList({ meetingId, count, onOpen }: Props) {
  const { client } = useServices();
  const [written, setWritten] = useState<CallOutput<'meetings.written'>>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` says when to look again.
  useEffect(() => {
    client.call('meetings.written', { meetingId }).then(setWritten, notifyFailure);
  }, [client, meetingId, count]);
  if (written.length === 0) return null;
  return (
    <section aria-label="Drafted">
      <h2 className="panel-heading">Drafted</h2>
      <ul>
        {written.map(({ documentId, title, exempt, writtenAt }) => (
          <li key={documentId}>
            <button type="button" className="record-row" onClick={() => onOpen(documentId)}>
              <FileText size={16} aria-hidden />
              <span className="shelf-name" title={title}>
                {title}
              </span>
              <span className="record-aside">{exempt ? 'Exempt' : shortDate(writtenAt, new Date())}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
