/** Answers the calls that arrive on one MessagePort (wire.ts). */
import type { CallContext, Handlers } from '../../shared/contract/calls.ts';
import { DespatchError, toErrorData } from '../../shared/contract/errors.ts';
import { type Response, requestSchema } from '../../shared/contract/wire.ts';
import { dispatch } from './dispatch.ts';
import type { LocalLog } from './local-log.ts';

/** What Electron's and Node's message ports have in common. */
export interface ServedPort {
  postMessage(message: Response): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

export interface Server {
  /** Begins to answer; when the port closes, the calls it made are cancelled. */
  serve(port: ServedPort): void;
  /** Resolves when every running call has been answered. */
  idle(): Promise<void>;
}

export function createServer(handlers: Handlers, log: LocalLog): Server {
  const running = new Set<Promise<void>>();

  function serve(port: ServedPort): void {
    const cancels = new Map<number, AbortController>();

    async function answer(id: number, name: string, input: unknown): Promise<void> {
      const cancel = new AbortController();
      cancels.set(id, cancel);
      const context: CallContext = {
        signal: cancel.signal,
        progress: (done, label) => port.postMessage({ type: 'progress', id, done, label }),
      };
      try {
        const output = await dispatch(handlers, name, input, context);
        port.postMessage({ type: 'result', id, output });
      } catch (thrown) {
        if (!(thrown instanceof DespatchError)) log.fault(name, thrown);
        port.postMessage({ type: 'error', id, error: toErrorData(thrown) });
      } finally {
        cancels.delete(id);
      }
    }

    port.onMessage((message) => {
      const request = requestSchema.safeParse(message);
      // Without an id there is nobody to answer; only a fault of ours sends such a thing.
      if (!request.success) return log.fault('a message from the window', new TypeError('not a request'));
      if (request.data.type === 'cancel') return cancels.get(request.data.id)?.abort();
      const { id, name, input } = request.data;
      const call = answer(id, name, input).finally(() => running.delete(call));
      running.add(call);
    });
    port.onClose(() => {
      for (const cancel of cancels.values()) cancel.abort();
    });
  }

  return {
    serve,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
