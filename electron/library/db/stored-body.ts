import type * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { parseStored } from './stored-json.ts';

/**
 * A column of JSON that has a schema.
 * @param what it is, as in "a meeting".
 * @throws DespatchError `library.damaged`
 */
export function parseBody<Body>(schema: z.ZodType<Body>, json: string, what: string): Body {
  const body = schema.safeParse(parseStored(json));
  if (body.success) return body.data;
  const place = body.error.issues[0]?.path.join('.') ?? '';
  throw new DespatchError('library.damaged', { reason: `${what} has the wrong shape at ${place}` });
}
