/** What a file says of itself, as details of a source. */
import type { ExtractedPage, Extraction } from '../../../shared/evidence/extraction.ts';
import type { CslItem } from '../../../shared/evidence/source.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import { cslDate, isoDay, readDate } from './dates.ts';
import { oneLine } from './lines.ts';
import { publisherOf, readNames } from './names.ts';

export interface Claims {
  /** Of CSL 1.0.2. */
  readonly type: string;
  readonly title?: string | undefined;
  /** One a name, or several in one string. */
  readonly authors?: readonly string[];
  readonly publisher?: string | undefined;
  /** In any form that `readDate` reads. */
  readonly issued?: string | undefined;
  readonly url?: string | undefined;
  readonly abstract?: string | undefined;
  /** The program that wrote the file. */
  readonly producer?: string | undefined;
  /** Printed in its header, outside of the text of its pages. */
  readonly marking?: string | null;
}

const LONGEST_TITLE = 500;
const LONGEST_ABSTRACT = 2000;
/** What programs put where nobody told them a title. */
const noTitle =
  /^(?:untitled.*|title|(?:new )?(?:document|presentation|workbook|spreadsheet|book|sheet) ?\d*|microsoft word|powerpoint presentation|pdf|none|null|undefined|slide 1|\.+|-+)$/i;

function titleOf(given: string | undefined): string | null {
  const title = oneLine(given ?? '')
    .replace(/^Microsoft (?:Word|Excel|PowerPoint) - /i, '')
    .replace(/\.(?:docx?|pdf|odt|rtf|xlsx?|pptx?|indd|txt|html?)$/i, '');
  return title === '' || noTitle.test(title) ? null : title.slice(0, LONGEST_TITLE);
}

/** Only addresses of the web: nothing that could lead into this computer. */
function webAddress(given: string | undefined): string | null {
  const url = (given ?? '').trim();
  return url.length <= 2000 && /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : null;
}

function cslOf(claims: Claims): CslItem {
  const title = titleOf(claims.title);
  const author = (claims.authors ?? []).flatMap(readNames);
  const publisher = oneLine(claims.publisher ?? '') || publisherOf(author);
  const issued = claims.issued === undefined ? null : readDate(claims.issued);
  const url = webAddress(claims.url);
  const abstract = oneLine(claims.abstract ?? '').slice(0, LONGEST_ABSTRACT);
  const producer = oneLine(claims.producer ?? '').slice(0, LONGEST_TITLE);
  return {
    type: claims.type,
    ...(title !== null && { title }),
    ...(author.length > 0 && { author }),
    ...(publisher && { publisher }),
    ...(issued && { issued: cslDate(issued) }),
    ...(url !== null && { URL: url }),
    ...(abstract !== '' && { abstract }),
    // The one place of CSL-JSON for what is nobody's citation.
    ...(producer !== '' && { custom: { producer } }),
  };
}

/** Lines from the top and the bottom of a page between which nothing states a marking of the whole. */
const EDGE = 6;
const EDGE_PAGES = 2;

/** The first line at the edge of a page that is a marking and nothing else, as printed. */
function printedMarking(pages: readonly ExtractedPage[]): string | null {
  for (const { text } of pages.slice(0, EDGE_PAGES)) {
    if (!text.includes('OFFICIAL')) continue;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const edges = lines.length <= 2 * EDGE ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
    const found = edges.find((line) => readMarking(line) !== null);
    if (found !== undefined) return found.trim();
  }
  return null;
}

const review =
  /^\W{0,3}(?:(?:date (?:of|for) )?(?:next )?review(?: by| date| due)?(?: date)?|review on)\s*[:–-]?\s+(.{6,40})$/gim;

/** "Next review date: 1 March 2027", anywhere on the first or last pages. */
function printedReview(pages: readonly ExtractedPage[]): string | null {
  const looked =
    pages.length <= 2 * EDGE_PAGES ? pages : [...pages.slice(0, EDGE_PAGES), ...pages.slice(-EDGE_PAGES)];
  for (const { text } of looked) {
    for (const [, words = ''] of text.matchAll(review)) {
      const date = readDate(words.replace(/^(?:by|on|in|is|:)\s+/i, ''));
      if (date) return isoDay(date);
    }
  }
  return null;
}

export function aboutOf(claims: Claims, pages: readonly ExtractedPage[]): Extraction['about'] {
  return {
    csl: cslOf(claims),
    marking: printedMarking(pages) ?? claims.marking ?? null,
    reviewBy: printedReview(pages),
  };
}
