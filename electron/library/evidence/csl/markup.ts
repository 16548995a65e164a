/**
 * How words with formatting come out of citeproc: between signs that no printed word can hold (`words.ts` drops all
 * noncharacters), so nothing a source says of itself can be taken for formatting, and no HTML is made or read.
 */
import { linkPattern } from '../../../../shared/document/inline.ts';
import type { PrintRun } from '../../../../shared/print/blocks.ts';
import { printableText } from '../../../../shared/print/words.ts';

const signs = {
  italic: '\ufdd1',
  upright: '\ufdd2',
  bold: '\ufdd3',
  light: '\ufdd4',
  end: '\ufdd5',
} as const;

const within = (sign: string) => `${sign}%%STRING%%${signs.end}`;
const asIs = (_state: unknown, text: string): string => text;

interface Terms {
  getTerm(name: string): string;
}
const quoted =
  (open: string, close: string) =>
  (state: Terms, text: string | undefined): string =>
    text === undefined ? state.getTerm(open) : state.getTerm(open) + text + state.getTerm(close);

/** An output format of citeproc: a table of what each formatting of the language is written as; false: as nothing. */
export const format: Record<string, unknown> = {
  text_escape: (text: string | undefined): string => text ?? '',
  bibstart: '',
  bibend: '',
  '@font-style/italic': within(signs.italic),
  '@font-style/oblique': within(signs.italic),
  '@font-style/normal': within(signs.upright),
  '@font-variant/small-caps': false,
  '@passthrough/true': asIs,
  '@font-variant/normal': false,
  '@font-weight/bold': within(signs.bold),
  '@font-weight/normal': within(signs.light),
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': false,
  '@vertical-align/baseline': false,
  '@vertical-align/sup': false,
  '@vertical-align/sub': false,
  '@strip-periods/true': asIs,
  '@strip-periods/false': asIs,
  '@quotes/true': quoted('open-quote', 'close-quote'),
  '@quotes/inner': (state: Terms, text: string | undefined) =>
    text === undefined ? '’' : quoted('open-inner-quote', 'close-inner-quote')(state, text),
  '@quotes/false': false,
  '@cite/entry': asIs,
  '@bibliography/entry': asIs,
  '@display/block': (_state: unknown, text: string) => ` ${text}`,
  '@display/left-margin': (_state: unknown, text: string) => `${text} `,
  '@display/right-inline': asIs,
  '@display/indent': (_state: unknown, text: string) => ` ${text}`,
  '@showid/true': asIs,
  '@URL/true': asIs,
  '@DOI/true': asIs,
};

const address = /https?:\/\/[^\s<>“”"\ufdd1-\ufdd5]+/giu;
/** What ends a sentence or a bracket around an address is no part of it. */
const tail = /[.,;:!?)\]’'…]+$/u;

/** Addresses in the words become links, which is what a reader of a file expects of them. */
function withLinks(run: PrintRun): PrintRun[] {
  const runs: PrintRun[] = [];
  let at = 0;
  for (const match of run.text.matchAll(address)) {
    const link = match[0].replace(tail, '');
    if (!linkPattern.test(link)) continue;
    if (match.index > at) runs.push({ ...run, text: run.text.slice(at, match.index) });
    runs.push({ ...run, text: link, link });
    at = match.index + link.length;
  }
  if (at < run.text.length) runs.push({ ...run, text: run.text.slice(at) });
  return runs;
}

/** What came out of citeproc as runs of words. */
export function runsOf(output: string): PrintRun[] {
  const runs: PrintRun[] = [];
  const open: string[] = [];
  for (const piece of output.trim().split(/([\ufdd1-\ufdd5])/u)) {
    if (piece === signs.end) open.pop();
    else if (/^[\ufdd1-\ufdd4]$/u.test(piece)) open.push(piece);
    else if (piece !== '') {
      const italic =
        open.findLast((sign) => sign === signs.italic || sign === signs.upright) === signs.italic;
      const bold = open.findLast((sign) => sign === signs.bold || sign === signs.light) === signs.bold;
      const text = printableText(piece);
      const last = runs.at(-1);
      if (last && (last.italic === true) === italic && (last.bold === true) === bold) {
        runs[runs.length - 1] = { ...last, text: last.text + text };
      } else if (text !== '') {
        runs.push({ type: 'text', text, ...(bold && { bold }), ...(italic && { italic }) });
      }
    }
  }
  return runs.flatMap(withLinks);
}
