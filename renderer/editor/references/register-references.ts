/** Cross-references on the sheet: their live words, picking them, and going to what they point at. */
import { $charactersBefore } from '../clipboard/characters.ts';
import '../inline/inline.css';
import { HISTORY_PUSH_TAG, IS_BOLD, IS_ITALIC, mergeRegister } from 'lexical';
import { type Edit, placedText } from '../../../shared/document/places.ts';
import type { Inline } from '../../../shared/document/schema.ts';
import type { TypedReference } from '../../../shared/references/convert.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { $contentOf } from '../convert/inline.ts';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { caretPlace } from '../inline/caret-place.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $editPassage, $passageAround, $passageOf, $selectPlaces } from '../inline/passages.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import { $deleteRange } from '../operations/delete-range.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { registerReferenceFormat } from './format.ts';
import { keepWords } from './keep-words.ts';
import { type Pointer, type References, referencesKey } from './references.ts';
import { $selectedReference, registerReferenceSelection } from './select.ts';

function $insert(pointer: Pointer): void {
  const selection = $rangeSelection();
  if (!selection) return;
  if (!selection.isCollapsed()) $deleteRange(selection);
  const caret = $rangeSelection();
  const passage = caret && $passageAround(caret.anchor.getNode());
  if (!caret || !passage) return;
  const at = $charactersBefore(passage, caret.anchor);
  const reference: Inline = {
    type: 'reference',
    ...pointer,
    ...(caret.format & IS_BOLD ? { bold: true } : {}),
    ...(caret.format & IS_ITALIC ? { italic: true } : {}),
  };
  $editPassage(passage, [{ start: at, end: at, by: [reference] }]);
  $selectPlaces(passage, at + 1);
}

/** Those of one passage that still say what they said when they were found. */
function $convertIn(context: EditorContext, references: readonly TypedReference[]): number {
  const [first] = references;
  const block = first && $blockWithId(context.ids, first.blockId);
  const passage = block && $passageOf(block, first.cell);
  if (!passage) return 0;
  const text = placedText($contentOf(passage.getChildren()));
  const fresh = references.filter(({ start, end, words }) => text.slice(start, end) === words);
  const edits: Edit[] = fresh
    .flatMap((each) => each.edits ?? [])
    .sort((one, other) => one.start - other.start);
  if (edits.length > 0) $editPassage(passage, edits);
  return fresh.length;
}

export function registerReferences(context: EditorContext): () => void {
  const { editor, say } = context;
  const words = keepWords(context);

  const references: References = {
    onAsk: null,
    targets: () => printedTargets(context.document()),
    selected: () => editor.read(() => $selectedReference()?.getReference() ?? null),
    insert(pointer) {
      if (!editor.isEditable()) return;
      editor.update(
        () => {
          $restoreSelection(editor);
          $insert(pointer);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      words.refresh();
    },
    convert(found) {
      if (!editor.isEditable()) return 0;
      const passages = new Map<string, TypedReference[]>();
      for (const each of found) {
        const passage = JSON.stringify([each.blockId, each.cell]);
        passages.set(passage, [...(passages.get(passage) ?? []), each]);
      }
      let done = 0;
      editor.update(
        () => {
          $restoreSelection(editor);
          for (const each of passages.values()) done += $convertIn(context, each);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      words.refresh();
      say(done === 1 ? 'Converted to a cross-reference' : `${done} cross-references made`);
      return done;
    },
  };
  context.provide(referencesKey, references);

  return mergeRegister(
    handleCommand(editor, 'feature:reference', () => {
      references.onAsk?.(caretPlace(context.root));
      return references.onAsk !== null;
    }),
    registerReferenceSelection(context),
    registerReferenceFormat(editor),
    () => words.dispose(),
  );
}
