import type { DespatchError } from '../../shared/contract/errors.ts';
import type { Command } from './arguments.ts';
import type { CliIo } from './io.ts';

/** What a verb has to say, in both forms; only one is printed. */
export interface Said {
  readonly json: unknown;
  /** Lines for people. */
  readonly words: readonly string[];
  readonly findings?: boolean;
  /** Nothing of the input could be used. */
  readonly unusable?: boolean;
  /** Why nothing was made, where there is more to say than that; told as any error is, beside the rest. */
  readonly refused?: DespatchError;
}
export type RunVerb = (command: Command, io: CliIo) => Promise<Said>;
