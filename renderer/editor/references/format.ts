/** Bold and italic on references: Lexical formats characters only, and a reference among them would stand out. */
import {
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  FORMAT_TEXT_COMMAND,
  IS_BOLD,
  IS_ITALIC,
  type LexicalEditor,
} from 'lexical';
import { $isReference } from '../inline/reference-node.ts';
import { $rangeSelection } from '../operations/locate.ts';

export function registerReferenceFormat(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    FORMAT_TEXT_COMMAND,
    (format) => {
      const bit = format === 'bold' ? IS_BOLD : format === 'italic' ? IS_ITALIC : 0;
      const selection = $rangeSelection();
      if (bit === 0 || !selection || selection.isCollapsed()) return false;
      const nodes = selection.getNodes();
      const [first, ...others] = nodes.filter($isReference);
      if (!first) return false;
      // The words decide where there are any, as they do for one another.
      const words = nodes.find((node) => $isTextNode(node) && node.isSelected(selection));
      const has = $isTextNode(words) ? words.hasFormat(format) : (first.getFormat() & bit) !== 0;
      for (const reference of [first, ...others]) {
        const own = reference.getFormat();
        reference.setFormat(has ? own & ~bit : own | bit);
      }
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
