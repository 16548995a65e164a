/** The source that is read beside the list: it follows the choice in the list, as in a mail client. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import type { CitationUse } from '../../../shared/contract/evidence-standing-calls.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';

export interface ShelfReader {
  /** What is read at the right, in the place of the details; null: nothing. */
  readonly reading: ReaderRequest | null;
  open(request: ReaderRequest): void;
  openSource(source: SourceSummary, edition?: string): void;
  openUse(use: CitationUse): void;
  shut(): void;
}

/** What is chosen in the list. */
export interface Followed {
  /** Tells one choice from the next. */
  readonly key: string;
  readonly request: ReaderRequest;
}

export function useShelfReader(
  screen: RefObject<HTMLElement | null>,
  followed: Followed | null,
): ShelfReader {
  const [reading, setReading] = useState<ReaderRequest | null>(null);
  /** The reader is to take the focus as soon as it is there. */
  const [entering, setEntering] = useState(false);
  const open = useCallback((request: ReaderRequest) => {
    setReading(request);
    setEntering(true);
  }, []);
  const openSource = useCallback(
    ({ id }: SourceSummary, edition?: string) =>
      open(edition === undefined ? { sourceId: id } : { sourceId: id, edition }),
    [open],
  );
  const openUse = ({ sourceId, anchor, locator }: CitationUse) => {
    const { place: now } = anchor;
    open({
      sourceId,
      at: now
        ? { page: now.page, position: { start: now.start, end: now.end } }
        : { page: locator.page, quote: locator.quote },
    });
  };
  useEffect(() => {
    if (!entering || reading === null) return;
    // The source is opened in another process, which takes a moment.
    const looking = setInterval(() => {
      const page = screen.current?.querySelector<HTMLElement>('.evidence-aside .reader-pages');
      if (!page) return;
      page.focus();
      setEntering(false);
    }, 50);
    const giveUp = setTimeout(() => setEntering(false), 3000);
    return () => {
      clearInterval(looking);
      clearTimeout(giveUp);
    };
  }, [entering, reading, screen]);

  const before = useRef<string | null>(null);
  const key = followed?.key ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice is followed.
  useEffect(() => {
    const changed = before.current !== key;
    before.current = key;
    if (!changed || followed === null) return;
    const { request } = followed;
    setReading((now) => {
      if (now === null) return null;
      return request.at === undefined && now.sourceId === request.sourceId ? now : request;
    });
  }, [key]);
  return { reading, open, openSource, openUse, shut: () => setReading(null) };
}
