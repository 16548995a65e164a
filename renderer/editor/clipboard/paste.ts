/** One paste at a time: at once where it is short, in slices with progress where it is long, always one step of undo. */
import {
  $addUpdateTag,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
} from 'lexical';
import type { EditorContext } from '../feature-context.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $cellRange } from '../tables/cells.ts';
import { $pasteIntoCells } from './cells.ts';
import { isBody } from './fragment.ts';
import { $paste, type Pasted } from './insert-fragments.ts';
import { Notes } from './notes.ts';
import type { PasteEvent, Pasting } from './pasting.ts';
import { havePictures, kept } from './pictures.ts';
import { type Reading, readSource, type Source, sizeOf } from './source.ts';
import { $stands } from './standing.ts';
import { Cancelled, finish, inSlices, pause } from './steps.ts';

/** Characters that are read faster than anybody notices. */
const SHORT = 100_000;
/** Blocks and rows that are put down so fast. */
const FEW = 150;
/** Milliseconds that one update of the editor may take, its drawing included. */
const UPDATE = 40;

interface Context extends Pick<EditorContext, 'editor' | 'ids' | 'documentKind' | 'holdHistory' | 'say'> {
  readonly documentId: string;
}

/** How many blocks and rows come. */
function sizeOfPasted({ fragments, sections }: Pasted): number {
  const all = [fragments, ...sections.map((section) => section.fragments)].flat();
  return all.reduce((sum, { origin }) => sum + (('table' in origin && origin.table?.rows.length) || 1), 0);
}

export class Paster {
  readonly #context: Context;
  readonly #tell: (event: PasteEvent) => void;
  #running: AbortController | null = null;
  /** What was pasted last, while nothing else was written since. */
  #last: Source | null = null;
  keepPicture: Pasting['keepPicture'] = null;

  constructor(context: Context, tell: (event: PasteEvent) => void) {
    this.#context = context;
    this.#tell = tell;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** Something was written: the last paste is no longer the last step. */
  settle(): void {
    if (this.#last === null || this.isBusy) return;
    this.#last = null;
    this.#tell({ is: 'settled' });
  }

  undo(): Source | null {
    const last = this.#last;
    if (last === null) return null;
    this.#last = null;
    this.#context.editor.dispatchCommand(UNDO_COMMAND, undefined);
    return last;
  }

  asPlainText(): void {
    const last = this.undo();
    if (last === null) return;
    const plain = { ...last, own: '', html: '', plain: true };
    this.#context.editor.update(() => this.$paste(plain));
  }

  /** Call inside an update, which is the whole paste where it is short. */
  $paste(source: Source): void {
    const selection = $rangeSelection();
    if (!selection || this.isBusy) return;
    // Another one follows it, whose own update must not settle it anew.
    this.#last = null;
    const notes = new Notes();
    if (sizeOf(source) > SHORT) {
      void this.#pasteInSlices(source, null, notes);
      return;
    }
    const { documentId, ids } = this.#context;
    const isHere = (id: string) => $stands(ids, id);
    const reading = finish(readSource(source, { documentId, isHere }, notes));
    if (havePictures(reading.fragments) || sizeOfPasted(reading) > FEW) {
      void this.#pasteInSlices(source, reading, notes);
      return;
    }
    $addUpdateTag(PASTE_TAG);
    const blocks = finish(this.#$put(reading, notes));
    this.#done(source, reading, blocks, notes);
  }

  #$put(pasted: Pasted, notes: Notes): Generator<void, number> {
    const { documentKind, ids } = this.#context;
    const selection = $rangeSelection();
    if (!selection) throw new Error('there is no caret to paste at');
    const options = { documentKind, notes, $isFree: (id: string) => ids.$isFree(id) };
    const cells = $cellRange(selection);
    if (!cells) return $paste(selection, pasted, options);
    const fragments = [...pasted.fragments, ...pasted.sections.flatMap((section) => section.fragments)];
    return $pasteIntoCells(selection, cells, fragments, options);
  }

  #done(source: Source, { foreign, fragments }: Reading, blocks: number, notes: Notes): void {
    // Of a few words in one block nobody needs to be offered the characters.
    const isMore = blocks > 1 || fragments.some(isBody);
    const canBePlain = foreign && source.text !== '' && isMore;
    this.#tell({ is: 'pasted', blocks, notes: notes.list(), canBePlain });
    // What there is more to tell of, the window tells.
    if (notes.list().length === 0) this.#context.say(blocks === 1 ? 'Pasted' : `Pasted ${blocks} blocks`);
    // Only now: the update that pasted is no change since.
    setTimeout(() => {
      this.#last = source;
    });
  }

  async #pasteInSlices(source: Source, read: Reading | null, notes: Notes): Promise<void> {
    const { editor } = this.#context;
    const running = new AbortController();
    this.#running = running;
    const before = editor.getEditorState();
    const takeHistoryBack = this.#context.holdHistory();
    const { signal } = running;
    try {
      // Out of the update that the event is heard in.
      await pause();
      this.#tell({ is: 'working', share: 0 });
      this.#context.say('Pasting. Escape cancels.');
      const reading = read ?? (await this.#read(source, notes, signal));
      const fragments = await kept(reading.fragments, this.keepPicture, notes, signal);
      const blocks = await this.#putInSlices({ ...reading, fragments }, takeHistoryBack, notes, signal);
      this.#running = null;
      this.#done(source, reading, blocks, notes);
    } catch (thrown) {
      if (editor.getEditorState() !== before) editor.setEditorState(before, { tag: HISTORIC_TAG });
      takeHistoryBack();
      this.#running = null;
      if (thrown instanceof Cancelled) this.#tell({ is: 'cancelled' });
      else {
        // The stack is for the log; the person is told in words.
        reportError(thrown);
        this.#tell({ is: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    }
  }

  #read(source: Source, notes: Notes, signal: AbortSignal): Promise<Reading> {
    const { editor, ids, documentId } = this.#context;
    const isHere = (id: string) => editor.read(() => $stands(ids, id));
    return inSlices(readSource(source, { documentId, isHere }, notes), signal);
  }

  /** Until the last update the history is not told, so that there is one step to undo, and none after a cancel. */
  async #putInSlices(
    pasted: Pasted,
    takeHistoryBack: () => void,
    notes: Notes,
    signal: AbortSignal,
  ): Promise<number> {
    const { editor } = this.#context;
    const total =
      pasted.fragments.length + pasted.sections.reduce((sum, { fragments }) => sum + fragments.length, 0);
    let steps: Generator<void, number> | null = null;
    let taken = 0;
    let size = 2;
    let blocks: number | null = null;
    while (blocks === null) {
      if (signal.aborted) throw new Cancelled();
      const begun = performance.now();
      // Between two updates a caret may have been moved, which the history takes for the state to come back to.
      takeHistoryBack();
      editor.update(
        () => {
          steps ??= this.#$put(pasted, notes);
          for (let step = 0; step < size && blocks === null; step += 1) {
            const { done, value } = steps.next();
            if (done) blocks = value;
            taken += 1;
          }
          $addUpdateTag(PASTE_TAG);
          $addUpdateTag(blocks === null ? HISTORIC_TAG : HISTORY_PUSH_TAG);
          if (blocks === null) $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        },
        { discrete: true },
      );
      const spent = performance.now() - begun;
      size = Math.round(Math.min(200, size * 2, Math.max(1, (size * UPDATE) / Math.max(1, spent))));
      this.#tell({ is: 'working', share: Math.min(1, taken / Math.max(1, total)) });
      await pause();
    }
    return blocks;
  }
}
