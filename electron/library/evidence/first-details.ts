/** What is known of a source before anybody has edited it: what its file says, and what can be told from that. */
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { titleOfFile } from '../../../shared/evidence/naming.ts';
import type { SourceDetails } from '../../../shared/evidence/source.ts';
import { readMarking } from '../../../shared/import/marking.ts';

/** What programs write where nobody has given a title. */
const noTitle =
  /^(?:untitled.*|document ?\d*|(?:microsoft )?(?:word|excel|powerpoint)(?: document| presentation)?|(?:slide|sheet|page|book|presentation) ?\d*|title|normal|.*\.(?:docx?|indd|dotx?|xlsx?|pptx?|pub|qxd|rtf|tmp|pdf))$/i;
const programBefore = /^(?:Microsoft (?:Word|PowerPoint|Excel|Publisher)|PowerPoint Presentation) - /;
/** A heading that is longer is a sentence. */
const LONGEST_TITLE = 300;

function statedTitle({ about }: Extraction): string {
  const title = (about.csl.title ?? '').replace(programBefore, '').replace(/\s+/g, ' ').trim();
  // Bytes that were no text come out as signs without a letter among them.
  return noTitle.test(title) || !/[\p{L}\p{N}]/u.test(title) ? '' : title;
}

function firstHeading({ pages }: Extraction): string {
  for (const { text, roles } of pages.slice(0, 5)) {
    const at = roles.indexOf('heading');
    if (at === -1) continue;
    const heading = (text.split('\n')[at] ?? '').replace(/\s+/g, ' ').trim();
    if (heading !== '' && heading.length <= LONGEST_TITLE) return heading;
  }
  return '';
}

/** A page with an address on the web can be read by anybody; what a file alone is, nobody knows. */
function isPublished({ kind, about }: Extraction): boolean | null {
  return kind === 'html' && /^https?:\/\//i.test(about.csl.URL ?? '') ? true : null;
}

export function firstDetails(extraction: Extraction, fileName: string): SourceDetails {
  const { about } = extraction;
  const title = statedTitle(extraction) || firstHeading(extraction) || titleOfFile(fileName);
  return {
    csl: { ...about.csl, title },
    published: isPublished(extraction),
    marking: about.marking === null ? null : readMarking(about.marking),
    reviewBy: about.reviewBy,
    description: '',
    own: {},
  };
}
