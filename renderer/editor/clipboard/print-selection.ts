/** What is copied, as it would be printed: with the numbers, labels and tables that Word and PDF have. */
import type { DespatchDocument, KnownBlock, Reference } from '../../../shared/document/schema.ts';
import type { PrintBlock, PrintInline } from '../../../shared/print/blocks.ts';
import { exemptMark } from '../../../shared/print/exempt.ts';
import { type Group, groupsOf, isGroupPrinted } from '../../../shared/print/groups.ts';
import { numberPlaces } from '../../../shared/print/numbering.ts';
import { type Context, Outline, printGroup, printLoose } from '../../../shared/print/print-group.ts';
import { isRow, rowTablesOf } from '../../../shared/print/tables.ts';
import { printableText, type Wording } from '../../../shared/print/words.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import type { OwnPart } from './own-payload.ts';

/** The words of a reference where it stands; nothing for one that leads nowhere, which no other program could mend. */
export function referenceWords(
  document: DespatchDocument,
  reference: Pick<Reference, 'target' | 'show'>,
): string {
  return referenceText(reference, printedTargets(document)) ?? '';
}

/** How many groups from here are rows of one table. */
function rowsFrom(groups: readonly Group[], at: number): number {
  const kind = groups[at]?.block.kind;
  const end = groups.findIndex((group, index) => index > at && group.block.kind !== kind);
  return (end < 0 ? groups.length : end) - at;
}

function wordingOf(document: DespatchDocument): Wording {
  return {
    comments: false,
    notes: null,
    keepsCited: false,
    // Elsewhere there is nothing that the words could lead to.
    wordsOf: (reference) => ({ text: referenceWords(document, reference), target: null }),
  };
}

/** The words of a part of one block. Blanks at its ends were selected, so they are kept. */
export function printedRuns(document: DespatchDocument, { content }: KnownBlock): PrintInline[] {
  return content.map((inline): PrintInline => {
    if (inline.type === 'break') return inline;
    const { comments: _, cited: __, ...rest } = inline;
    if (rest.type === 'text') return { ...rest, text: printableText(rest.text) };
    const { bold, italic } = rest;
    return {
      type: 'text',
      text: referenceWords(document, rest),
      ...(bold && { bold }),
      ...(italic && { italic }),
    };
  });
}

/** What is withheld says so in other programs too, and is known by it when it comes back. */
function marked(block: KnownBlock): KnownBlock {
  return block.exempt ? { ...block, content: [exemptMark(block.exempt), ...block.content] } : block;
}

/** @param document the whole of which the parts were copied, for the numbers. */
export function printedSelection(document: DespatchDocument, parts: readonly OwnPart[]): PrintBlock[] {
  const wording = wordingOf(document);
  const context: Context = {
    kind: document.kind,
    places: numberPlaces(document),
    wording,
    outline: new Outline(),
  };
  const printed: PrintBlock[] = [];
  for (const { role, blocks } of parts) {
    const groups = [...groupsOf({ id: '', role, blocks: blocks.map(marked) })].filter(isGroupPrinted);
    for (let at = 0; at < groups.length; ) {
      const group = groups[at] as Group;
      const together = groups.slice(at, at + (isRow(group) ? rowsFrom(groups, at) : 1));
      if (isRow(group)) printed.push(...rowTablesOf(together, wording));
      else printed.push(printGroup(group, role, context, printed.at(-1)));
      printed.push(...together.flatMap((each) => printLoose(each, wording)));
      at += together.length;
    }
  }
  return printed;
}
