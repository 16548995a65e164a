/**
 * The proof that a finished public file shows nothing that stands only in exempt parts. The file is read back as it
 * will be published, by two programs and byte by byte: PDFium gives the words of its pages, pdf-lib every object, and
 * what neither counts as part of the file is read as bytes. Runs where foreign bytes may.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ExemptText, SEQUENCE, Sought } from '../../../shared/pack/proof.ts';
import type { Proof, ProofJob, ProofText } from '../../../shared/pack/proof-report.ts';
import { type OpenPdf, openPdf } from '../../pdfium/open-pdf.ts';
import { leftovers } from './leftovers.ts';
import { ProofLog } from './log.ts';
import { loadObjects, wordsOfPdf } from './read-pdf.ts';
import { Walk } from './walk.ts';

export interface ProofContext {
  readonly signal: AbortSignal;
  /** @param fraction from 0 to 1. */
  readonly progress: (fraction: number, what: string) => void;
}

/** Texts looked at before others get a turn, and a wish to cancel is heard. */
const AT_ONCE = 50;
const unproven = 'Nothing was published.';

class Turns {
  readonly #signal: AbortSignal;
  #done = 0;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws DespatchError `call.cancelled` */
  async take(): Promise<void> {
    this.#done += 1;
    if (this.#done % AT_ONCE === 0) await turn();
    if (this.#signal.aborted) throw new DespatchError('call.cancelled');
  }
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new DespatchError('pack.partFailed', { file: name, reason: `it is gone. ${unproven}` }, { cause });
  }
}

async function exemptTexts(texts: readonly ProofText[], turns: Turns): Promise<ExemptText[]> {
  const all: ExemptText[] = [];
  for (const text of texts) {
    await turns.take();
    if (text.type === 'text') {
      all.push(text);
      continue;
    }
    const { item, file, name } = text;
    all.push({ item, kind: 'name', text: path.parse(name).name });
    const bytes = await bytesOf(file, name);
    for (const words of await wordsOfPdf(bytes, name, item)) all.push({ item, kind: 'words', text: words });
  }
  return all;
}

async function openTexts(texts: readonly ProofText[], turns: Turns): Promise<string[]> {
  const all: string[] = [];
  for (const text of texts) {
    await turns.take();
    if (text.type === 'text') all.push(text.text);
    else {
      all.push(path.parse(text.name).name);
      all.push(...(await wordsOfPdf(await bytesOf(text.file, text.name), text.name, text.item)));
    }
  }
  return all;
}

const labelsOf = (shown: OpenPdf): string[] =>
  Array.from({ length: shown.pageCount }, (_, at) => shown.label(at) ?? String(at + 1));

async function readPages(
  shown: OpenPdf,
  labels: readonly string[],
  log: ProofLog,
  turns: Turns,
): Promise<void> {
  for (let at = 0; at < shown.pageCount; at += 1) {
    await turns.take();
    const label = labels[at] ?? '';
    const { text, picture } = shown.text(at);
    if (picture) log.scanned(label);
    // The number it bears is no figure of anybody's.
    const own = new Set([label, String(at + 1)]);
    log.look(
      { place: { place: 'page text', what: 'in its words', page: label }, text, speech: 'prose' },
      own,
    );
  }
}

/**
 * @throws DespatchError `pack.partFailed` where a file cannot be read, so that nothing is proven; `call.cancelled`.
 */
export async function prove(job: ProofJob, { signal, progress }: ProofContext): Promise<Proof> {
  const turns = new Turns(signal);
  progress(0, 'Reading what is exempt');
  const exempt = await exemptTexts(job.exempt, turns);
  progress(0.2, 'Reading what is public');
  const sought = new Sought(exempt, await openTexts(job.open, turns));
  progress(0.5, 'Searching the public file');
  const bytes = await bytesOf(job.publicFile, job.publicName);
  const log = new ProofLog(sought);
  const document = await loadObjects(bytes, job.publicName);
  const shown = await openPdf(bytes);
  let labels: string[];
  try {
    labels = labelsOf(shown);
    await readPages(shown, labels, log, turns);
  } finally {
    shown.close();
  }
  progress(0.7, 'Searching what is behind the pages');
  const walk = new Walk(document, labels);
  for (const found of walk.texts()) {
    await turns.take();
    log.look(found);
  }
  progress(0.9, 'Searching the bytes of the file');
  for (const found of leftovers(bytes)) {
    await turns.take();
    log.look(found);
  }
  return {
    format: 'despatch-proof-1',
    file: job.publicName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    pages: labels.length,
    date: job.date,
    result: log.findings.length === 0 ? 'no leak' : 'leaks',
    findings: log.findings,
    searched: log.searched,
    exempt: sought.parts,
    limits: [...log.limits, ...walk.limits, ...walk.pictureLimits()],
    sequenceLength: SEQUENCE,
  };
}
