import type { TakenPassage } from '../../../shared/evidence/taken.ts';

/** What a drag and the clipboard carry a passage as: JSON of a `TakenPassage`. */
export const PASSAGE_TYPE = 'application/x-despatch-passage';

/** The words with the line that says where they are from. @param where "page 12"; null where there are no pages. */
export function withReference(exact: string, title: string, where: string | null): string {
  return `“${exact}”\n${title}${where === null ? '' : `, ${where}`}`;
}

export function carry(data: DataTransfer, taken: TakenPassage, title: string, where: string | null): void {
  data.setData(PASSAGE_TYPE, JSON.stringify(taken));
  data.setData('text/plain', withReference(taken.locator.quote.exact, title, where));
}
