/** A passage on its way from a list or a reader to the sheet, also from another window. */
import { type TakenPassage, takenPassageSchema } from '../../../shared/evidence/taken.ts';

export const PASSAGE_TYPE = 'application/x-despatch-passage';

/** What is dragged, as a drag from the page carries it; other programs get the words. */
export function writePassage(data: DataTransfer, taken: TakenPassage): void {
  data.setData(PASSAGE_TYPE, JSON.stringify(taken));
  data.setData('text/plain', taken.locator.quote.exact);
  data.effectAllowed = 'copyLink';
}

/** While something is dragged, only its types may be asked for. */
export function carriesPassage(data: DataTransfer | null): boolean {
  return data?.types.includes(PASSAGE_TYPE) ?? false;
}

/** @returns null for what is none of ours: any program may drag this type. */
export function readPassage(data: DataTransfer): TakenPassage | null {
  try {
    const passage = takenPassageSchema.safeParse(JSON.parse(data.getData(PASSAGE_TYPE)));
    return passage.success ? passage.data : null;
  } catch {
    return null;
  }
}
