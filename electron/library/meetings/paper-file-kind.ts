/** What a paper's file is, by its first bytes and its name. Whether it is whole, who reads it finds out. */
import { promises } from 'node:fs';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PaperFileKind } from '../../../shared/contract/meeting-calls.ts';

/** PDF readers look for the mark within the first kilobyte. */
const HEAD = 1024;
const zip = Buffer.from('PK\u0003\u0004', 'latin1');
const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const textEndings = new Set(['txt', 'md', 'markdown', 'text']);
/** Text in UTF-16 has these in the middle of everything. */
const textMarks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** @throws DespatchError `input.unsupported`, `input.empty`, `input.misnamed` with the name and what can be done. */
export async function paperFileKind(file: string, name: string): Promise<PaperFileKind> {
  const head = await readHead(file);
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (head.length === 0) throw new DespatchError('input.empty', { file: name, reason: 'it holds no bytes' });
  if (head.includes('%PDF-', 0, 'latin1')) return 'pdf';
  if (head.subarray(0, 4).equals(zip)) {
    if (ending === 'docx') return 'word';
    if (ending === 'despatch') return 'despatch';
    throw unsupported(name, 'it is neither PDF nor Word nor text; save it as PDF and add that');
  }
  if (head.subarray(0, 8).equals(oldOffice)) {
    throw unsupported(
      name,
      'it is of an old Office format or locked with a password; save it as .docx or PDF',
    );
  }
  const binary = head.includes(0) && !textMarks.some((mark) => head.subarray(0, 2).equals(mark));
  if (textEndings.has(ending) && !binary) return 'text';
  if (['pdf', 'docx', 'despatch'].includes(ending)) {
    throw new DespatchError('input.misnamed', {
      file: name,
      reason: `its name ends in .${ending}, but it is no such file`,
    });
  }
  throw unsupported(name, 'it is neither PDF nor Word nor text; save it as PDF and add that');
}

function unsupported(file: string, reason: string): DespatchError {
  return new DespatchError('input.unsupported', { file, reason });
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await promises.open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
