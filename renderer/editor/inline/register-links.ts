/** Links on the sheet: asked for by key, menu or Ctrl+click. Nothing is ever opened: the application has no network. */
import {
  $getNearestNodeFromDOMNode,
  $isTextNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  mergeRegister,
} from 'lexical';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { caretPlace } from './caret-place.ts';
import { $changeLink, $linkInHand } from './link-operations.ts';
import { type Links, linksKey } from './links.ts';
import { $restoreSelection } from './restore-selection.ts';
import { $linkOf } from './run-state.ts';

export function registerLinks({ editor, root, provide, say }: EditorContext): () => void {
  function change(address: string | null, text: string | null): void {
    if (!editor.isEditable()) return;
    editor.update(
      () => {
        $restoreSelection(editor);
        $changeLink(address, text);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    say(address === null ? 'Link removed' : 'Link set');
  }
  const links: Links = {
    onAsk: null,
    set: (address, text) => change(address, text),
    remove: () => change(null, null),
  };
  provide(linksKey, links);

  return mergeRegister(
    handleCommand(editor, 'feature:link', () => {
      const inHand = $linkInHand();
      if (!inHand || !links.onAsk) return false;
      links.onAsk(caretPlace(root), inHand);
      return true;
    }),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return false;
        const element = event.target.closest('[data-link]');
        const node = element && $getNearestNodeFromDOMNode(element);
        if (!element || !$isTextNode(node)) return false;
        const address = $linkOf(node);
        node.select(0, node.getTextContentSize());
        const { left, top, bottom } = element.getBoundingClientRect();
        links.onAsk?.({ left, top, bottom }, { address, text: node.getTextContent() });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
