/** Everything somebody may do to a document, as values that fast-check makes up and shrinks. */
import fc from 'fast-check';
import { $getRoot, $isTextNode } from 'lexical';
import { $selectBlocks } from '../../../renderer/editor/block-selection.ts';
import { $attach, $blockInHand, $changeCitation } from '../../../renderer/editor/citing/operations.ts';
import { $selectedContent } from '../../../renderer/editor/clipboard/copy.ts';
import { type Fragment, fragmentOf } from '../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../renderer/editor/clipboard/insert-fragments.ts';
import { fragmentsFromText } from '../../../renderer/editor/clipboard/plain-text.ts';
import { type EditorCommandId, editorCommands } from '../../../renderer/editor/commands.ts';
import type { BlockNode } from '../../../renderer/editor/nodes/block-node.ts';
import { $arrowInBlockSelection } from '../../../renderer/editor/operations/block-arrows.ts';
import { $deleteAcross } from '../../../renderer/editor/operations/delete-across.ts';
import { $deleteRange } from '../../../renderer/editor/operations/delete-range.ts';
import { $blockAround, $rangeSelection, $sections } from '../../../renderer/editor/operations/locate.ts';
import { $moveBlocksById, $moveSectionById } from '../../../renderer/editor/operations/move-by-id.ts';
import { $enter } from '../../../renderer/editor/operations/split.ts';
import { $tab } from '../../../renderer/editor/operations/tab.ts';
import { $runCommand, $setSelectedKind } from '../../../renderer/editor/run-command.ts';
import { type BlockKind, bearings, type DocumentKind } from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import { $blocks, type Bench, words } from './headless.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
/** A place as two parts: which block, as a fraction of all, and how many characters into it. */
const place = fc.record({ block: fraction, at: fc.nat(12) });
const range = fc.record({ from: place, to: place });
/** Neighbours, which a selection all over the document seldom is. */
const nearby = fc.record({ from: place, further: fc.nat(4) });

const kinds = Object.keys(blockRules) as BlockKind[];
const noEdits: readonly EditorCommandId[] = ['undo', 'redo', 'bold', 'italic'];
const commands = editorCommands.map(({ id }) => id).filter((id) => !noEdits.includes(id));
const onBlocks = [
  'delete',
  'cut',
  'copy',
  'type',
  'enter',
  'tab',
  'up',
  'shiftDown',
  'duplicate',
  'moveUp',
  'moveDown',
] as const;

const rich = fc.record({
  role: fc.constantFrom('line' as const, 'item' as const, 'heading' as const),
  level: fc.nat(4),
});

export const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), place, text: fc.stringMatching(/^[a-z ]{1,6}$/) }),
  fc.record({ do: fc.constant('enter' as const), place }),
  fc.record({ do: fc.constant('tab' as const), place, backward: fc.boolean() }),
  fc.record({ do: fc.constant('backspace' as const), place }),
  fc.record({ do: fc.constant('delete' as const), place }),
  fc.record({ do: fc.constant('cutRange' as const), range }),
  fc.record({ do: fc.constant('deleteRange' as const), range }),
  fc.record({ do: fc.constant('deleteNear' as const), nearby }),
  fc.record({ do: fc.constant('typeOver' as const), range }),
  fc.record({ do: fc.constant('command' as const), nearby, command: fc.constantFrom(...commands) }),
  fc.record({ do: fc.constant('blocks' as const), nearby, act: fc.constantFrom(...onBlocks) }),
  fc.record({ do: fc.constant('setKind' as const), nearby, kind: fc.constantFrom(...kinds) }),
  fc.record({ do: fc.constant('bold' as const), range }),
  fc.record({ do: fc.constant('copy' as const), range }),
  fc.record({ do: fc.constant('paste' as const), place }),
  fc.record({
    do: fc.constant('drag' as const),
    blocks: fc.array(fraction, { minLength: 1, maxLength: 3 }),
    to: fraction,
    toEnd: fc.boolean(),
  }),
  fc.record({ do: fc.constant('dragSection' as const), section: fraction, before: fc.option(fraction) }),
  fc.record({
    do: fc.constant('pasteText' as const),
    place,
    text: fc.constantFrom('one', 'one\ntwo', 'a\n\nb\nc\n'),
  }),
  fc.record({
    do: fc.constant('pasteRich' as const),
    place,
    roles: fc.array(rich, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant('damage' as const),
    place,
    what: fc.constantFrom('block', 'section', 'words'),
  }),
  fc.record({
    do: fc.constant('cite' as const),
    range,
    source: fc.constantFrom('e1', 'e2'),
    bearing: fc.constantFrom(...bearings),
    onWords: fc.boolean(),
  }),
  fc.record({ do: fc.constant('uncite' as const), place, which: fc.nat(3) }),
  fc.record({
    do: fc.constant('setBearing' as const),
    place,
    which: fc.nat(3),
    bearing: fc.constantFrom(...bearings),
  }),
  fc.record({ do: fc.constant('clearAll' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
interface Place {
  readonly block: number;
  readonly at: number;
}

function pick<Item>(items: readonly Item[], where: number): Item {
  const item = items[Math.min(items.length - 1, Math.floor(where * items.length))];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

function $point(block: BlockNode, at: number): { key: string; offset: number; type: 'text' | 'element' } {
  let rest = at;
  for (const text of block.getChildren().filter($isTextNode)) {
    if (rest <= text.getTextContentSize()) return { key: text.getKey(), offset: rest, type: 'text' };
    rest -= text.getTextContentSize();
  }
  return { key: block.getKey(), offset: block.getChildrenSize(), type: 'element' };
}

function $selectRange(from: Place, to: Place, end = pick($blocks(), to.block)) {
  const start = pick($blocks(), from.block);
  const selection = start.select();
  const anchor = $point(start, from.at);
  const focus = $point(end, to.at);
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  return selection;
}

function $blocksNear({ from, further }: { from: Place; further: number }): [BlockNode, BlockNode] {
  const blocks = $blocks();
  const start = pick(blocks, from.block);
  return [start, blocks[blocks.indexOf(start) + further] ?? start];
}

function $onBlocks(bench: Bench, kind: DocumentKind, act: (typeof onBlocks)[number], clipboard: Clipboard) {
  const selection = $rangeSelection();
  if (!selection) return;
  const arrow = (key: string, shiftKey: boolean) =>
    $arrowInBlockSelection({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false });
  if (act === 'cut' || act === 'copy') clipboard.current = $selectedContent(selection).map(fragmentOf);
  if (act === 'delete') $deleteAcross(true);
  else if (act === 'cut') $deleteRange(selection);
  else if (act === 'type') {
    $deleteRange(selection);
    $rangeSelection()?.insertText('x');
  } else if (act === 'enter') $enter(selection);
  else if (act === 'tab') $tab(selection, false);
  else if (act === 'up') arrow('ArrowUp', false);
  else if (act === 'shiftDown') {
    arrow('ArrowDown', true);
    $deleteAcross(true);
  } else if (act !== 'copy') $runCommand(bench.editor, kind, act);
}

/** What no command does, but a browser or a program of another might. */
function $damage(what: string): void {
  const target = $blockAround($rangeSelection()?.focus.getNode() ?? null);
  if (what === 'words') for (const text of $getRoot().getAllTextNodes().slice(0, 9)) text.setTextContent('z');
  else if (what === 'block') target?.remove();
  else target?.getParent()?.remove();
}

let cited = 0;

function $cite(next: Extract<Step, { do: 'cite' | 'uncite' | 'setBearing' }>): void {
  const selection = $rangeSelection();
  if (!selection) return;
  if (next.do === 'cite') {
    const quote = { type: 'TextQuoteSelector' as const, exact: 'Quoted', prefix: '', suffix: '' };
    const taken = {
      evidenceId: next.source,
      edition: 'a'.repeat(64),
      locator: { quote, position: null, page: 1 },
    };
    // Blocks may well hold citations of one name that are not the same one.
    $attach(selection, taken, next, () => `q${(cited++ % 3) + 1}`);
    return;
  }
  const block = $blockInHand(selection);
  const citation = block?.getState().citations[next.which];
  if (!block || !citation) return;
  $changeCitation(block, citation.id, (each) =>
    next.do === 'uncite' ? null : { ...each, bearing: next.bearing },
  );
}

export interface Clipboard {
  current: Fragment[];
}

function $perform(bench: Bench, kind: DocumentKind, next: Step, clipboard: Clipboard): void {
  const $free = (id: string) => bench.ids.$isFree(id);
  const keyOf = (id: string) => bench.ids.keyOf(id);
  if (next.do === 'drag') {
    const ids = next.blocks.map((at) => pick($blocks(), at).getState().id);
    const before = pick($blocks(), next.to);
    const section = $sections().find((each) => each.is(before.getParent()));
    const to = {
      sectionId: section?.getState().id ?? '',
      beforeId: next.toEnd ? null : before.getState().id,
    };
    $moveBlocksById(keyOf, ids, to);
    return;
  }
  if (next.do === 'dragSection') {
    const idAt = (where: number) => pick($sections(), where).getState().id;
    $moveSectionById(keyOf, idAt(next.section), next.before === null ? null : idAt(next.before));
    return;
  }
  if ('place' in next) $selectRange(next.place, next.place);
  else if ('range' in next) $selectRange(next.range.from, next.range.to);
  else if ('nearby' in next) {
    const [start, end] = $blocksNear(next.nearby);
    if (next.do === 'blocks') $selectBlocks(start, end);
    else $selectRange(next.nearby.from, next.nearby.from, end);
  }
  const selection = $rangeSelection();
  if (next.do === 'clearAll') {
    $deleteRange($selectRange({ block: 0, at: 0 }, { block: 1, at: 1000 }));
    return;
  }
  if (!selection) return;
  if (next.do === 'type') selection.insertText(next.text);
  if (next.do === 'enter') $enter(selection);
  if (next.do === 'tab') $tab(selection, next.backward);
  if (next.do === 'backspace' || next.do === 'delete') $deleteAcross(next.do === 'backspace');
  if (next.do === 'deleteRange' || next.do === 'deleteNear') $deleteRange(selection);
  if (next.do === 'typeOver') {
    $deleteRange(selection);
    $rangeSelection()?.insertText('x');
  }
  if (next.do === 'copy' || next.do === 'cutRange') {
    clipboard.current = $selectedContent(selection).map(fragmentOf);
    if (next.do === 'cutRange') $deleteRange(selection);
  }
  if (next.do === 'paste') $insertFragments(selection, clipboard.current, $free);
  if (next.do === 'pasteText') $insertFragments(selection, fragmentsFromText(next.text), $free);
  if (next.do === 'pasteRich') {
    const fragments = next.roles.map((origin) => ({ origin, content: words('r') }));
    $insertFragments(selection, fragments, $free);
  }
  if (next.do === 'command') $runCommand(bench.editor, kind, next.command);
  if (next.do === 'blocks') $onBlocks(bench, kind, next.act, clipboard);
  if (next.do === 'setKind') $setSelectedKind(next.kind);
  if (next.do === 'bold') selection.formatText('bold');
  if (next.do === 'damage') $damage(next.what);
  if (next.do === 'cite' || next.do === 'uncite' || next.do === 'setBearing') $cite(next);
}

export function perform(bench: Bench, kind: DocumentKind, next: Step, clipboard: Clipboard): void {
  if (next.do === 'undo') bench.undo();
  else if (next.do === 'redo') bench.redo();
  else bench.edit(() => $perform(bench, kind, next, clipboard));
}

/** Whether no letter may be gone after it. */
export function keepsWords(next: Step): boolean {
  if (next.do === 'command') return next.command !== 'delete';
  return [
    'type',
    'enter',
    'tab',
    'setKind',
    'bold',
    'copy',
    'paste',
    'drag',
    'dragSection',
    'pasteText',
    'pasteRich',
  ].includes(next.do);
}

/** Whether it may change what is locked: on purpose, or by going back to a time before. */
export function changesLocks(next: Step): boolean {
  if (next.do === 'command') return next.command === 'lock' || next.command === 'unlock';
  return next.do === 'undo' || next.do === 'redo';
}
