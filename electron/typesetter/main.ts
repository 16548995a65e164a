/**
 * Entry of the typesetter process, which holds Typst and PDFium for the page preview: both are busy for as long as a
 * document takes, and both keep memory that only the end of a process gives back.
 */
import { toErrorData } from '../../shared/contract/errors.ts';
import { orderSchema, type TypesetterAnswer, type TypesetterOrder } from './messages.ts';
import { Typesetter } from './typesetter.ts';

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

const typesetter = new Typesetter();

async function obey(order: TypesetterOrder): Promise<unknown> {
  switch (order.type) {
    case 'put':
      typesetter.put(order.documentId, order.sections);
      return null;
    case 'typeset':
      return typesetter.typeset(order);
    case 'pictures':
      typesetter.putPictures(order.documentId, order.pictures);
      return null;
    case 'page':
      return typesetter.page(order.documentId, order.version, order.page, order.width);
    case 'close':
      typesetter.close(order.documentId);
      return null;
  }
}

async function answer(order: TypesetterOrder): Promise<TypesetterAnswer> {
  const { id } = order;
  try {
    const output = await obey(order);
    return { type: 'done', id, output, memory: process.memoryUsage.rss() };
  } catch (thrown) {
    return { type: 'error', id, error: toErrorData(thrown), memory: process.memoryUsage.rss() };
  }
}

/** One order after the other, as they came. */
function listener(say: (answer: TypesetterAnswer) => void): (message: unknown) => void {
  let last = Promise.resolve();
  return (message) => {
    const order = orderSchema.parse(message);
    last = last.then(async () => say(await answer(order)));
  };
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort) {
  parentPort.once('message', ({ ports: [port] }) => {
    if (!port) throw new Error('The typesetter is given a port to its library.');
    const hear = listener((message) => port.postMessage(message));
    port.on('message', ({ data }) => hear(data));
    port.on('close', () => process.exit());
    port.start();
  });
} else {
  process.on(
    'message',
    listener((message) => process.send?.(message)),
  );
  // A host that died leaves nobody to answer.
  process.on('disconnect', () => process.exit());
}
