/** A running typesetter, whatever kind of process it is. */
import { fork } from 'node:child_process';
import type { TypesetterOrder } from '../../typesetter/messages.ts';

export interface TypesetterProcess {
  send(order: TypesetterOrder): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  /** At once: a process that is typesetting would not hear a polite request. */
  kill(): void;
}

export type StartTypesetter = () => TypesetterProcess;

/** Typesetters in plain Node: the tests and every benchmark. */
export function startNodeTypesetter(entryFile: string): StartTypesetter {
  return () => {
    const child = fork(entryFile, [], {
      execArgv: [],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return {
      // A child that could not start says so by its exit.
      send: (order) => child.send(order, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        child.once('exit', listener);
        child.once('error', listener);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
