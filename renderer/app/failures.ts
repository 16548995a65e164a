/** Errors become words in one place, for notices and for the desktop's own dialogs. */
import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import { type Notice, notify } from '../ui/toasts.tsx';

/** Tells the person what was thrown, in words. */
export function notifyFailure(thrown: unknown): void {
  notifyError(toErrorData(thrown));
}

/**
 * Tells the person what went wrong; silent where they cancelled it themselves.
 * @param actions what can be done about it from there.
 */
export function notifyError(error: ErrorData, actions: Notice['actions'] = []): void {
  if (error.code === 'call.cancelled') return;
  const { what, why, next } = explain(error);
  notify({ tone: 'error', title: what, body: `${why} ${next}`, actions });
}
