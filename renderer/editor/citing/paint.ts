/** The words of the citation somebody has in hand, drawn by one style sheet: choosing another never touches the sheet. */

export interface CitingPaint {
  show(current: { readonly blockId: string; readonly citationId: string } | null): void;
  dispose(): void;
}

const quoted = (id: string) => `"${CSS.escape(id)}"`;

export function ruleFor({ blockId, citationId }: { blockId: string; citationId: string }): string {
  const words = `.sheet [data-block-id=${quoted(blockId)}] [data-cited~=${quoted(citationId)}]`;
  return `${words}{background:var(--cited-tint-current);text-decoration:var(--cited-line-current)}`;
}

export function citingPaint(): CitingPaint {
  let styles: CSSStyleSheet | null = null;
  let shown = '';
  return {
    show(current) {
      const rule = current ? ruleFor(current) : '';
      if (rule === shown) return;
      shown = rule;
      if (!styles) {
        styles = new CSSStyleSheet();
        document.adoptedStyleSheets.push(styles);
      }
      styles.replaceSync(rule);
    },
    dispose() {
      if (!styles) return;
      const at = document.adoptedStyleSheets.indexOf(styles);
      if (at >= 0) document.adoptedStyleSheets.splice(at, 1);
    },
  };
}
