/** Citations on the sheet: attached, changed and found again, and where they are drawn. */
import './citing.css';
import {
  $getNearestNodeFromDOMNode,
  $isTextNode,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { Citation } from '../../../shared/document/schema.ts';
import { drawnElement } from '../drawing/drawn-element.ts';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import { comeIntoView } from '../into-view.ts';
import { marksOf } from '../marks/marks.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { reveal } from '../reveal.ts';
import { refuse } from '../voice.ts';
import { type AttachOutcome, type Citing, type CitingPlace, citingKey } from './citing.ts';
import { $attach, $attachToBlock, $blockInHand, $carryOver, $changeCitation } from './operations.ts';
import { citingPaint } from './paint.ts';
import { $citingPlace } from './place.ts';
import { sourceTips } from './tips.ts';

const READ_ONLY = 'The document is open for reading only.';
const NOWHERE = 'Put the caret in the block that the evidence is for.';
/** Milliseconds without a key before listeners are told of the words around the caret: no key waits for the side panel. */
const WORDS_PAUSE = 200;

function sameCitations(one: CitingPlace | null, other: CitingPlace | null): boolean {
  const [first, second] = [one?.citations ?? [], other?.citations ?? []];
  return (
    first.length === second.length &&
    first.every((each, at) => {
      const twin = second[at];
      return twin?.citation === each.citation && twin.words === each.words && twin.atCaret === each.atCaret;
    })
  );
}

/** The same but for the words of the block, as while somebody types. */
function sameBut(one: CitingPlace | null, other: CitingPlace | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.blockId === other.blockId &&
    one.others === other.others &&
    one.refusal === other.refusal &&
    one.words?.text === other.words?.text &&
    one.words?.from === other.words?.from &&
    sameCitations(one, other)
  );
}

function samePlace(one: CitingPlace | null, other: CitingPlace | null): boolean {
  return sameBut(one, other) && one?.text === other?.text;
}

/** Whether a citation that was about words is about the whole block now, because they have all been deleted. */
function hasLostItsWords(before: CitingPlace | null, now: CitingPlace | null): boolean {
  if (!before || before.blockId !== now?.blockId) return false;
  return now.citations.some(
    ({ citation, words }) =>
      words === null &&
      before.citations.some((each) => each.citation.id === citation.id && each.words !== null),
  );
}

export function registerCiting({ editor, root, ids, provide, say }: EditorContext): () => void {
  const paint = citingPaint();
  const listeners = new Set<(place: CitingPlace | null) => void>();
  /** As last heard, without a figure at the caret. */
  let heard: CitingPlace | null = null;
  let told: CitingPlace | null = null;
  let telling: ReturnType<typeof setTimeout> | null = null;

  function tell(place: CitingPlace | null): void {
    if (samePlace(told, place)) return;
    told = place;
    for (const listener of listeners) listener(place);
  }
  /** With the words around the caret, and the figure that it stands in. */
  function tellWords(): void {
    if (telling !== null) clearTimeout(telling);
    telling = null;
    tell(editor.getEditorState().read(() => $citingPlace(), { editor }));
  }
  function change<Outcome>($work: () => Outcome, otherwise: Outcome): Outcome {
    if (!editor.isEditable()) return otherwise;
    let outcome = otherwise;
    editor.update(
      () => {
        $restoreSelection(editor);
        outcome = $work();
      },
      {
        discrete: true,
        tag: [
          HISTORY_PUSH_TAG,
          SKIP_SCROLL_INTO_VIEW_TAG,
          // A selection that is written to the page fetches the focus to the sheet.
          ...(root.contains(document.activeElement) ? [] : [SKIP_DOM_SELECTION_TAG]),
        ],
      },
    );
    return outcome;
  }
  const changeCitation = (
    blockId: string,
    citationId: string,
    by: (citation: Citation) => Citation | null,
  ): boolean =>
    change(() => {
      const block = $blockWithId(ids, blockId);
      return block !== null && $changeCitation(block, citationId, by);
    }, false);
  const mint = () => crypto.randomUUID().slice(0, 8);

  const citing: Citing = {
    describe: null,
    onAsk: null,
    attach(taken, options) {
      const outcome = change<AttachOutcome>(
        () => {
          const selection = $rangeSelection();
          return selection ? $attach(selection, taken, options, mint) : { refusal: NOWHERE };
        },
        { refusal: READ_ONLY },
      );
      return outcome;
    },
    attachTo: (blockId, taken, bearing) =>
      change<AttachOutcome>(
        () => {
          const block = $blockWithId(ids, blockId);
          return block ? $attachToBlock(block, taken, bearing, mint()) : { refusal: NOWHERE };
        },
        { refusal: READ_ONLY },
      ),
    carryOver: (blockId, citationId, toBlockId, stays) =>
      change<AttachOutcome>(
        () => {
          const [from, to] = [$blockWithId(ids, blockId), $blockWithId(ids, toBlockId)];
          return from && to ? $carryOver(from, citationId, to, stays, mint()) : { refusal: NOWHERE };
        },
        { refusal: READ_ONLY },
      ),
    remove: (blockId, citationId) => changeCitation(blockId, citationId, () => null),
    setBearing: (blockId, citationId, bearing) =>
      changeCitation(blockId, citationId, (citation) => ({ ...citation, bearing })),
    replace: (blockId, citationId, { edition, locator }) =>
      changeCitation(blockId, citationId, (citation) => ({ ...citation, edition, locator })),
    goTo(blockId, citationId) {
      const block = drawnElement(editor, ids.keyOf(blockId));
      if (!block) return false;
      const words = block.querySelector<HTMLElement>(`[data-cited~="${CSS.escape(citationId)}"]`);
      if (!words) {
        reveal(editor, ids, blockId);
        return true;
      }
      editor.update(
        () => {
          const node = $getNearestNodeFromDOMNode(words);
          if ($isTextNode(node)) node.select(0, 0);
          else node?.selectPrevious();
        },
        { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
      );
      root.focus({ preventScroll: true });
      comeIntoView(words);
      return true;
    },
    atCaret(listener) {
      listeners.add(listener);
      listener(told);
      return () => listeners.delete(listener);
    },
    show({ marks, current }) {
      for (const id of marksOf(editor).setEvidence(marks)) {
        const key = ids.keyOf(id);
        const element = key === undefined ? null : editor.getElementByKey(key);
        if (element) marksOf(editor).dress(id, element);
      }
      paint.show(current);
    },
  };
  provide(citingKey, citing);

  /** "Annual report, page 4", for every citation of a block, or for some of them. */
  function namesOf(blockId: string, only: readonly string[] | null): string[] {
    const citations = editor.read(() => $blockWithId(ids, blockId)?.getState().citations ?? []);
    return citations
      .filter(({ id }) => only === null || only.includes(id))
      .flatMap((citation) => citing.describe?.(citation) ?? []);
  }
  function hear(next: CitingPlace | null, historic: boolean): void {
    const before = heard;
    heard = next;
    const entered = next?.citations.filter(
      ({ citation, atCaret }) =>
        atCaret && !before?.citations.some((each) => each.citation.id === citation.id && each.atCaret),
    );
    if (!historic && hasLostItsWords(before, next)) {
      say('The words that were cited for are gone. Their evidence now stands for the whole block.');
    } else if (entered && entered.length > 0) {
      const names = entered.flatMap(({ citation }) => citing.describe?.(citation) ?? []);
      say(names.length > 0 ? `Cited: ${names.join('; ')}` : 'Cited words');
    }
    // Where it would go at once: a key pressed next means this block.
    if (!sameBut(before, next)) tell(next);
    if (telling !== null) clearTimeout(telling);
    telling = setTimeout(tellWords, WORDS_PAUSE);
  }
  const ask = (wish: 'cite' | 'find') => () => {
    if (telling !== null) tellWords();
    citing.onAsk?.(wish);
    return citing.onAsk !== null;
  };

  return mergeRegister(
    () => {
      paint.dispose();
      if (telling !== null) clearTimeout(telling);
    },
    sourceTips(root, namesOf, () => citing.onAsk?.('look')),
    editor.registerUpdateListener(({ editorState, tags }) =>
      hear(
        editorState.read(() => $citingPlace(false), { editor }),
        tags.has(HISTORIC_TAG),
      ),
    ),
    handleCommand(editor, 'feature:cite', ask('cite')),
    handleCommand(editor, 'feature:find-evidence', ask('find')),
    handleCommand(editor, 'feature:remove-citation', () => {
      const here = $citingPlace();
      const selection = $rangeSelection();
      const block = selection && $blockInHand(selection);
      const [first] = here?.citations ?? [];
      if (!block || !first || !editor.isEditable()) return false;
      const others = here?.citations.filter(({ atCaret }) => atCaret === first.atCaret) ?? [];
      if (others.length > 1) {
        refuse(editor, 'There is more than one citation here: choose the one to remove.');
        citing.onAsk?.('look');
        return true;
      }
      const done = $changeCitation(block, first.citation.id, () => null);
      if (done) say('Citation removed');
      return done;
    }),
  );
}
