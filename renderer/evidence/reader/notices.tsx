import { CircleAlert, History, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { Book } from '../../reading/book.ts';
import { Button } from '../../ui/button.tsx';

export type Placed = CallOutput<'reading.place'>;

interface Props {
  readonly book: Book;
  /** Whether there is no newer edition. */
  readonly current: boolean;
  /** Where the words stand that were asked for; null where none were, or not known yet. */
  readonly placed: Placed | null;
  /** The page they were said to be on. */
  readonly saidPage: number | null;
  readonly onNewest: () => void;
  readonly onRetry: () => void;
}

/** What its reader should know of a source before relying on it. */
export function ReaderNotices({ book, current, placed, saidPage, onNewest, onRetry }: Props) {
  const { textState, problem } = book.reading;
  return (
    <>
      {current ? null : (
        <Notice
          icon={<History size={14} aria-hidden />}
          action={
            <Button look="link" onPress={onNewest}>
              Show the newest
            </Button>
          }
        >
          This is an earlier edition. There is a newer one.
        </Notice>
      )}
      {problem ? (
        <Notice
          icon={<CircleAlert size={14} aria-hidden />}
          action={
            <Button look="link" onPress={onRetry}>
              Try again
            </Button>
          }
        >
          The pages cannot be shown as they look, only their words. {explain(problem).why}{' '}
          {explain(problem).next}
        </Notice>
      ) : null}
      {scanWords[textState] ? (
        <Notice icon={<Info size={14} aria-hidden />}>{scanWords[textState]}</Notice>
      ) : null}
      {placed && placed.state !== 'same' ? (
        <Notice icon={<CircleAlert size={14} aria-hidden />}>{placeWords(book, placed, saidPage)}</Notice>
      ) : null}
    </>
  );
}

const scanWords: Readonly<Record<string, string | undefined>> = {
  scanned: 'This is a scan: its pages are pictures, without words to select, search or quote.',
  partlyScanned: 'Some pages are scans: they are pictures, without words to select, search or quote.',
};

function placeWords(book: Book, { state, place }: Placed, saidPage: number | null): string {
  if (state === 'changed' && place) {
    return `The quoted words read differently in this edition. What is marked on ${book.nameOf(book.pageAt(place.start))} comes closest.`;
  }
  if (state === 'moved' && place) {
    const now = book.nameOf(book.pageAt(place.start));
    return saidPage === null || !book.reading.paged
      ? 'The quoted words stand elsewhere in this edition than where they were taken.'
      : `The quoted words stand on ${now} of this edition, not on page ${saidPage}.`;
  }
  return 'The quoted words do not stand in this edition.';
}

interface NoticeProps {
  readonly icon: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Notice({ icon, action, children }: NoticeProps) {
  return (
    <div className="reader-notice" role="status">
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
