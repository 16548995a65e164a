import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { type Place, useServices } from '../../app/services.ts';
import { Builder } from './builder.tsx';
import type { Opened } from './use-meeting.ts';

interface Props {
  readonly place: Extract<Place, { screen: 'meeting' }>;
}

/** Opens a meeting of the library, or says why it cannot be opened. */
export function MeetingScreen({ place }: Props) {
  const { client, go } = useServices();
  const { meetingId, resumed } = place;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [opening, setOpening] = useState(0);
  const leave = () => void go({ screen: 'meetings', meetingId });

  // The meeting's own command, which saves first, takes the place of this one once it is shown.
  useCommands({ 'close-document': leave });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `opening` asks for the stored version once more.
  useEffect(() => {
    let shown = true;
    client.call('meetings.open', { meetingId }).then(
      (next) => {
        if (shown) setOpened(next);
      },
      (thrown) => {
        if (!shown) return;
        const reason = toErrorData(thrown);
        if (resumed && reason.code === 'meeting.notFound') void go({ screen: 'home' });
        else setError(reason);
      },
    );
    return () => {
      shown = false;
    };
  }, [client, go, meetingId, resumed, opening]);

  if (error) {
    return (
      <main className="screen-message">
        <FailureMessage error={error} action="Back to the meetings" autoFocus onAction={leave} />
      </main>
    );
  }
  if (!opened) return <main className="screen-message" aria-busy="true" />;
  return (
    <Builder
      key={opening}
      opened={opened}
      rowId={place.rowId ?? null}
      onReopen={() => {
        setOpened(null);
        setOpening((count) => count + 1);
      }}
    />
  );
}
