/**
 * Entry of the extractor process: reads files that nobody trusts and answers. The host kills it when a file takes too
 * long or too much; nothing but that file is lost with it.
 */
import { toErrorData } from '../../shared/contract/errors.ts';
import { goBehind } from '../companion/go-behind.ts';
import {
  type EvidenceAnswer,
  type EvidenceOrder,
  type ExtractorAnswer,
  type ExtractorOrder,
  orderSchema,
} from './messages.ts';
import { readSource } from './read-source.ts';

goBehind();

/** Electron's utility process has a port to its parent; plain Node has `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

async function readDocument(file: string): Promise<ExtractorAnswer> {
  try {
    return { type: 'source', source: await readSource(file) };
  } catch (fault) {
    return { type: 'error', error: toErrorData(fault) };
  }
}

async function readStyle(file: string): Promise<ExtractorAnswer> {
  try {
    const { readStyleFile } = await import('./csl/read-style.ts');
    return { type: 'style', style: await readStyleFile(file) };
  } catch (fault) {
    return { type: 'error', error: toErrorData(fault) };
  }
}

async function readReferenceFile(file: string): Promise<ExtractorAnswer> {
  try {
    const { readReferences } = await import('./references/read-references.ts');
    return { type: 'references', items: await readReferences(file) };
  } catch (fault) {
    return { type: 'error', error: toErrorData(fault) };
  }
}

async function readWholePackage({
  file,
  ...into
}: Extract<ExtractorOrder, { type: 'package' }>): Promise<ExtractorAnswer> {
  try {
    const { readPackage } = await import('./portable/read-package.ts');
    return { type: 'package', package: await readPackage(file, into) };
  } catch (fault) {
    return { type: 'error', error: toErrorData(fault) };
  }
}

async function readEvidence(order: EvidenceOrder): Promise<EvidenceAnswer> {
  const { job } = order;
  try {
    // Loaded only here: a document to import must not wait for it.
    const { readEvidenceFile } = await import('./evidence/read-evidence-file.ts');
    return { type: 'extraction', job, extraction: await readEvidenceFile(order.file, order.name) };
  } catch (fault) {
    return { type: 'error', job, error: toErrorData(fault) };
  }
}

/** One order after the other, as they came. @param last whether the process has done its work with this answer. */
function listener(say: (answer: ExtractorAnswer | EvidenceAnswer, last: boolean) => void) {
  let before = Promise.resolve();
  const obey = async (order: ExtractorOrder) => {
    if (order.type === 'evidence') say(await readEvidence(order), false);
    else if (order.type === 'references') say(await readReferenceFile(order.file), true);
    else if (order.type === 'package') say(await readWholePackage(order), true);
    else say(await (order.type === 'style' ? readStyle : readDocument)(order.file), true);
  };
  return (message: unknown) => {
    const order = orderSchema.parse(message);
    before = before.then(() => obey(order));
  };
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort) {
  const hear = listener((answer) => parentPort.postMessage(answer));
  parentPort.on('message', ({ data }) => hear(data));
} else {
  process.on(
    'message',
    listener((answer, last) => process.send?.(answer, () => last && process.disconnect())),
  );
  // Ctrl+C reaches every process of a terminal; what becomes of the file in hand is for the host to say.
  process.on('SIGINT', () => {});
  // A host that died leaves nobody to answer.
  process.on('disconnect', () => process.exit());
}
