/** The structure types every reader knows (ISO 32000-1, 14.8.4), and what those of later editions are nearest to. */

export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

/** PDF 2.0 (ISO 32000-2, 14.8.4) and what programs write without saying what it is. */
const nearest: Readonly<Record<string, string>> = {
  DocumentFragment: 'Part',
  Aside: 'Div',
  Title: 'P',
  FENote: 'Note',
  Sub: 'Span',
  Em: 'Span',
  Strong: 'Span',
  H7: 'P',
  H8: 'P',
  H9: 'P',
};

const CHAIN = 32;

/**
 * The standard type that a type stands for.
 * @param mapped of the role map of its file.
 */
export function standardTypeOf(type: string, mapped: (type: string) => string | undefined): string {
  let found = type;
  for (let step = 0; step < CHAIN && !standardTypes.has(found); step += 1) {
    const next = mapped(found);
    if (next === undefined) break;
    found = next;
  }
  return standardTypes.has(found) ? found : (nearest[found] ?? 'NonStruct');
}
