/** The source before the reader, opened and closed with it. */
import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import { useServices } from '../../app/services.ts';
import { Book } from '../../reading/book.ts';

interface Opened {
  readonly book: Book | null;
  readonly error: ErrorData | null;
  readonly retry: () => void;
}

export function useReading({ sourceId, edition }: Pick<ReaderRequest, 'sourceId' | 'edition'>): Opened {
  const { client } = useServices();
  const [book, setBook] = useState<Book | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason by itself.
  useEffect(() => {
    let wanted = true;
    let opened: string | null = null;
    const close = () => {
      // A library that has ended meanwhile has nothing open either.
      if (opened !== null) void client.call('reading.close', { edition: opened }).catch(() => undefined);
    };
    const open = async () => {
      const reading = await client.call('reading.open', {
        sourceId,
        ...(edition === undefined ? {} : { edition }),
      });
      opened = reading.edition;
      if (!wanted) return close();
      setError(null);
      setBook(
        new Book(reading, {
          text: (page) => client.call('reading.text', { edition: reading.edition, page }),
          boxes: (page) => client.call('reading.boxes', { edition: reading.edition, page }),
          picture: (page, width, signal) =>
            client.call('reading.picture', { edition: reading.edition, page, width }, { signal }),
        }),
      );
    };
    open().catch((thrown: unknown) => {
      if (wanted) setError(toErrorData(thrown));
    });
    return () => {
      wanted = false;
      setBook(null);
      if (opened !== null) close();
    };
  }, [client, sourceId, edition, attempt]);
  return { book, error, retry: () => setAttempt((now) => now + 1) };
}
