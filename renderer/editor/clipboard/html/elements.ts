/** What the elements of foreign HTML are to us. */
import type { NoteCode } from '../notes.ts';

/** Never seen by a reader of the page, so that nobody misses them. */
const unseen = new Set([
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'STYLE',
  'BASE',
  'TEMPLATE',
  'COL',
  'COLGROUP',
  'DATALIST',
]);

const leftOut: Readonly<Record<string, NoteCode>> = {
  SCRIPT: 'active',
  IFRAME: 'embedded',
  FRAME: 'embedded',
  OBJECT: 'embedded',
  EMBED: 'embedded',
  APPLET: 'embedded',
  AUDIO: 'embedded',
  VIDEO: 'embedded',
  CANVAS: 'embedded',
  SVG: 'embedded',
  NOSCRIPT: 'hidden',
  INPUT: 'form',
  SELECT: 'form',
  TEXTAREA: 'form',
  METER: 'form',
  PROGRESS: 'form',
};

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TD ' +
    'TFOOT TH THEAD TR UL'
  ).split(' '),
);

export function nameOf(element: Element): string {
  return element.tagName.toUpperCase();
}

/** Whether the words of the element are no part of those around it. */
export function isBlockElement(name: string): boolean {
  return blocks.has(name);
}

export function isUnseen(name: string): boolean {
  return unseen.has(name);
}

/** Why an element stays behind with everything in it; null for one that comes along. */
export function leftOutAs(name: string): NoteCode | null {
  return leftOut[name] ?? null;
}

/** The words of an element that stays behind, as far as a reader of the page saw them. */
export function wordsLost(element: Element, name: string): string {
  if (name === 'INPUT')
    return element.getAttribute('type') === 'hidden' ? '' : (element.getAttribute('value') ?? '');
  if (name === 'SELECT') {
    const chosen = element.querySelector('option[selected]') ?? element.querySelector('option');
    return chosen?.textContent ?? '';
  }
  if (name === 'SCRIPT' || leftOut[name] === 'embedded') {
    return (
      element.getAttribute('src') ??
      element.getAttribute('data') ??
      (name === 'SVG' ? (element.textContent ?? '') : '')
    );
  }
  return element.textContent ?? '';
}

/** Kept off the page by its own style; style sheets are not followed. */
export function isHidden(element: Element, style: string): boolean {
  if (style === '') return element.hasAttribute('hidden');
  return (
    /(?:^|;)\s*(?:display:\s*none|visibility:\s*(?:hidden|collapse)|mso-hide:\s*all|font-size:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i.test(
      style,
    ) || element.hasAttribute('hidden')
  );
}

/** Whether anything in it would have run. */
export function hasHandler(element: Element): boolean {
  for (const { name } of element.attributes) if (/^on[a-z]/i.test(name)) return true;
  return false;
}
