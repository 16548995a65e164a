/**
 * Entry of the extractor process: reads one file that nobody trusts, answers, and ends. The host kills it when it
 * takes too long or too much; nothing but the one file is lost with it.
 */
import { toErrorData } from '../../shared/contract/errors.ts';
import { type ExtractorAnswer, orderSchema } from './messages.ts';
import { readSource } from './read-source.ts';

/** Electron's utility process has a port to its parent; plain Node has `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

async function answer(order: unknown): Promise<ExtractorAnswer> {
  try {
    return { type: 'source', source: await readSource(orderSchema.parse(order).file) };
  } catch (fault) {
    return { type: 'error', error: toErrorData(fault) };
  }
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort) {
  parentPort.on('message', ({ data }) => {
    void answer(data).then((message) => parentPort.postMessage(message));
  });
} else {
  process.on('message', (order) => {
    void answer(order).then((message) => process.send?.(message, () => process.disconnect()));
  });
  // A host that died leaves nobody to answer.
  process.on('disconnect', () => process.exit());
}
