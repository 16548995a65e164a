/** The inner end of a companion process: orders come in, one after the other, and are answered. */
import type * as z from 'zod';
import { toErrorData } from '../../shared/contract/errors.ts';
import type { CompanionAnswer, CompanionOrder } from './answer.ts';

/** Electron's utility process is handed a port that leads straight to the library; plain Node has `process.send`. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
  start(): void;
}
interface ParentPort {
  once(event: 'message', listener: (message: { ports: Port[] }) => void): void;
}

type Progress = (done: number, of: number) => void;
type Obey<Order> = (order: Order, progress: Progress) => Promise<unknown>;

async function answer<Order extends CompanionOrder>(
  obey: Obey<Order>,
  order: Order,
  say: (answer: CompanionAnswer) => void,
): Promise<CompanionAnswer> {
  const { id } = order;
  try {
    const output = await obey(order, (done, of) => say({ type: 'progress', id, done, of }));
    return { type: 'done', id, output, memory: process.memoryUsage.rss() };
  } catch (thrown) {
    return { type: 'error', id, error: toErrorData(thrown), memory: process.memoryUsage.rss() };
  }
}

/** Called once, by the entry of the process. Orders are obeyed in the order in which they come. */
export function serveOrders<Order extends CompanionOrder>(schema: z.ZodType<Order>, obey: Obey<Order>): void {
  let last = Promise.resolve();
  const hear = (message: unknown, say: (answer: CompanionAnswer) => void) => {
    const order = schema.parse(message);
    last = last.then(async () => say(await answer(obey, order, say)));
  };

  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) {
    parentPort.once('message', ({ ports: [port] }) => {
      if (!port) throw new Error('A companion is given a port to its library.');
      port.on('message', ({ data }) => hear(data, (message) => port.postMessage(message)));
      port.on('close', () => process.exit());
      port.start();
    });
    return;
  }
  process.on('message', (message) => hear(message, (said) => process.send?.(said)));
  // Ctrl+C reaches every process of a terminal; the host ends this one when it has made up its mind.
  process.on('SIGINT', () => {});
  // A host that died leaves nobody to answer.
  process.on('disconnect', () => process.exit());
}
