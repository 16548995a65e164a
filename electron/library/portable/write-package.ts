/** The bytes of a `.despatch` file, piece by piece, the same for the same parts. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { PassThrough } from 'node:stream';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { DespatchError } from '../../../shared/contract/errors.ts';
import {
  MANIFEST,
  type Manifest,
  PACKAGE_VERSION,
  type Part,
  partNames,
} from '../../../shared/portable/format.ts';
import type { MadePart, WantedOriginal } from './collect.ts';

export interface StoredOriginal extends WantedOriginal {
  readonly file: string;
}

export interface PackageContents {
  readonly createdBy: string;
  /** Whether the files of sources go along, as far as they are there. */
  readonly withOriginals: boolean;
  readonly parts: readonly MadePart[];
  readonly originals: readonly StoredOriginal[];
  readonly pictures: readonly MadePart[];
}

export interface WriteWatch {
  readonly signal: { readonly aborted: boolean };
  /** @param done 0 to 1. */
  progress(done: number): void;
}

/** The first moment a zip file can express, in local time as the format has it, so that every place writes the same. */
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 } as const;

/** @throws DespatchError `evidence.originalMissing`, `call.cancelled`; nothing is left open then */
export async function* writePackage(
  contents: PackageContents,
  watch: WriteWatch,
): AsyncGenerator<Uint8Array> {
  const { parts, originals, pictures } = contents;
  const manifest = Buffer.from(`${JSON.stringify(manifestOf(contents), null, 1)}\n`);
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const open = new Set<Readable>();
  zip.on('error', (fault: Error) => output.destroy(fault));
  zip.addBuffer(manifest, MANIFEST, entry);
  for (const { name, content } of parts) zip.addBuffer(Buffer.from(content), name, entry);
  for (const original of originals) {
    // As they are: most are packed already, and the rest is what the receiver must be able to compare.
    const options = { ...entry, size: original.bytes, compress: false };
    zip.addReadStreamLazy(partNames.original(original.hash), options, (give) => {
      const stream = Readable.from(proven(original));
      open.add(stream);
      stream.on('close', () => open.delete(stream));
      stream.on('error', (fault) => output.destroy(fault));
      give(null, stream);
    });
  }
  for (const { name, content } of pictures)
    zip.addBuffer(Buffer.from(content), name, { ...entry, compress: false });
  zip.end({
    forceZip64Format: false,
    comment: `despatch ${PACKAGE_VERSION} ${createHash('sha256').update(manifest).digest('hex')}`,
  });
  const total = [...parts, ...originals, ...pictures].reduce((sum, { bytes }) => sum + bytes, 1);
  let done = 0;
  try {
    for await (const chunk of output as AsyncIterable<Uint8Array>) {
      if (watch.signal.aborted) throw new DespatchError('call.cancelled');
      done += chunk.length;
      watch.progress(Math.min(done / total, 1));
      yield chunk;
    }
  } finally {
    output.destroy();
    for (const stream of open) stream.destroy();
  }
}

function manifestOf({ createdBy, withOriginals, parts, originals, pictures }: PackageContents): Manifest {
  const named = ({ name, sha256, bytes }: Part): Part => ({ name, sha256, bytes });
  const files = originals.map(({ hash, bytes }) => ({ name: partNames.original(hash), sha256: hash, bytes }));
  return {
    format: 'despatch',
    version: PACKAGE_VERSION,
    createdBy,
    originals: withOriginals,
    parts: [...parts, ...files, ...pictures].map(named),
  };
}

/** The bytes of an original, which at their end have turned out to be those of its name. */
async function* proven({ file, hash, name }: StoredOriginal): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  const missing = (cause?: unknown) =>
    new DespatchError('evidence.originalMissing', { file: name }, { cause });
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      sum.update(chunk);
      yield chunk;
    }
  } catch (fault) {
    throw missing(fault);
  }
  if (sum.digest('hex') !== hash) throw missing();
}
