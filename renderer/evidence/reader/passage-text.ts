import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { writePassage } from '../citing/passage-drag.ts';

/** The words with the line that says where they are from. @param where "page 12"; null where there are no pages. */
function withReference(exact: string, title: string, where: string | null): string {
  return `“${exact}”\n${title}${where === null ? '' : `, ${where}`}`;
}

/** What the clipboard takes: for Despatch the passage, for other programs its words and where they are from. */
export function writeReferenced(
  data: DataTransfer,
  taken: TakenPassage,
  title: string,
  where: string | null,
): void {
  writePassage(data, taken);
  data.setData('text/plain', withReference(taken.locator.quote.exact, title, where));
}
