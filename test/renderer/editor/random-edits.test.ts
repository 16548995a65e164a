import fc from 'fast-check';
import { expect, test } from 'vitest';
import { $selectedContent } from '../../../renderer/editor/clipboard/copy.ts';
import { type Fragment, fragmentOf } from '../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../renderer/editor/clipboard/insert-fragments.ts';
import { fragmentsFromText } from '../../../renderer/editor/clipboard/plain-text.ts';
import { editorCommands } from '../../../renderer/editor/commands.ts';
import { $deleteAcross } from '../../../renderer/editor/operations/delete-across.ts';
import { $deleteRange } from '../../../renderer/editor/operations/delete-range.ts';
import { $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { $enter } from '../../../renderer/editor/operations/split.ts';
import { $runCommand, $setSelectedKind } from '../../../renderer/editor/run-command.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { parseDocument, serialiseDocument } from '../../../shared/document/parse.ts';
import {
  type BlockKind,
  type DespatchDocument,
  type DocumentKind,
  documentKinds,
  type Inline,
} from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { $blocks, type Bench, open, sample, words } from './headless.ts';

/** A place as two fractions: which block, and where in its characters. */
const place = fc.record({ block: fc.double({ min: 0, max: 1, noNaN: true }), at: fc.nat(12) });
const range = fc.record({ from: place, to: place });

const kinds = Object.keys(blockRules) as BlockKind[];
const commands = editorCommands
  .map(({ id }) => id)
  .filter((id) => id !== 'undo' && id !== 'redo' && id !== 'bold' && id !== 'italic' && id !== 'delete');

const rich = fc.record({
  role: fc.constantFrom('line' as const, 'item' as const, 'heading' as const),
  level: fc.nat(4),
});

const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), place, text: fc.stringMatching(/^[a-z ]{1,6}$/) }),
  fc.record({ do: fc.constant('enter' as const), place }),
  fc.record({ do: fc.constant('backspace' as const), place }),
  fc.record({ do: fc.constant('delete' as const), place }),
  fc.record({ do: fc.constant('cutRange' as const), range }),
  fc.record({ do: fc.constant('deleteRange' as const), range }),
  fc.record({ do: fc.constant('typeOver' as const), range }),
  fc.record({ do: fc.constant('command' as const), range, command: fc.constantFrom(...commands) }),
  fc.record({ do: fc.constant('setKind' as const), range, kind: fc.constantFrom(...kinds) }),
  fc.record({ do: fc.constant('bold' as const), range }),
  fc.record({ do: fc.constant('copy' as const), range }),
  fc.record({ do: fc.constant('paste' as const), place }),
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
  fc.record({ do: fc.constant('clearAll' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Place = { block: number; at: number };

function $point(where: Place): { key: string; offset: number; type: 'text' | 'element' } {
  const blocks = $blocks();
  const block = blocks[Math.min(blocks.length - 1, Math.floor(where.block * blocks.length))];
  if (!block) throw new Error('a document without blocks');
  let rest = where.at;
  for (const text of block.getAllTextNodes()) {
    if (rest <= text.getTextContentSize()) return { key: text.getKey(), offset: rest, type: 'text' };
    rest -= text.getTextContentSize();
  }
  return { key: block.getKey(), offset: block.getChildrenSize(), type: 'element' };
}

function $selectRange(from: Place, to: Place) {
  const first = $blocks()[0];
  const selection = first?.select() ?? null;
  if (!selection) throw new Error('a document without blocks');
  const anchor = $point(from);
  const focus = $point(to);
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  return selection;
}

/** Every third block also holds a link, words that are commented on and a reference. */
function withMarkedWords(document: DespatchDocument): DespatchDocument {
  const [target] = [...knownBlocks(document)].map(({ id }) => id);
  const marked: Inline[] = [
    { type: 'text', text: 'link', link: 'https://example.org' },
    { type: 'text', text: 'said', comments: ['c1'] },
    { type: 'reference', target: target ?? '', show: 'label', comments: ['c1'] },
    { type: 'text', text: 'both', bold: true, link: 'mailto:a@example.org', comments: ['c1', 'c2'] },
  ];
  let at = 0;
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      at += 1;
      return block.kind === 'unknown' || at % 3 > 0
        ? block
        : { ...block, content: [...block.content, ...marked] };
    }),
  }));
  return { ...document, sections } as DespatchDocument;
}

function letters(document: DespatchDocument): string {
  return [...knownBlocks(document)]
    .map((block) => plainText(block.content))
    .join('')
    .replace(/\s/g, '');
}

/** Whether every character of `part` is in `whole`, however often it is there. */
function missing(part: string, whole: string): string {
  const left = [...whole];
  return [...part]
    .filter((character) => {
      const at = left.indexOf(character);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

const keepsWords = new Set<Step['do']>([
  'type',
  'enter',
  'command',
  'setKind',
  'bold',
  'copy',
  'pasteText',
  'pasteRich',
  'paste',
]);

function perform(bench: Bench, kind: DocumentKind, next: Step, clipboard: { current: Fragment[] }): void {
  const $free = (id: string) => bench.ids.$isFree(id);
  switch (next.do) {
    case 'undo':
      bench.undo();
      break;
    case 'redo':
      bench.redo();
      break;
    default:
      bench.edit(() => {
        if ('place' in next) $selectRange(next.place, next.place);
        else if ('range' in next) $selectRange(next.range.from, next.range.to);
        const selection = $rangeSelection();
        if (next.do === 'clearAll') {
          const last = $blocks().length - 1;
          const all = $selectRange({ block: 0, at: 0 }, { block: 1, at: 1000 });
          if (last >= 0) $deleteRange(all);
          return;
        }
        if (!selection) return;
        if (next.do === 'type') selection.insertText(next.text);
        if (next.do === 'enter') $enter(selection);
        if (next.do === 'backspace' || next.do === 'delete') $deleteAcross(next.do === 'backspace');
        if (next.do === 'deleteRange') $deleteRange(selection);
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
        if (next.do === 'setKind') $setSelectedKind(next.kind);
        if (next.do === 'bold') selection.formatText('bold');
      });
  }
}

function expectLegal(document: DespatchDocument, after: string): void {
  expect(structureFaults(document), after).toEqual([]);
  const parsed = parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))));
  expect(parsed.unknownParts, after).toEqual([]);
  expect(parsed.document, after).toEqual(document);
}

test.each(documentKinds)(
  'any sequence of edits leaves a legal %s, loses no word that was not deleted, and is undone exactly',
  (kind) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const original = withMarkedWords(sample(kind));
        const bench = open(original);
        const clipboard = { current: [] as Fragment[] };
        for (const next of steps) {
          const before = letters(bench.current());
          perform(bench, kind, next, clipboard);
          const now = bench.current();
          expectLegal(now, JSON.stringify(next));
          if (keepsWords.has(next.do)) {
            expect(missing(before, letters(now)), JSON.stringify(next)).toBe('');
          }
        }
        const end = bench.current();
        let undone = 0;
        while (bench.history.undoStack.length > 0) {
          bench.undo();
          undone += 1;
        }
        expect(bench.current()).toEqual(original);
        for (let at = 0; at < undone; at += 1) bench.redo();
        expect(bench.current()).toEqual(end);
      }),
      { numRuns: Number(process.env['EDITS_RUNS'] ?? 200) },
    );
  },
);
