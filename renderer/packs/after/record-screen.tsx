import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { type Place, useServices } from '../../app/services.ts';
import type { OpenedRecord } from './opened-record.ts';
import { RecordDesk } from './record-desk.tsx';

interface Props {
  readonly place: Extract<Place, { screen: 'record' }>;
}

/** What happened at a meeting: opened, or begun from its agenda where nobody has written anything down. */
export function RecordScreen({ place: { meetingId } }: Props) {
  const { client, go } = useServices();
  const [opened, setOpened] = useState<OpenedRecord | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [opening, setOpening] = useState(0);
  const leave = () => void go({ screen: 'meeting', meetingId });
  useCommands({ 'close-document': leave });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `opening` asks for the stored version once more.
  useEffect(() => {
    let shown = true;
    const open = async (): Promise<OpenedRecord> => {
      const [{ meeting }, kept] = await Promise.all([
        client.call('meetings.open', { meetingId }),
        client.call('meetings.record', { meetingId }),
      ]);
      const record = kept.record ?? (await client.call('meetings.beginRecord', { meetingId })).record;
      return { meeting, record, revision: kept.revision };
    };
    open().then(
      (next) => {
        if (shown) setOpened(next);
      },
      (thrown) => {
        if (shown) setError(toErrorData(thrown));
      },
    );
    return () => {
      shown = false;
    };
  }, [client, meetingId, opening]);

  if (error) {
    return (
      <main className="screen-message">
        <FailureMessage error={error} action="Back to the agenda" autoFocus onAction={leave} />
      </main>
    );
  }
  if (!opened) return <main className="screen-message" aria-busy="true" />;
  return (
    <RecordDesk
      key={opening}
      opened={opened}
      onReopen={() => {
        setOpened(null);
        setOpening((count) => count + 1);
      }}
    />
  );
}
