/** The files a command writes: all of them, or none. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { PrintEvidence } from '../../shared/print/evidence.ts';
import type { Pictures } from '../library/export/pictures.ts';
import { openTargets } from '../library/export/targets.ts';
import { render } from '../library/render.ts';
import type { Command } from './arguments.ts';
import type { AskedPrint } from './print-options.ts';

const formats = { docx: 'docx', pdf: 'pdf', 'json-out': 'json' } as const;
type Format = (typeof formats)[keyof typeof formats];

export interface AskedOutput {
  readonly format: Format;
  /** Absolute. */
  readonly file: string;
}
export interface Written extends AskedOutput {
  readonly bytes: number;
}

/** A path that is the same for every name of the same file. */
export function canonical(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/**
 * What the options ask for.
 * @param input the file being read, if any; it must not be written over.
 * @throws DespatchError `output.sameAsInput`, also for one file asked for twice.
 */
export function askedOutputs(options: Command['options'], input: string | null): AskedOutput[] {
  const taken = new Set(input === null ? [] : [canonical(input)]);
  const asked: AskedOutput[] = [];
  for (const [option, format] of Object.entries(formats) as [keyof typeof formats, Format][]) {
    const given = options[option];
    if (given === undefined) continue;
    if (taken.has(canonical(given))) throw new DespatchError('output.sameAsInput', { file: given });
    taken.add(canonical(given));
    asked.push({ format, file: path.resolve(given) });
  }
  return asked;
}

async function bytesOf(
  document: DespatchDocument,
  format: Format,
  pictures: Pictures | undefined,
  evidence: PrintEvidence | undefined,
  print: AskedPrint | undefined,
): Promise<Uint8Array> {
  if (format !== 'json') {
    return render(document, format, { evidence, ...print, ...(pictures ? { pictures } : {}) });
  }
  const { serialiseDocument } = await import('../../shared/document/parse.ts');
  return Buffer.from(`${JSON.stringify(serialiseDocument(document), null, 2)}\n`);
}

/**
 * Makes everything first and writes it then, so that what cannot be made or written leaves no trace.
 * @param pictures the document's; one that was only just imported has none.
 * @param evidence how its sources are printed; absent: not at all.
 * @param print absent: as `defaultPdf` says, and all of it.
 * @throws DespatchError `export.*`, `image.missing`, `output.*`
 */
export async function writeOutputs(
  document: DespatchDocument,
  asked: readonly AskedOutput[],
  pictures?: Pictures,
  evidence?: PrintEvidence,
  print?: AskedPrint,
): Promise<Written[]> {
  const write = openTargets(asked.map(({ file }) => file));
  const made: Uint8Array[] = [];
  for (const { format } of asked) made.push(await bytesOf(document, format, pictures, evidence, print));
  await write(made);
  return asked.map((output, at) => ({ ...output, bytes: made[at]?.length ?? 0 }));
}
