/**
 * Draws comments with one style sheet of its own instead of attributes on what Lexical draws: a thread that is opened,
 * resolved or deleted never touches the sheet's elements, however many it stands on.
 */
import type { ShownComments } from './comments.ts';

export interface Paint {
  show(comments: ShownComments): void;
  dispose(): void;
}

export function commentPaint(): Paint {
  const styles = new CSSStyleSheet();
  document.adoptedStyleSheets.push(styles);
  let shown = '';
  return {
    show(comments) {
      const rules = rulesFor(comments);
      if (rules === shown) return;
      shown = rules;
      styles.replaceSync(rules);
    },
    dispose() {
      const at = document.adoptedStyleSheets.indexOf(styles);
      if (at >= 0) document.adoptedStyleSheets.splice(at, 1);
    },
  };
}

const quoted = (id: string) => `"${CSS.escape(id)}"`;
const onWords = (id: string) => `.sheet [data-comments~=${quoted(id)}]`;
const onBlock = (id: string) => `.sheet [data-block-id=${quoted(id)}]`;

/** Every selector ends in an attribute, by which the browser finds the few elements it is for. */
export function rulesFor({ threads, blocks, current }: ShownComments): string {
  const rules: string[] = [];
  if (threads.length > 0) rules.push(`${threads.map(onWords).join(',')}{background:var(--comment-tint)}`);
  if (current !== null) {
    rules.push(`${onWords(current)}{background:var(--comment-tint-current);box-shadow:var(--comment-line)}`);
  }
  if (blocks.length > 0) {
    const margin =
      'margin-inline-end:calc(8px - var(--margin-end));padding-inline-end:calc(var(--margin-end) - 8px);';
    const layers = 'var(--finding-layer,none),var(--comment-layer),var(--evidence-layer,none)';
    rules.push(
      `${blocks.map(onBlock).join(',')}{--comment-layer:var(--comment-mark);${margin}background:${layers}}`,
    );
  }
  return rules.join('\n');
}
