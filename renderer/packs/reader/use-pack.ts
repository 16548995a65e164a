/** A pack before the reader, opened and closed with it. */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { useServices } from '../../app/services.ts';
import { Book } from '../../reading/book.ts';

export interface OpenPack {
  readonly pack: CallOutput<'packs.open'>['pack'];
  readonly plan: CallOutput<'packs.open'>['plan'];
  readonly book: Book;
  /** Its words are still being read: until then it can only be looked at. */
  readonly wordless: boolean;
}

interface Opened {
  readonly open: OpenPack | null;
  readonly error: ErrorData | null;
  readonly retry: () => void;
}

export function usePack(packId: string): Opened {
  const { client } = useServices();
  const [open, setOpen] = useState<OpenPack | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason by itself.
  useEffect(() => {
    const abort = new AbortController();
    let isOpen = false;
    const close = () => {
      isOpen = false;
      void client.call('packs.close', { packId }).catch(() => undefined);
    };
    const read = async () => {
      const opened = await client.call('packs.open', { packId });
      isOpen = true;
      if (abort.signal.aborted) return close();
      const { pack, plan } = opened;
      const words = client.call('packs.lengths', { packId }, { signal: abort.signal });
      const early = setTimeout(() => {
        if (!abort.signal.aborted && opened.sizes)
          setOpen({ pack, plan, book: bookOf(opened, [], client, words), wordless: true });
      }, WORDS_MS);
      const { lengths } = await words.finally(() => clearTimeout(early));
      if (abort.signal.aborted) return;
      setError(null);
      setOpen({ pack, plan, book: bookOf(opened, lengths, client, words), wordless: false });
    };
    read().catch((thrown: unknown) => {
      if (!abort.signal.aborted) setError(toErrorData(thrown));
    });
    return () => {
      abort.abort();
      setOpen(null);
      if (isOpen) close();
    };
  }, [client, packId, attempt]);
  return { open, error, retry: () => setAttempt((now) => now + 1) };
}

/** The words of a pack that was read before are there sooner. */
const WORDS_MS = 150;

/** The pack as one text, so that what shows sources shows it too. */
function bookOf(
  { pack, plan, sizes, problem }: CallOutput<'packs.open'>,
  lengths: readonly number[],
  client: ReturnType<typeof useServices>['client'],
  words: Promise<unknown>,
): Book {
  const packId = pack.id;
  let start = 0;
  const pages = plan.pages.map(({ label }, at) => {
    const length = lengths[at] ?? 0;
    const page = { label, start, length };
    start += length + 1;
    return page;
  });
  return new Book(
    {
      sourceId: packId,
      edition: pack.sha256,
      current: true,
      kind: 'pdf',
      title: pack.title,
      textState: 'text',
      paged: true,
      pages,
      outline: [],
      sizes,
      problem,
    },
    {
      text: async (page) => {
        await words;
        return { ...(await client.call('packs.text', { packId, page })), roles: [] };
      },
      boxes: async (page) => {
        await words;
        return client.call('packs.boxes', { packId, page });
      },
      picture: (page, width, signal) => client.call('packs.picture', { packId, page, width }, { signal }),
    },
  );
}
