/** What Word and Outlook mean by their own styles and classes. */

/** Depth of a list paragraph from 0; null for any other. Word's lists are paragraphs whose style names the level. */
export function wordListLevel(style: string, className: string, hasMarker: () => boolean): number | null {
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level !== undefined) return Number(level) - 1;
  const named = /\bMsoList(?:Bullet|Number)([2-5]?)\b/i.exec(className);
  // Where the style sheet names the list, the paragraph itself bears nothing but its class and a drawn marker.
  if (named && hasMarker()) return Number(named[1] || 1) - 1;
  return null;
}

/** The bullet or number that Word draws before a list paragraph for programs without lists. */
export function isListMarker(style: string): boolean {
  return /mso-list:\s*Ignore/i.test(style);
}

/** Whether a marker counts; the bullets of Word are drawn with the letters of symbol fonts. */
export function isNumber(marker: string): boolean {
  return /\d|\p{L}+[.)]/u.test(marker);
}

export function isCommentMark(style: string, className: string): boolean {
  return (
    /mso-special-character:\s*comment/i.test(style) ||
    /\b(?:msocomanchor|MsoCommentReference)\b/i.test(className)
  );
}

/** The list of comments that Word writes behind the words. */
export function isCommentList(style: string): boolean {
  return /mso-element:\s*comment-list/i.test(style);
}

export function isComment(style: string): boolean {
  return /mso-element:\s*comment(?:\s|;|$)/i.test(style);
}

/** Without the mark that Word puts before them. */
export function commentWords(comment: Element): string {
  return (comment.textContent ?? '').replace(/^\s*\[[^\]]{1,12}\]/u, '');
}

export function isNote(style: string): boolean {
  return /mso-element:\s*(?:footnote|endnote)(?:\s|;|$)/i.test(style);
}

/** Rank of a heading from 0 for a title; null for any other paragraph. */
export function headingRank(element: Element, name: string, style: string, className: string): number | null {
  const tag = /^H([1-6])$/.exec(name)?.[1];
  if (tag !== undefined) return Number(tag);
  if (/\bMsoTitle\b/i.test(className)) return 0;
  const outline =
    /mso-outline-level:\s*([1-9])/i.exec(style)?.[1] ?? /\bMsoHeading([7-9])\b/i.exec(className)?.[1];
  if (outline !== undefined) return Number(outline);
  if (element.getAttribute('role') !== 'heading') return null;
  return Number(/^[1-9]$/.exec(element.getAttribute('aria-level') ?? '')?.[0] ?? 2);
}

export function isQuotation(name: string, className: string): boolean {
  return name === 'BLOCKQUOTE' || /\bMso(?:Intense)?Quote\b/i.test(className);
}

/** deleted: by a reviewer. inserted: by a reviewer. struck: words that are crossed out but still there. */
export function revision(
  name: string,
  style: string,
  className: string,
): 'deleted' | 'inserted' | 'struck' | null {
  if (name === 'DEL' || /\bmsoDel\b/i.test(className)) return 'deleted';
  if (name === 'INS' || /\bmsoIns\b/i.test(className)) return 'inserted';
  if (name === 'S' || name === 'STRIKE' || /(?:^|;)\s*text-decoration[^;:]*:[^;]*line-through/i.test(style))
    return 'struck';
  return null;
}
