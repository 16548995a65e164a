import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { withReference } from '../../reading/reference.ts';
import { writePassage } from '../citing/passage-drag.ts';

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
