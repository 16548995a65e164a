/** Blocks withheld from the public: marked and published again. */
import './exempt.css';
import { HISTORY_PUSH_TAG, mergeRegister } from 'lexical';
import { canBeExempt } from '../../../shared/document/exempt.ts';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $ownerOf, $rowOf } from '../operations/groups.ts';
import { $rangeSelection, $selectedBlocks } from '../operations/locate.ts';
import { type ExemptBlocks, exemptKey } from './exempt.ts';

/** A row of a table is withheld whole; a detail by itself can be. */
function $chosen(): BlockNode[] {
  const selection = $rangeSelection();
  const blocks = selection ? $selectedBlocks(selection) : [];
  const whole = blocks.map((block) => ($rowOf(block) ? $ownerOf(block) : block));
  return [...new Set(whole)].filter((block) => canBeExempt(block.getState().kind));
}

export function registerExempt({ editor, provide, say }: EditorContext): () => void {
  const exempt: ExemptBlocks = {
    onAsk: null,
    chosen: () =>
      editor.read(() => {
        const blocks = $chosen();
        const marked = blocks.find((block) => block.getState().exempt !== null);
        return { count: blocks.length, exemption: marked?.getState().exempt ?? null };
      }),
    mark(exemption) {
      if (!editor.isEditable()) return 0;
      let done = 0;
      editor.update(
        () => {
          $restoreSelection(editor);
          for (const block of $chosen()) {
            if (block.getState().exempt === exemption) continue;
            block.setState({ exempt: exemption });
            done += 1;
          }
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      if (done > 0) say(exemption ? `Exempt: paragraph ${exemption.paragraph}` : 'No longer exempt');
      return done;
    },
  };
  provide(exemptKey, exempt);
  return mergeRegister(
    handleCommand(editor, 'feature:exempt', () => {
      exempt.onAsk?.();
      return exempt.onAsk !== null;
    }),
    handleCommand(editor, 'feature:not-exempt', () => exempt.mark(null) > 0),
  );
}
