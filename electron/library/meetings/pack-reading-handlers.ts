/** Reading packs: pictures of their pages from the reader process, their words, and notes on them. */
import type { CallContext, CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import type { PackRow } from '../db/packs-repository.ts';
import { findWords } from '../evidence/find-words.ts';
import type { Originals } from '../evidence/originals.ts';
import type { Original, ReadingProcess } from '../evidence/reading-process.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findPack } from './pack-handlers.ts';
import { noteAt, notesIn } from './pack-notes.ts';
import type { PackPages } from './pack-pages.ts';
import { packTitle, toPackSummary } from './pack-summary.ts';

/** As many as are counted and walked through. */
const MOST_PLACES = 20_000;
/** As many as a list shows without becoming slow. */
const MOST_SHOWN = 300;
/** Characters shown around words that were found. */
const AROUND = 60;

type Call =
  | 'packs.open'
  | 'packs.close'
  | 'packs.picture'
  | 'packs.text'
  | 'packs.lengths'
  | 'packs.boxes'
  | 'packs.find'
  | 'packs.notes'
  | 'packs.addNote'
  | 'packs.changeNote'
  | 'packs.removeNote'
  | 'packs.restoreNote';

export interface PackReading {
  readonly kept: Originals;
  readonly pages: PackPages;
  readonly reader: ReadingProcess;
}

export function packReadingHandlers(
  { store, mint, now }: Services,
  { kept, pages, reader }: PackReading,
): FeatureHandlers<Call> {
  function found(packId: string): { pack: PackRow; name: string } {
    const { pack, meeting } = store().read((tables) => findPack(tables, packId));
    return { pack, name: packTitle(meeting.meeting, pack) };
  }
  const originalOf = ({ sha256 }: PackRow): Original => ({ edition: sha256, file: kept.pathOf(sha256) });

  function textsOf(packId: string, context: CallContext): Promise<readonly string[]> {
    const { pack, name } = found(packId);
    return pages.texts(pack, name, context);
  }

  async function textOf(packId: string, page: number, context: CallContext): Promise<string> {
    const text = (await textsOf(packId, context))[page - 1];
    if (text === undefined) throw new DespatchError('call.invalid', { reason: `there is no page ${page}` });
    return text;
  }

  return {
    'packs.open': async ({ packId }, { signal }) => {
      const { pack, summary } = store().read((tables) => {
        const { pack, meeting } = findPack(tables, packId);
        return { pack, summary: toPackSummary(tables, pack, meeting) };
      });
      const drawn = await sizesOf(pack, summary.title, signal);
      reader.opened(pack.sha256);
      return { pack: summary, plan: pack.plan, ...drawn };
    },
    'packs.close': async ({ packId }) => {
      const pack = store().read(({ packs }) => packs.find(packId));
      if (pack) reader.closed(pack.sha256);
      return {};
    },
    'packs.picture': async ({ packId, page, width }, { signal }) =>
      reader.picture(originalOf(found(packId).pack), page - 1, width, signal),
    'packs.text': async ({ packId, page }, context) => ({ text: await textOf(packId, page, context) }),
    'packs.lengths': async ({ packId }, context) => ({
      lengths: (await textsOf(packId, context)).map(({ length }) => length),
    }),
    'packs.boxes': async ({ packId, page }, context) =>
      reader.boxes(
        originalOf(found(packId).pack),
        page - 1,
        await textOf(packId, page, context),
        context.signal,
      ),
    'packs.find': async ({ packId, words, matchCase }, context) =>
      findIn(await textsOf(packId, context), words, matchCase),

    'packs.notes': async ({ packId }, context) => {
      const { pack } = found(packId);
      const notes = store().read((tables) => tables.notes.ofMeeting(pack.meetingId));
      if (notes.length === 0) return [];
      return notesIn(notes, pack.plan, await textsOf(packId, context));
    },
    'packs.addNote': async ({ packId, places, colour, text }, context) => {
      const { pack } = found(packId);
      const at = noteAt(pack.plan, await textsOf(packId, context), places);
      if (at === null) return null;
      const createdAt = now().toISOString();
      const note = { id: mint(), ...at, colour, text, createdAt, updatedAt: createdAt };
      store().write((tables) => tables.notes.insert(pack.meetingId, note));
      return note;
    },
    'packs.changeNote': async ({ noteId, colour, text }) =>
      store().write(({ notes }) => {
        const note = notes.find(noteId);
        if (!note) throw new DespatchError('call.invalid', { reason: 'the note is gone' });
        const changed = { ...note, colour, text, updatedAt: now().toISOString() };
        notes.change(changed);
        return changed;
      }),
    'packs.removeNote': async ({ noteId }) => {
      store().write(({ notes }) => notes.remove(noteId));
      return {};
    },
    'packs.restoreNote': async ({ meetingId, note }) => {
      store().write(({ meetings, notes }) => {
        if (!meetings.find(meetingId)) throw new DespatchError('meeting.notFound', { meetingId });
        notes.insert(meetingId, note);
      });
      return {};
    },
  };

  /** The words of a pack can be read although its pages cannot be drawn. */
  async function sizesOf(pack: PackRow, name: string, signal: CallContext['signal']) {
    try {
      return { sizes: await reader.sizes(originalOf(pack), signal), problem: null };
    } catch (thrown) {
      const { code, details } = toErrorData(thrown);
      if (!code.startsWith('evidence.')) throw thrown;
      return { sizes: null, problem: { code, details: { ...details, name } } };
    }
  }
}

function findIn(texts: readonly string[], words: string, matchCase: boolean): CallOutput<'packs.find'> {
  const found: CallOutput<'packs.find'> = { places: [], shown: [], more: false };
  for (const [at, text] of texts.entries()) {
    const { places, more } = findWords(text, words, matchCase, MOST_PLACES - found.places.length);
    for (const { start, end } of places) {
      found.places.push({ page: at + 1, start, end });
      if (found.shown.length === MOST_SHOWN) continue;
      found.shown.push({
        before: text.slice(Math.max(0, start - AROUND), start),
        found: text.slice(start, end),
        after: text.slice(end, end + AROUND),
      });
    }
    if (more) return { ...found, more };
  }
  return found;
}
