/**
 * A `.despatch` file from the disk, which may be damaged, cut short, changed on its way, or made to do harm. Nothing of
 * it counts before every part has been read to its end and has the checksum that the manifest gives it.
 */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import path from 'node:path';
import { type Entry, open, type ZipFile } from 'yauzl';
import * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { MAX_IMAGE_BYTES } from '../../../shared/images/picture.ts';
import {
  commentsPart,
  type DespatchPackage,
  linesPart,
  MANIFEST,
  type Manifest,
  manifestHead,
  manifestSchema,
  PACKAGE_VERSION,
  type Part,
  partNames,
  sourcesPart,
  textPart,
} from '../../../shared/portable/format.ts';
import { MEGABYTE, megabytes } from '../limits.ts';
import { fileSize } from '../read-file.ts';

/** Larger than any document with its evidence, and small enough for the disks it travels on. */
const most = {
  parts: 20_000,
  /** Bytes of the whole file, and of one original. */
  file: 8192 * MEGABYTE,
  original: 1024 * MEGABYTE,
  /** Bytes of one part that is read into memory, and of all of them. */
  part: 256 * MEGABYTE,
  inMemory: 512 * MEGABYTE,
  manifest: 8 * MEGABYTE,
  /** JSON compresses ten to fifty times. */
  ratio: 200,
  ratioFrom: 5 * MEGABYTE,
} as const;

/** What the writer puts before the hash of the manifest in the comment of the archive. */
const COMMENT = /^despatch 1 ([0-9a-f]{64})$/;

interface Into {
  readonly folder: string;
  readonly prefix: string;
}

interface Archive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * @param into a folder where originals are put down as files of names of their own; null: they are only looked at.
 * @param prefix begins the names of these files. What was put down of a file that turns out to be wrong is for the
 *   caller to remove: this process may not live to do it.
 * @throws DespatchError `package.damaged`, `package.newer`, `input.*`, each with `file` and `reason`
 */
export async function readPackage(file: string, into: Into | null): Promise<DespatchPackage> {
  const size = await fileSize(file);
  if (size === 0) throw new DespatchError('input.empty', { file, reason: 'it holds no bytes' });
  if (size > most.file) {
    const reason = `it has ${megabytes(size)}; the limit is ${megabytes(most.file)}`;
    throw new DespatchError('input.tooLarge', { file, reason, size, limit: most.file });
  }
  const archive = await openArchive(file);
  try {
    return await new PackageReader(file, archive, into).read();
  } catch (fault) {
    throw named(file, fault);
  } finally {
    archive.zip.close();
  }
}

function damaged(file: string, reason: string, cause?: unknown): DespatchError {
  return new DespatchError('package.damaged', { file, reason }, { cause });
}

function named(file: string, fault: unknown): DespatchError {
  if (fault instanceof DespatchError) return fault;
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : null;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DespatchError('library.full', { file }, { cause: fault });
  return damaged(file, fault instanceof Error ? fault.message : String(fault), fault);
}

function openArchive(file: string): Promise<Archive> {
  return new Promise((resolve, reject) => {
    // Strict: back slashes, absolute names and ".." are refused by name before ours are asked for.
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
    open(file, options, (fault, zip) => {
      if (fault) {
        const reason = /end of central dir|comment length/i.test(fault.message)
          ? 'it is no Despatch file, or its end is missing'
          : fault.message;
        return reject(damaged(file, reason, fault));
      }
      const entries = new Map<string, Entry>();
      const refuse = (reason: string, cause?: unknown) => {
        zip.close();
        reject(damaged(file, reason, cause));
      };
      zip.on('error', (thrown: Error) => refuse(thrown.message, thrown));
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        if (entries.size >= most.parts) return refuse(`it has more than ${most.parts} parts`);
        if (entries.has(entry.fileName)) return refuse(`it has two parts called ${entry.fileName}`);
        if (entry.isEncrypted()) return refuse(`its part ${entry.fileName} is encrypted`);
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

class PackageReader {
  readonly #file: string;
  readonly #archive: Archive;
  readonly #into: Into | null;
  #inMemory = 0;

  constructor(file: string, archive: Archive, into: Into | null) {
    this.#file = file;
    this.#archive = archive;
    this.#into = into;
  }

  async read(): Promise<DespatchPackage> {
    const manifest = await this.#manifest();
    const parts = new Map(manifest.parts.map((part) => [part.name, part]));
    this.#compareNames(manifest, parts);
    const found: { -readonly [Key in keyof DespatchPackage]: DespatchPackage[Key] } = {
      manifest,
      document: undefined,
      comments: [],
      sources: [],
      lines: [],
      texts: [],
      originals: [],
      assets: [],
    };
    for (const part of manifest.parts) {
      const [folder, rest] = part.name.split('/');
      if (part.name === partNames.document) found.document = await this.#json(part, z.unknown());
      else if (part.name === partNames.comments) found.comments = await this.#json(part, commentsPart);
      else if (part.name === partNames.sources) found.sources = await this.#json(part, sourcesPart);
      else if (part.name === partNames.lines) found.lines = await this.#json(part, linesPart);
      else if (folder === 'texts') {
        const edition = (rest ?? '').slice(0, 64);
        found.texts.push({ edition, pages: await this.#json(part, textPart) });
      } else if (folder === 'originals') {
        const original = await this.#original(part, found.originals.length);
        if (original) found.originals.push(original);
      } else if (folder === 'assets') {
        this.#mustBeItsHash(part);
        if (part.bytes > MAX_IMAGE_BYTES) throw damaged(this.#file, `its picture ${part.name} is too large`);
        found.assets.push({ sha256: part.sha256, bytes: new Uint8Array(await this.#bytes(part)) });
      } else await this.#bytes(part);
    }
    return found;
  }

  async #manifest(): Promise<Manifest> {
    const file = this.#file;
    const entry = this.#archive.entries.get(MANIFEST);
    if (!entry) throw damaged(file, 'it is no Despatch file: it has no manifest');
    const bytes = await this.#inflate(entry, MANIFEST, most.manifest);
    const raw = parsedJson(bytes, MANIFEST, file);
    const head = manifestHead.safeParse(raw);
    if (!head.success) throw damaged(file, 'its manifest is not one of Despatch');
    if (head.data.version > PACKAGE_VERSION) {
      throw new DespatchError('package.newer', {
        file,
        reason: `version ${head.data.version} of the format`,
      });
    }
    const said = COMMENT.exec(this.#archive.zip.comment)?.[1];
    if (said !== createHash('sha256').update(bytes).digest('hex')) {
      throw damaged(file, 'its manifest is not as it was written');
    }
    const manifest = manifestSchema.safeParse(raw);
    if (!manifest.success) throw damaged(file, `its manifest is wrong (${where(manifest.error)})`);
    return manifest.data;
  }

  #compareNames({ parts: all }: Manifest, parts: ReadonlyMap<string, Part>): void {
    const file = this.#file;
    if (parts.size !== all.length) throw damaged(file, 'its manifest names a part twice');
    for (const name of [partNames.document, partNames.sources]) {
      if (!parts.has(name)) throw damaged(file, `its manifest names no ${name}`);
    }
    for (const { name } of all) {
      if (!this.#archive.entries.has(name)) throw damaged(file, `its part ${name} is missing`);
    }
    for (const name of this.#archive.entries.keys()) {
      if (name !== MANIFEST && !parts.has(name))
        throw damaged(file, `its manifest does not know its part ${name}`);
    }
  }

  /** A part that is named by the hash of its bytes must be these bytes. */
  #mustBeItsHash({ name, sha256 }: Part): void {
    if (path.posix.basename(name) !== sha256)
      throw damaged(this.#file, `its part ${name} is not what its name says`);
  }

  async #json<Value>(part: Part, schema: z.ZodType<Value>): Promise<Value> {
    const value = schema.safeParse(parsedJson(await this.#bytes(part), part.name, this.#file));
    if (value.success) return value.data;
    throw damaged(this.#file, `its part ${part.name} has the wrong shape (${where(value.error)})`);
  }

  async #bytes(part: Part): Promise<Buffer> {
    const bytes = await this.#inflate(this.#entry(part), part.name, Math.min(part.bytes, most.part));
    this.#inMemory += bytes.length;
    if (this.#inMemory > most.inMemory) {
      throw damaged(this.#file, `unpacked it would have more than ${megabytes(most.inMemory)}`);
    }
    this.#compare(part, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }

  async #original(part: Part, count: number): Promise<DespatchPackage['originals'][number] | null> {
    this.#mustBeItsHash(part);
    const hash = createHash('sha256');
    let bytes = 0;
    const to = this.#into && path.join(this.#into.folder, `${this.#into.prefix}${count}`);
    const handle = to === null ? null : await promises.open(to, 'wx', 0o600);
    try {
      for await (const chunk of this.#chunks(
        this.#entry(part),
        part.name,
        Math.min(part.bytes, most.original),
      )) {
        hash.update(chunk);
        bytes += chunk.length;
        await handle?.writeFile(chunk);
      }
    } finally {
      await handle?.close();
    }
    this.#compare(part, bytes, hash.digest('hex'));
    return to === null ? null : { hash: part.sha256, bytes, file: to };
  }

  #entry({ name }: Part): Entry {
    const entry = this.#archive.entries.get(name);
    if (!entry) throw damaged(this.#file, `its part ${name} is missing`);
    return entry;
  }

  #compare(part: Part, bytes: number, sha256: string): void {
    if (bytes === part.bytes && sha256 === part.sha256) return;
    throw damaged(this.#file, `its part ${part.name} is not as it was written`);
  }

  async #inflate(entry: Entry, name: string, limit: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.#chunks(entry, name, limit)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** What a header says of a size is the sender's word; only what really comes out is counted. */
  async *#chunks(entry: Entry, name: string, limit: number): AsyncGenerator<Buffer> {
    const stream = await this.#archive.zip.openReadStreamPromise(entry);
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit)
        throw damaged(this.#file, `its part ${name} is longer than its manifest says or allows`);
      if (size > most.ratioFrom && size > most.ratio * entry.compressedSize) {
        throw damaged(this.#file, `its part ${name} unpacks to more than ${most.ratio} times its size`);
      }
      yield chunk;
    }
  }
}

function parsedJson(bytes: Uint8Array, name: string, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (fault) {
    throw damaged(file, `its part ${name} is not JSON`, fault);
  }
}

function where(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'as a whole'}: ${issue?.message ?? 'unknown'}`;
}
