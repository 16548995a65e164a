/** What the writers of single blocks need to know of the whole document. */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import type { Pictures } from '../pictures.ts';
import { WordCitations } from './citations.ts';
import { WordComments } from './comments.ts';
import { Links } from './links.ts';
import { Targets } from './targets.ts';

export interface WordContext {
  readonly print: PrintDocument;
  readonly pictures: Pictures;
  readonly links: Links;
  readonly targets: Targets;
  readonly comments: WordComments;
  readonly citations: WordCitations;
}

export function wordContext(print: PrintDocument, pictures: Pictures): WordContext {
  return {
    print,
    pictures,
    links: new Links(),
    targets: new Targets(print),
    comments: new WordComments(print),
    citations: new WordCitations(print),
  };
}
