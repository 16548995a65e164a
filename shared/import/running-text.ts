/** Running text: plain words, or a quotation where it is one and the part of the document has room for one. */
import type { SectionRole } from '../document/schema.ts';
import { sectionRules } from '../document/structure.ts';
import type { DocumentBuilder } from './builder.ts';
import { isQuotation, withMarkerShown } from './lines.ts';
import type { Passage } from './rejoin.ts';

/** Puts a passage as it stands into a section of this role; what the source marked as a quotation in vain is told. */
export function putText(role: SectionRole, passage: Passage, build: DocumentBuilder): void {
  const { name, blocks } = sectionRules[role];
  const mayQuote = blocks.includes('quotation');
  const kind = mayQuote && isQuotation(passage) ? 'quotation' : 'text';
  const block = build.plain(role, kind, passage, 0, null, withMarkerShown(passage));
  if (!passage.line.quoted || mayQuote) return;
  const message = `A quotation became plain text, because none can stand in the part “${name.toLowerCase()}”.`;
  build.notice('quotationAsText', message, passage.original, block.id);
}
