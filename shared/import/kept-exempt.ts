/**
 * What a Word file of ours says of exempt passages, taken back: a restricted copy that was edited in Word and comes home
 * must not become open text. The file has the paragraph in words before each passage, and the law at its head.
 */
import { canBeExempt } from '../document/exempt.ts';
import type { DespatchDocument, Inline, KnownBlock } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import type { Exemption, ExemptionRegime } from '../pack/exemption.ts';
import { exemptLabel } from '../pack/exemption-words.ts';
import { exemptMarkIn } from './exempt-mark.ts';
import type { ImportRow } from './report.ts';
import { mergeRuns, sliceRuns } from './runs.ts';

const headLine = /^Not for publication by virtue of paragraphs? \d.*Schedule 12A/u;

/** Part 1 has paragraphs 1 to 7, Part 4 those of Wales from 12 on. The words do not tell an executive from a committee. */
function regimeOf(paragraph: number): ExemptionRegime {
  return paragraph >= 12 ? 'LGA1972-Wales' : 'LGA1972-England';
}

/**
 * The reason that a mark tells. Why the public interest is in it, it does not: the file may.
 * @param kept by the file, in its order.
 * @param reason which of those of that paragraph, from 1; null: there is but one.
 */
export function exemptionOf(
  paragraph: number,
  kept: readonly Exemption[] = [],
  reason: number | null = null,
): Exemption {
  const same = kept.filter((each) => each.paragraph === paragraph);
  const [one, ...others] = same;
  const named = reason === null ? undefined : same[reason - 1];
  if (named) return named;
  if (one && others.length === 0) return one;
  const regime = one && others.every((each) => each.regime === one.regime) ? one.regime : regimeOf(paragraph);
  return { regime, paragraph, publicInterest: '' };
}

export interface Unmarked {
  readonly content: Inline[];
  /** null: they bore no mark. */
  readonly paragraph: number | null;
  /** Which of the reasons of that paragraph; null: the mark does not say. */
  readonly reason: number | null;
}

/** Words without the marks of what is withheld. */
export function withoutMarks(content: readonly Inline[]): Unmarked {
  let rest = [...content];
  let paragraph: number | null = null;
  let reason: number | null = null;
  for (;;) {
    const text = plainText(rest);
    const found = exemptMarkIn(text);
    if (!found) break;
    if (paragraph === null && found[2] !== undefined) reason = Number(found[2]);
    paragraph ??= Number(found[1]);
    const end = found.index + found[0].length;
    const isLast = end === text.length || text[end] === '\n';
    const before = text.slice(0, found.index);
    rest = [...sliceRuns(rest, 0, isLast ? before.trimEnd().length : before.length), ...sliceRuns(rest, end)];
  }
  return { content: paragraph === null ? rest : mergeRuns(rest), paragraph, reason };
}

function restored(block: KnownBlock, kept: readonly Exemption[]): KnownBlock {
  if (!canBeExempt(block.kind)) return block;
  const own = withoutMarks(block.content);
  const rows =
    block.kind === 'table' ? block.rows.map((row) => row.map((cell) => withoutMarks(cell.content))) : [];
  const mark = [own, ...rows.flat()].find(({ paragraph }) => paragraph !== null);
  if (mark === undefined || mark.paragraph === null) return block;
  const exempt = exemptionOf(mark.paragraph, kept, mark.reason);
  if (block.kind !== 'table') return { ...block, content: own.content, exempt };
  return {
    ...block,
    content: own.content,
    rows: rows.map((row) => row.map(({ content }) => ({ content }))),
    exempt,
  };
}

const rowOf = (
  block: KnownBlock,
  code: string,
  message: string,
  text: string,
  blockId: string | null,
): ImportRow => ({
  id: `${code} ${block.id}`,
  kind: 'notice',
  code,
  message,
  original: [{ line: 1, text }],
  blockId,
  undo: null,
  state: 'pending',
});

/**
 * The document with its exempt passages marked again, and what to tell of them.
 * @param exemptions the reasons that the file keeps.
 */
export function restoreExempt(
  document: DespatchDocument,
  exemptions: readonly Exemption[],
): {
  readonly document: DespatchDocument;
  readonly rows: readonly ImportRow[];
} {
  const rows: ImportRow[] = [];
  const sections = document.sections.map((section) => {
    if (section.role === 'unknown') return section;
    const blocks = section.blocks.flatMap((block) => {
      if (block.kind === 'unknown') return block;
      const made = restored(block, exemptions);
      // The mark of a table, which has it itself by now.
      if (made !== block && made.kind === 'text' && plainText(made.content).trim() === '') return [];
      if (made !== block && made.exempt) {
        const isWhole = made.exempt.publicInterest !== '';
        const rest = isWhole
          ? 'So is why the public interest is in withholding it.'
          : 'It does not say why the public interest is in withholding it: write that again, and see whether the law is the right one.';
        const message = `${exemptLabel(made.exempt)} is kept from the Word file. ${rest}`;
        rows.push(rowOf(block, 'keptExempt', message, plainText(block.content), block.id));
      }
      return made;
    });
    return { ...section, blocks };
  });
  if (rows.length === 0) return { document, rows };
  // Made by the export, which makes it again; in a public copy it would be wrong.
  const bare = sections.map((section) => {
    if (section.role === 'unknown') return section;
    const blocks = section.blocks.filter((block) => {
      if (block.kind !== 'text' || !headLine.test(plainText(block.content))) return true;
      const message =
        'The line “Not for publication” was left out: every copy with exempt passages bears it anew.';
      rows.push(rowOf(block, 'exemptLine', message, plainText(block.content), null));
      return false;
    });
    return { ...section, blocks };
  });
  return { document: { ...document, sections: bare.filter(({ blocks }) => blocks.length > 0) }, rows };
}
