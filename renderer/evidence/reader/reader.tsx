import '../../reading/reading.css';
import { useState } from 'react';
import type { Bearing } from '../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { ReaderView } from './reader-view.tsx';
import { useReading } from './use-reading.ts';

export type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
export type { TakenPassage } from '../../../shared/evidence/taken.ts';

export interface ReaderProps {
  readonly request: ReaderRequest;
  /** Absent where nothing could cite the words. */
  readonly onTake?: (taken: TakenPassage, bearing?: Bearing) => void;
  readonly onClose?: () => void;
  /** It is all there is in its window: keys are its own wherever the focus is. */
  readonly alone?: boolean;
}

/** Shows a source as it is, at the place that was asked for, and lets its words be taken. */
export function Reader({ request, onTake, onClose, alone = false }: ReaderProps) {
  const asked = `${request.sourceId} ${request.edition ?? ''}`;
  const [chosen, setChosen] = useState<{
    readonly asked: string;
    readonly edition: string | undefined;
  } | null>(null);
  // Another source, or another edition of it, was asked for since somebody chose one.
  const edition = chosen?.asked === asked ? chosen.edition : request.edition;
  const { book, error, retry } = useReading({
    sourceId: request.sourceId,
    ...(edition === undefined ? {} : { edition }),
  });
  return (
    <section className="reader" aria-label="Source">
      {error ? (
        <FailureMessage error={error} action="Try again" onAction={retry} />
      ) : book ? (
        <ReaderView
          key={`${book.reading.sourceId} ${book.reading.edition}`}
          book={book}
          at={request.at ?? null}
          alone={alone}
          onTake={onTake ?? null}
          onClose={onClose ?? null}
          onEdition={(wanted) => setChosen({ asked, edition: wanted })}
          onRetry={retry}
        />
      ) : (
        <div className="reader-skeleton">
          <p className="reader-skeleton-bar" role="status">
            Opening the source…
          </p>
          <div className="reader-skeleton-page" />
        </div>
      )}
    </section>
  );
}
