import { DespatchError } from '../../../shared/contract/errors.ts';

/**
 * Parses a column of JSON. The parser's own words are withheld, because they quote the text.
 * @throws DespatchError `library.damaged`
 */
export function parseStored(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DespatchError('library.damaged', { reason: 'a stored text is not JSON' });
  }
}
