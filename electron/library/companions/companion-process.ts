/** A process that works for the library over a channel of its own, whatever kind of process it is. */
import { fork } from 'node:child_process';

export interface CompanionProcess<Order> {
  send(order: Order): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  /** At once: a process that is at work would not hear a polite request. */
  kill(): void;
}

export type StartCompanion<Order> = () => CompanionProcess<Order>;

/** Companions in plain Node: the tests and every benchmark. */
export function startNodeCompanion<Order extends object>(
  entryFile: string,
  execArgv: readonly string[] = [],
): StartCompanion<Order> {
  return () => {
    const child = fork(entryFile, [], {
      execArgv: [...execArgv],
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
