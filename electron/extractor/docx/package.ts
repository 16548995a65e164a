/** The parts of an Office file, out of a ZIP archive that may be damaged, encrypted or made to swell. */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DespatchError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { limits, megabytes } from '../limits.ts';
import { isCompoundFile, isZip, knownBinary } from '../sniff.ts';

export interface WordPackage {
  /** The part as text; null where the package has no part of that name. */
  read(name: string): Promise<string | null>;
  has(name: string): boolean;
}

/** What an error is called, and how large a package of this kind may be, in bytes. */
export interface PackageRules {
  readonly notZip: ErrorCode;
  readonly damaged: ErrorCode;
  readonly encrypted: ErrorCode;
  readonly part: number;
  readonly parts: number;
  readonly declared: number;
}
const wordRules: PackageRules = {
  notZip: 'input.docxNotZip',
  damaged: 'input.docxDamaged',
  encrypted: 'input.docxEncrypted',
  part: limits.part,
  parts: limits.parts,
  declared: limits.declared,
};

function bomb(file: string, reason: string): DespatchError {
  return new DespatchError('input.zipBomb', { file, reason });
}

function damaged(file: string, fault: unknown, rules: PackageRules): DespatchError {
  if (fault instanceof DespatchError) return fault;
  // What the unpacker says of it is for programmers; it stays with the cause.
  const cutOff = /end of central dir|comment length/i.test(fault instanceof Error ? fault.message : '');
  const reason = cutOff ? 'its end is missing: it was cut off' : 'what is packed in it cannot be unpacked';
  return new DespatchError(rules.damaged, { file, reason }, { cause: fault });
}

function openZip(bytes: Buffer, file: string, rules: PackageRules): Promise<ZipFile> {
  if (isCompoundFile(bytes)) {
    const reason = 'it is encrypted, or was written by Word 2003 or older';
    throw new DespatchError(rules.encrypted, { file, reason });
  }
  if (!isZip(bytes)) {
    const reason = `its content is ${knownBinary(bytes) ?? 'no ZIP archive'}, not a Word document`;
    throw new DespatchError(rules.notZip, { file, reason });
  }
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (fault, zip) => {
      if (fault) reject(damaged(file, fault, rules));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile, file: string, rules: PackageRules): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let declared = 0;
    zip.on('error', (fault: Error) => reject(damaged(file, fault, rules)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize;
      if (entries.size >= limits.zipEntries)
        reject(bomb(file, `it has more than ${limits.zipEntries} parts`));
      else if (declared > rules.declared) {
        reject(bomb(file, `unpacked it would have more than ${megabytes(rules.declared)}`));
      } else {
        entries.set(entry.fileName.replace(/^\/+/, '').toLowerCase(), entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

/** UTF-8, or UTF-16 with its mark: what the standard for XML parts allows. */
function decodePart(bytes: Buffer, name: string, file: string, rules: PackageRules): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    throw new DespatchError(
      rules.damaged,
      { file, reason: `its part ${name} is not valid Unicode` },
      { cause: fault },
    );
  }
}

/**
 * Opens an Office package; a Word file for import unless other rules are given.
 * @throws DespatchError `input.zipBomb` and those of the rules.
 */
export async function openPackage(
  bytes: Buffer,
  file: string,
  rules: PackageRules = wordRules,
): Promise<WordPackage> {
  const zip = await openZip(bytes, file, rules);
  const entries = await listEntries(zip, file, rules);
  let inflated = 0;

  // What a header says of a size is the author's word; only what really comes out is counted.
  async function inflate(entry: Entry): Promise<Buffer> {
    if (entry.isEncrypted()) {
      throw new DespatchError(rules.encrypted, {
        file,
        reason: `its part ${entry.fileName} is encrypted`,
      });
    }
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      inflated += chunk.length;
      const swollen = size > limits.ratioFrom && size > limits.ratio * entry.compressedSize;
      if (swollen)
        throw bomb(file, `its part ${entry.fileName} unpacks to more than ${limits.ratio} times its size`);
      if (size > rules.part || inflated > rules.parts) {
        throw bomb(file, `its part ${entry.fileName} unpacks to more than ${megabytes(rules.part)}`);
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  const find = (name: string) => entries.get(name.replace(/^\/+/, '').toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    async read(name) {
      const entry = find(name);
      if (!entry) return null;
      try {
        return decodePart(await inflate(entry), name, file, rules);
      } catch (fault) {
        throw damaged(file, fault, rules);
      }
    },
  };
}
