/** A file of any kind we import, as source lines. Runs in the process that may die for it, or in the command line. */
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import type { SourceText } from '../../shared/import/source.ts';
import { decodeText } from './decode.ts';
import { limits } from './limits.ts';
import { checkLines, fileSize, readWhole } from './read-file.ts';

const textExtensions = new Set(['', '.txt', '.text', '.md', '.markdown']);
const wordExtensions = new Set(['.docx', '.docm', '.dotx']);

async function readText(file: string): Promise<SourceText> {
  const { text, encoding } = decodeText(await readWhole(file, limits.text), file);
  const source = sourceFromText(text, path.basename(file));
  if (source.lines.length === 0) {
    throw new DespatchError('input.empty', { file, reason: 'it holds nothing but white space' });
  }
  checkLines(file, source.lines.length);
  if (encoding !== 'windows-1252') return source;
  const message =
    'The file is not in Unicode; it was read as Windows-1252. Check currency signs and quotation marks.';
  return {
    ...source,
    notices: [{ code: 'guessedEncoding', message, original: [], at: null }, ...source.notices],
  };
}

/**
 * Reads a text, Markdown or Word file.
 * @throws DespatchError `input.*`, each with `file` and `reason`.
 */
export async function readSource(file: string): Promise<SourceText> {
  await fileSize(file);
  const extension = path.extname(file).toLowerCase();
  if (textExtensions.has(extension)) return readText(file);
  if (!wordExtensions.has(extension)) {
    const reason = `Despatch reads .docx, .txt and .md, not ${extension}`;
    throw new DespatchError('input.unsupported', { file, reason });
  }
  const bytes = await readWhole(file, limits.docx);
  // Loaded only here: text files, and the command line's start, must not pay for ZIP and XML.
  const { readDocx } = await import('./docx/index.ts');
  const source = await readDocx(bytes, file);
  checkLines(file, source.lines.length);
  return source;
}
