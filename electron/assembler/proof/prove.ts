/**
 * The proof that a finished public file shows nothing that stands only in exempt parts. The file is read back as it
 * will be published, by two programs and byte by byte: PDFium gives the words of its pages, pdf-lib every object, and
 * what neither counts as part of the file is read as bytes. Runs where foreign bytes may.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ExemptText, SEQUENCE, Sought } from '../../../shared/pack/proof.ts';
import type { Proof, ProofJob, ProofText } from '../../../shared/pack/proof-report.ts';
import { type OpenPdf, openPdf } from '../../pdfium/open-pdf.ts';
import { leftovers } from './leftovers.ts';
import { ProofLog } from './log.ts';
import { readObjects, wordsOfPdf } from './read-pdf.ts';
import { Walk } from './walk.ts';

/** Parts of the work, of `STEPS`. */
type Progress = (done: number, of: number) => void;
const STEPS = 100;
const unproven = 'Nothing was published.';

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new DespatchError('pack.partFailed', { file: name, reason: `it is gone. ${unproven}` }, { cause });
  }
}

async function exemptTexts(texts: readonly ProofText[]): Promise<ExemptText[]> {
  const all: ExemptText[] = [];
  for (const text of texts) {
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

async function openTexts(texts: readonly ProofText[]): Promise<string[]> {
  const all: string[] = [];
  for (const text of texts) {
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

function readPages(shown: OpenPdf, labels: readonly string[], log: ProofLog): void {
  let before = '';
  for (let at = 0; at < shown.pageCount; at += 1) {
    const label = labels[at] ?? '';
    const { text, picture } = shown.text(at);
    if (picture) log.scanned(label);
    // The number it bears is no figure of anybody's.
    const own = new Set([label, String(at + 1)]);
    log.look(
      { place: { place: 'page text', what: 'in its words', page: label }, text, speech: 'prose' },
      own,
    );
    log.lookBetween(before, text, label);
    before = text;
  }
}

/**
 * @throws DespatchError `pack.partFailed` where a file cannot be read, so that nothing is proven.
 */
export async function prove(job: ProofJob, progress: Progress = () => {}): Promise<Proof> {
  progress(0, STEPS);
  const exempt = await exemptTexts(job.exempt);
  progress(20, STEPS);
  const sought = new Sought(exempt, await openTexts(job.open));
  progress(50, STEPS);
  const bytes = await bytesOf(job.publicFile, job.publicName);
  const log = new ProofLog(sought);
  const named = { place: 'names and labels', what: 'in the name of the file', page: null } as const;
  log.look({ place: named, text: path.parse(job.publicName).name, speech: 'machine' });
  const source = await readObjects(bytes, job.publicName);
  // What was put right while it was read is not what would be published.
  if (source.resaved !== null) {
    const reason = `its objects cannot be read back as they are. ${unproven}`;
    throw new DespatchError('pack.partFailed', { file: job.publicName, reason });
  }
  const shown = await openPdf(bytes);
  let labels: string[];
  try {
    labels = labelsOf(shown);
    readPages(shown, labels, log);
  } finally {
    shown.close();
  }
  progress(70, STEPS);
  const walk = new Walk(source, labels);
  for (const found of walk.texts()) {
    log.look(found);
  }
  progress(90, STEPS);
  for (const found of leftovers(bytes)) {
    log.look(found);
  }
  const limits = [...(job.unread ?? []), ...log.limits, ...walk.limits, ...walk.pictureLimits()];
  return {
    format: 'despatch-proof-1',
    file: job.publicName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    pages: labels.length,
    date: job.date,
    result:
      log.findings.length > 0 ? 'leaks' : limits.length > 0 ? 'no leak where it could be read' : 'no leak',
    findings: log.findings,
    searched: log.searched,
    exempt: sought.parts,
    limits,
    sequenceLength: SEQUENCE,
  };
}
