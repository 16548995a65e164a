/** Blocks withheld from the public: marked and published again. */
import './exempt.css';
import { HISTORY_PUSH_TAG, mergeRegister } from 'lexical';
import { canBeExempt } from '../../../shared/document/exempt.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $ownerOf, $rowOf } from '../operations/groups.ts';
import { $blocksOf, $rangeSelection, $sections, $selectedBlocks } from '../operations/locate.ts';
import { type ExemptBlocks, exemptKey } from './exempt.ts';
import { PUBLISH_TAG } from './keep-withheld.ts';
import { $isWordless, $withheld } from './withheld.ts';

/** A row of a table is withheld whole; a detail by itself can be. */
function $chosen(): BlockNode[] {
  const selection = $rangeSelection();
  const blocks = selection ? $selectedBlocks(selection) : [];
  const whole = blocks.map((block) => ($rowOf(block) ? $ownerOf(block) : block));
  return [...new Set(whole)].filter((block) => canBeExempt(block.getState().kind));
}

/** How many blocks with words go with these, as parts of them. */
function $taken(chosen: readonly BlockNode[]): number {
  const ids = new Set(chosen.map((block) => block.getState().id));
  const alone = $withheld((id) => (ids.has(id) ? trial : undefined));
  const written = $sections()
    .flatMap($blocksOf)
    .filter((block) => !$isWordless(block));
  return written.filter((block) => {
    const { id, kind } = block.getState();
    return alone.has(id) && !ids.has(id) && kind !== 'guidance';
  }).length;
}

/** In place of a reason that nobody has picked yet. */
const trial: Exemption = { regime: 'LGA1972-England', paragraph: 1, publicInterest: '' };

export function registerExempt({ editor, provide, say }: EditorContext): () => void {
  const exempt: ExemptBlocks = {
    onAsk: null,
    chosen: () =>
      editor.read(() => {
        const blocks = $chosen();
        const marked = blocks.find((block) => block.getState().exempt !== null);
        const all = $withheld();
        const inherited = blocks.find((block) => all.has(block.getState().id));
        return {
          count: blocks.length,
          exemption: marked?.getState().exempt ?? null,
          inherited: (inherited && all.get(inherited.getState().id)) ?? null,
          taken: $taken(blocks),
        };
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
        { discrete: true, tag: exemption ? HISTORY_PUSH_TAG : [HISTORY_PUSH_TAG, PUBLISH_TAG] },
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
