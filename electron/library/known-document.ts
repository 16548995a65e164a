import { DespatchError } from '../../shared/contract/errors.ts';
import type { ParsedDocument } from '../../shared/document/parse.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';

/**
 * The document for what must not pass over anything it does not know.
 * @throws DespatchError `document.newer` when parts of it are unknown to this version.
 */
export function knownDocument({ document, unknownParts }: ParsedDocument): DespatchDocument {
  if (unknownParts.length === 0) return document;
  const reason = unknownParts.join(', ');
  throw new DespatchError('document.newer', { documentId: document.id, reason });
}
