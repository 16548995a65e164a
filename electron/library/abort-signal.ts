import type { CallContext } from '../../shared/contract/calls.ts';

/** In this process every signal is the platform's own. */
export function abortSignal({ signal }: Pick<CallContext, 'signal'>): AbortSignal {
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}
