import { type ReaderRequest, readerRequestSchema } from '../../../shared/evidence/reader-request.ts';

/** What a window of its own was opened for; null in the main one. @param search of the address. */
export function askedOf(search: string): ReaderRequest | null {
  const asked = new URLSearchParams(search).get('reader');
  if (asked === null) return null;
  try {
    return readerRequestSchema.parse(JSON.parse(asked));
  } catch {
    return null;
  }
}
