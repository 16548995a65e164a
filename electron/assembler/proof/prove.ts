/**
 * The proof that a finished public file shows nothing that stands only in exempt parts. The file is read back as it
 * will be published: a PDF by two programs and byte by byte (PDFium gives the words of its pages, pdf-lib every object,
 * and what neither counts as part of the file is read as bytes), a Word file part by part, unpacked (`word.ts`). Runs
 * where foreign bytes may.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ExemptText, SEQUENCE, Sought } from '../../../shared/pack/proof.ts';
import {
  type Proof,
  type ProofJob,
  type ProofText,
  pdfPlaces,
  sharedPlaces,
  wordPlaces,
} from '../../../shared/pack/proof-report.ts';
import { type OpenPdf, openPdf } from '../../pdfium/open-pdf.ts';
import { leftovers } from './leftovers.ts';
import { ProofLog } from './log.ts';
import { readObjects, wordsOfPdf } from './read-pdf.ts';
import { Walk } from './walk.ts';
import { isZip, readWord, wordFurniture } from './word.ts';

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

interface Searched {
  readonly log: ProofLog;
  readonly pages: number;
  /** What could not be read. */
  readonly limits: readonly string[];
}

async function searchPdf(
  bytes: Uint8Array,
  { publicName }: ProofJob,
  sought: Sought,
  progress: Progress,
): Promise<Searched> {
  const log = new ProofLog(sought, pdfPlaces);
  const source = await readObjects(bytes, publicName);
  // What was put right while it was read is not what would be published.
  if (source.resaved !== null) {
    const reason = `its objects cannot be read back as they are. ${unproven}`;
    throw new DespatchError('pack.partFailed', { file: publicName, reason });
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
  for (const found of walk.texts()) log.look(found);
  progress(90, STEPS);
  for (const found of leftovers(bytes)) log.look(found);
  return { log, pages: labels.length, limits: [...log.limits, ...walk.limits, ...walk.pictureLimits()] };
}

async function searchWord(bytes: Uint8Array, { publicName }: ProofJob, sought: Sought): Promise<Searched> {
  const log = new ProofLog(sought, [...wordPlaces, ...sharedPlaces]);
  const file = await readWord(bytes, publicName);
  for (const found of file.texts()) log.look(found);
  return { log, pages: 0, limits: file.limits };
}

/**
 * @throws DespatchError `pack.partFailed` where a file cannot be read, so that nothing is proven.
 */
export async function prove(job: ProofJob, progress: Progress = () => {}): Promise<Proof> {
  progress(0, STEPS);
  const exempt = await exemptTexts(job.exempt);
  progress(20, STEPS);
  const bytes = await bytesOf(job.publicFile, job.publicName);
  const isWord = isZip(bytes);
  const sought = new Sought(exempt, [...(await openTexts(job.open)), ...(isWord ? wordFurniture : [])]);
  progress(50, STEPS);
  const search = isWord ? searchWord : searchPdf;
  const { log, pages, limits: unread } = await search(bytes, job, sought, progress);
  const named = { place: 'names and labels', what: 'in the name of the file', page: null } as const;
  log.look({ place: named, text: path.parse(job.publicName).name, speech: 'machine' });
  const limits = [...(job.unread ?? []), ...unread];
  return {
    format: 'despatch-proof-1',
    file: job.publicName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    pages,
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
