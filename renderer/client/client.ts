/** Calls to the library process over a `MessagePort`: one typed function, with progress and cancelling. */
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/contract/calls.ts';
import { DespatchError, type ErrorData } from '../../shared/contract/errors.ts';
import { type Request, responseSchema } from '../../shared/contract/wire.ts';

export interface CallOptions {
  /** Aborting rejects the call at once with `call.cancelled` and tells the library to stop. */
  readonly signal?: AbortSignal;
  /** @param done 0 to 1. */
  readonly onProgress?: (done: number, label: string) => void;
}

/** What the client needs of a `MessagePort`; the tests bring Node's. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

export interface LibraryClient {
  /** @throws DespatchError whatever goes wrong, `fault` where it is ours. */
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: CallOptions,
  ): Promise<CallOutput<Name>>;
}

interface Waiting {
  readonly name: CallName;
  readonly onProgress: CallOptions['onProgress'];
  resolve(output: unknown): void;
  reject(error: DespatchError): void;
}

export class PortClient implements LibraryClient {
  #port: Port | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** Main hands out a new port whenever the library process was started afresh; what was under way has failed. */
  connect(port: Port): void {
    this.#disconnect();
    this.#port = port;
    port.addEventListener('message', ({ data }) => {
      if (this.#port === port) this.#receive(data);
    });
    port.addEventListener('close', () => {
      if (this.#port === port) this.#disconnect();
    });
    port.start();
  }

  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options: CallOptions = {},
  ): Promise<CallOutput<Name>> {
    return new Promise((resolve, reject) => {
      const port = this.#port;
      if (!port) return reject(libraryGone());
      const { signal, onProgress } = options;
      if (signal?.aborted) return reject(new DespatchError('call.cancelled'));
      const id = this.#nextId;
      this.#nextId += 1;
      const cancel = () => {
        if (!this.#waiting.delete(id)) return;
        this.#send(port, { type: 'cancel', id });
        reject(new DespatchError('call.cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const settled = () => signal?.removeEventListener('abort', cancel);
      this.#waiting.set(id, {
        name,
        onProgress,
        resolve(output) {
          settled();
          resolve(output as CallOutput<Name>);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
      this.#send(port, { type: 'call', id, name, input });
    });
  }

  #send(port: Port, request: Request): void {
    port.postMessage(request);
  }

  #receive(data: unknown): void {
    const response = responseSchema.safeParse(data);
    if (!response.success) {
      console.error('The library sent something that is no response.', response.error);
      return;
    }
    const message = response.data;
    const waiting = this.#waiting.get(message.id);
    // Cancelled meanwhile.
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.onProgress?.(message.done, message.label);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'error') {
      waiting.reject(fromData(message.error));
      return;
    }
    const output = calls[waiting.name].output.safeParse(message.output);
    if (output.success) waiting.resolve(output.data);
    else
      waiting.reject(
        new DespatchError('call.invalid', { reason: `${waiting.name}: ${output.error.message}` }),
      );
  }

  #disconnect(): void {
    this.#port?.close();
    this.#port = null;
    const interrupted = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of interrupted) waiting.reject(libraryGone());
  }
}

function fromData({ code, details }: ErrorData): DespatchError {
  return new DespatchError(code, details);
}

function libraryGone(): DespatchError {
  return new DespatchError('fault', { reason: 'The library process has ended.' });
}
