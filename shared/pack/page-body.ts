/** The words of a page of a pack without what the pack itself printed on it, which is another in every version. */

/** A marking as it is printed, with handling instructions: "OFFICIAL-SENSITIVE". */
const MARKING = /^(?:TOP SECRET|SECRET|OFFICIAL)(?:[-–\s][\p{Lu}\d ,:;()/–-]*)?$/u;
/** In the corner of an item's first page: "Agenda Item 6(a)", "Tab 3". */
const STAMP = /^(?:Agenda Item|Tab)\s\S{1,16}$/u;
/** As many lines as stamps take. */
const MOST_LINES = 8;

/**
 * How much of the text of a page are words of its paper: stamps are drawn last, so they are its last lines.
 * @param label the printed number of the page.
 * @returns UTF-16 units.
 */
export function bodyLength(text: string, label: string): number {
  let end = text.length;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trim();
    const isStamp = line === '' || isNumber(line, label) || MARKING.test(line) || STAMP.test(line);
    if (!isStamp || end === 0) break;
    end = Math.max(0, start - 1);
  }
  return end;
}

function isNumber(line: string, label: string): boolean {
  return label !== '' && (line === label || line === `Page ${label}`);
}
