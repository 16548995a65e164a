/** Standing lines that came with a document: those that the library lacks are added, those that it has stay as they are. */
import type { StandingLine } from '../../../shared/lines/line.ts';
import { saidByLine, spelledOut } from '../../../shared/lines/said.ts';
import { type IdThere, repointedLine } from '../../../shared/portable/repoint.ts';
import type { Tables } from '../db/store.ts';

const words = (line: StandingLine) => spelledOut(saidByLine(line));

/** To be run in a write transaction. @returns what became of them, as sentences */
export function enterLines(
  { lines }: Pick<Tables, 'lines'>,
  packed: readonly StandingLine[],
  idHere: IdThere,
): string[] {
  const notices: string[] = [];
  let added = 0;
  for (const line of packed) {
    const here = lines.find(line.id);
    if (!here) {
      lines.put(repointedLine(line, idHere));
      added += 1;
    } else if (words(here.line) !== words(line)) {
      notices.push(
        `The standing line “${here.line.title}” has other words here and was not changed; the document keeps those it came with, and shows the difference.`,
      );
    } else if (here.deleted) {
      notices.push(`The standing line “${here.line.title}” is in the bin here and was left there.`);
    }
  }
  if (added > 0) notices.unshift(`${added} standing line${added === 1 ? '' : 's'} came with it.`);
  return notices;
}
