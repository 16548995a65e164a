import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import { useCommands } from '../app/commands.tsx';
import { FailureMessage } from '../app/failure-message.tsx';
import { useServices } from '../app/services.ts';
import { type OpenedDocument, type OpenedFrom, placeBefore } from './opened-document.ts';
import { Writing } from './writing.tsx';

/** Opens a document of the library, or says why it cannot be opened. */
interface Props {
  readonly documentId: string;
  readonly review: boolean;
  /** Where to begin to read. */
  readonly blockId?: string;
  /** The agenda that it was opened from. */
  readonly meeting?: OpenedFrom;
  /** The start of the application leads here; where it is no more, to the list. */
  readonly resumed: boolean;
}

export function DocumentScreen({ documentId, review, blockId, meeting, resumed }: Props) {
  const { client, go } = useServices();
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [opening, setOpening] = useState(0);

  // The document's own command, which saves first, takes the place of this one once it is shown.
  useCommands({ 'close-document': () => void go(placeBefore(documentId, meeting)) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `opening` asks for the stored version once more.
  useEffect(() => {
    let shown = true;
    Promise.all([client.call('documents.open', { documentId }), client.call('library.state', {})]).then(
      ([{ document, revision, importReport }, { readOnly: libraryShut }]) => {
        if (!shown) return;
        try {
          setOpened({ ...parseDocument(document), revision, importReport, libraryShut });
        } catch (thrown) {
          setError(toErrorData(thrown));
        }
      },
      (thrown) => {
        if (!shown) return;
        const reason = toErrorData(thrown);
        if (resumed && reason.code === 'document.notFound') void go({ screen: 'home' });
        else setError(reason);
      },
    );
    return () => {
      shown = false;
    };
  }, [client, go, documentId, resumed, opening]);

  if (error) {
    return (
      <main className="screen-message">
        <FailureMessage
          error={error}
          action="Back to the library"
          autoFocus
          onAction={() => void go({ screen: 'home' })}
        />
      </main>
    );
  }
  if (!opened) return <main className="screen-message" aria-busy="true" />;
  return (
    <Writing
      key={opening}
      opened={opened}
      review={review}
      {...(blockId === undefined ? {} : { blockId })}
      {...(meeting === undefined ? {} : { meeting })}
      onReopen={() => {
        setOpened(null);
        setOpening((count) => count + 1);
      }}
    />
  );
}
