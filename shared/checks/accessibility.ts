/** What a reader who hears the document, or who enlarges it, could not follow. */
import type { Inline, KnownBlock } from '../document/schema.ts';
import type { Rule } from './rule.ts';

/** Those of this file and the others that an accessible PDF hangs on; the export shows them before it writes one. */
export const accessibilityRules: ReadonlySet<string> = new Set([
  'missing-title',
  'missing-alternative-text',
  'alternative-text-words',
  'table-without-header',
  'empty-column-header',
  'long-table-row',
  'heading-skipped',
  'link-words',
  'unprintable-sign',
]);

const vague =
  /^(?:(?:please )?(?:click|see|go|read|look)? ?(?:here|this|more|link|this link|this page|(?:read|learn|find out) more|details|website|web ?site|download))$/iu;
const address = /^(?:https?:\/\/|www\.)\S+$/iu;
/** No pattern is tried on more. */
const LONG_VAGUE = 60;
/** A short address is read out in a breath: "gov.uk/floods". */
const SHORT = 40;

function contentsOf(block: KnownBlock): (readonly Inline[])[] {
  return block.kind === 'table'
    ? [block.content, ...block.rows.flat().map(({ content }) => content)]
    : [block.content];
}

/** The words of each link; runs of one link beside each other are one. */
function linksIn(content: readonly Inline[]): string[] {
  const links: { target: string; words: string; at: number }[] = [];
  for (const [at, inline] of content.entries()) {
    if (inline.type !== 'text' || !inline.link) continue;
    const last = links.at(-1);
    if (last && last.target === inline.link && last.at === at - 1) {
      last.words += inline.text;
      last.at = at;
    } else links.push({ target: inline.link, words: inline.text, at });
  }
  return links.map(({ words }) => words.trim());
}

/** WCAG 2.2, 2.4.4: the words of a link say where it leads. */
export const linkWords: Rule = {
  name: 'link-words',
  *check({ blocks }) {
    for (const { block } of blocks) {
      for (const words of contentsOf(block).flatMap(linksIn)) {
        const isVague = words.length < LONG_VAGUE && vague.test(words.replace(/[.!…:>»→]+$/u, '').trim());
        if (!isVague && !(address.test(words) && words.length > SHORT)) continue;
        yield {
          severity: 'warning',
          blockId: block.id,
          message: isVague
            ? `The link “${words}” does not say where it leads. Put the link on words that do.`
            : 'A link shows its address, which is read out sign by sign. Put the link on words that say where it leads.',
        };
      }
      yield null;
    }
  },
};

const fileName = /^[^\s]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$/iu;
const generic =
  /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|chart|graph|diagram|figure|logo|screenshot|screen ?grab|scan|table)(?: \d+)?$/iu;
const ofText =
  /\b(?:screen ?shot|screen ?grab|scan(?:ned)?|photo(?:graph)? of (?:an? |the )?(?:page|letter|table|document|slide))\b/iu;
/** Longer, and whoever hears it cannot go back within it. */
const LONG_WORDS = 500;

function alternativeFault(words: string): string | null {
  if (fileName.test(words))
    return 'The alternative text of the picture is the name of its file. Write what it shows.';
  if (generic.test(words))
    return `The alternative text “${words}” does not say what the picture shows. Write it in a sentence or two.`;
  if (ofText.test(words))
    return 'The picture seems to show words, which can be neither enlarged nor read out. Write them as text or as a table instead.';
  if (words.length > LONG_WORDS)
    return `The alternative text has ${words.length} characters. Say in two sentences what the picture shows, and the rest in the text beside it.`;
  return null;
}

/** WCAG 2.2, 1.1.1 and 1.4.5: the words say what is seen, and text is no picture. */
export const alternativeTextWords: Rule = {
  name: 'alternative-text-words',
  *check({ blocks }) {
    for (const { block } of blocks) {
      if (block.kind !== 'image' || block.decorative) continue;
      const message = alternativeFault(block.alternativeText.trim());
      if (message !== null) yield { severity: 'warning', blockId: block.id, message };
    }
  },
};

/** PDF/UA-1, 7.4.2: print puts such a heading a level higher, so that it is not where its author meant it. */
export const headingSkipped: Rule = {
  name: 'heading-skipped',
  *check({ blocks }) {
    let above = 0;
    for (const { block, empty } of blocks) {
      if (block.kind !== 'heading' || empty) continue;
      if (block.level > above + 1) {
        yield {
          severity: 'warning',
          blockId: block.id,
          message: `A heading of level ${block.level} follows ${above === 0 ? 'none' : `one of level ${above}`}. It is printed as level ${above + 1}: raise it, or write the heading between.`,
        };
      }
      above = Math.min(block.level, above + 1);
    }
  },
};

/** A row that is read out cell by cell must be short enough to keep its header in mind: about a quarter of a page. */
const LONG_ROW = 900;

export const longTableRow: Rule = {
  name: 'long-table-row',
  *check({ blocks }) {
    for (const { block } of blocks) {
      if (block.kind !== 'table') continue;
      const long = block.rows.findIndex(
        (cells) =>
          cells
            .flatMap(({ content }) => content)
            .reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 0), 0) > LONG_ROW,
      );
      if (long >= 0) {
        yield {
          severity: 'note',
          blockId: block.id,
          message: `Row ${long + 1} of the table is long. Whoever hears it has forgotten its header by its end: part it, or write it as text.`,
        };
      }
      yield null;
    }
  },
};
