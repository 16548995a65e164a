/** Showing sources as they are: their words from the database, pictures of their pages from the reader process. */
import { readFile } from 'node:fs/promises';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import type { evidenceReadingCalls } from '../../../shared/contract/evidence-reading-calls.ts';
import { anchorIn, anchorText } from '../../../shared/evidence/anchor.ts';
import type { EditionRow } from '../db/editions-repository.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findWords } from './find-words.ts';
import type { Original, ReadingProcess } from './reading-process.ts';

const PDF = 'application/pdf';
/** Pictures that a window shows by itself. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
/** As many as anybody walks through. */
const MOST_PLACES = 5000;

interface LookedInto {
  readonly edition: string;
  readonly pages: readonly { readonly start: number }[];
  readonly text: string;
}
const nothing: LookedInto = { edition: '', pages: [], text: '' };

export function readingHandlers(
  { store, originals }: Services,
  reader: ReadingProcess,
): FeatureHandlers<keyof typeof evidenceReadingCalls> {
  /** The whole text that was looked into last: the next key looks into it again. */
  let lookedInto: LookedInto = nothing;

  function known(edition: string): EditionRow {
    const row = store().read(({ editions }) => editions.get(edition));
    if (!row) throw new DespatchError('evidence.notFound');
    return row;
  }

  function pageText(edition: string, page: number) {
    const stored = store().read(({ passages }) => passages.page(edition, page));
    if (!stored) throw new DespatchError('evidence.notFound');
    return stored;
  }

  function wholeOf(edition: string) {
    if (lookedInto.edition !== edition) {
      lookedInto = store().read(({ passages }) => ({
        edition,
        pages: passages.pagesOf(edition),
        text: passages.wholeText(edition),
      }));
    }
    return lookedInto;
  }

  const originalOf = (edition: string): Original => ({ edition, file: originals.pathOf(edition) });

  /** Errors of the process, which knows no titles, with the name of the source. */
  async function named<Output>({ title }: EditionRow, work: Promise<Output>): Promise<Output> {
    try {
      return await work;
    } catch (thrown) {
      if (!(thrown instanceof DespatchError) || !thrown.code.startsWith('evidence.')) throw thrown;
      throw new DespatchError(thrown.code, { ...thrown.details, name: title }, { cause: thrown });
    }
  }

  return {
    'reading.open': async ({ sourceId, edition }, { signal }) => {
      const row = store().read(({ editions }) =>
        edition === undefined ? editions.newestOf(sourceId) : editions.get(edition),
      );
      if (!row || row.sourceId !== sourceId) throw new DespatchError('evidence.notFound');
      const pages = store().read(({ passages }) => passages.pagesOf(row.id));
      const drawn = row.mediaType === PDF ? await sizesOf(row, signal) : { sizes: null, problem: null };
      reader.opened(row.id);
      const { id, kind, title, textState, paged, outline, newest } = row;
      return {
        sourceId,
        edition: id,
        current: id === newest,
        kind,
        title,
        textState,
        paged,
        pages: pages.map(({ label, start, length }) => ({ label, start, length })),
        outline,
        ...drawn,
      };
    },
    'reading.text': async ({ edition, page }) => {
      const { text, roles } = pageText(edition, page);
      return { text, roles };
    },
    'reading.boxes': async ({ edition, page }, { signal }) => {
      const row = known(edition);
      if (row.mediaType !== PDF) return null;
      const { text } = pageText(edition, page);
      return named(row, reader.boxes(originalOf(edition), page - 1, text, signal));
    },
    'reading.picture': async ({ edition, page, width }, { signal }) => {
      const row = known(edition);
      if (row.mediaType !== PDF) throw new DespatchError('evidence.unreadable', { name: row.title });
      return named(row, reader.picture(originalOf(edition), page - 1, width, signal));
    },
    'reading.image': async ({ edition }) => {
      const { mediaType, title } = known(edition);
      if (!pictures.has(mediaType)) {
        const reason = 'Despatch does not show pictures of this type';
        throw new DespatchError('evidence.unreadable', { name: title, reason });
      }
      return { bytes: new Uint8Array(await read(originalOf(edition).file, title)), mediaType };
    },
    'reading.place': async ({ edition, locator }) => {
      const { paged, kind } = known(edition);
      // What was cited is the picture; the words describe it and stand nowhere in it.
      if (kind === 'image') return { state: 'same', place: null };
      const { pages, text } = wholeOf(edition);
      const { position, quote, page } = locator;
      // Nearly always: then nothing has to be looked for.
      if (
        position &&
        page !== null &&
        quote.exact !== '' &&
        text.slice(position.start, position.end) === quote.exact
      ) {
        const { start, end } = position;
        return {
          state: 'same',
          place: { edition, page: paged ? page : null, start, end, exact: quote.exact },
        };
      }
      const starts = pages.map(({ start }) => start);
      const { state, place } = anchorIn(anchorText(edition, text, starts, paged), locator, false);
      return { state, place };
    },
    'reading.find': async ({ edition, words, matchCase }) => {
      known(edition);
      const { pages, text } = wholeOf(edition);
      const { places, more } = findWords(text, words, matchCase, MOST_PLACES);
      let at = 0;
      return {
        places: places.map((place) => {
          while ((pages[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= place.start) at += 1;
          return { page: at + 1, ...place };
        }),
        more,
      };
    },
    'reading.close': async ({ edition }) => {
      reader.closed(edition);
      if (lookedInto.edition === edition) lookedInto = nothing;
      return {};
    },
  };

  /** The words of a PDF can be read although its pages cannot be drawn. */
  async function sizesOf(row: EditionRow, signal: CallContext['signal']) {
    try {
      return { sizes: await named(row, reader.sizes(originalOf(row.id), signal)), problem: null };
    } catch (thrown) {
      const problem = toErrorData(thrown);
      if (!problem.code.startsWith('evidence.')) throw thrown;
      return { sizes: null, problem };
    }
  }
}

async function read(file: string, name: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? 'EIO';
    if (reason === 'ENOENT' || reason === 'ENOTDIR')
      throw new DespatchError('evidence.originalMissing', { name });
    throw new DespatchError('evidence.unreadable', { name, reason });
  }
}
