import { DespatchError } from '../../shared/contract/errors.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import type { SourceText } from '../../shared/import/source.ts';
import { decodeText } from '../extractor/decode.ts';
import { limits } from '../extractor/limits.ts';
import { readSource } from '../extractor/read-source.ts';
import type { CliIo } from './io.ts';

/** As FILE: pasted text on standard input. */
export const STDIN = '-';

/**
 * Reads a file in this process, which does nothing else and may die for it, or the text on standard input.
 * @throws DespatchError `input.*`
 */
export async function readInput(file: string, io: CliIo): Promise<SourceText> {
  if (file !== STDIN) return readSource(file);
  const name = 'standard input';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    size += chunk.length;
    if (size > limits.text) throw new DespatchError('input.tooLarge', { file: name, limit: limits.text });
    chunks.push(chunk);
  }
  const { text } = decodeText(Buffer.concat(chunks), name);
  if (text.trim() === '') throw new DespatchError('input.empty', { file: name });
  return sourceFromText(text, name);
}
