/** The edge of the library: what comes in is checked before a handler sees it, and what goes out as well. */
import { type CallContext, type CallName, calls, type Handlers } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/**
 * Runs one call by name.
 * @throws DespatchError `call.invalid` for an unknown name or an input of the wrong shape, and whatever the handler
 *   throws; Error when our own answer has the wrong shape.
 */
export async function dispatch(
  handlers: Handlers,
  name: string,
  input: unknown,
  context: CallContext,
): Promise<unknown> {
  if (!isCallName(name)) throw new DespatchError('call.invalid', { reason: `there is no call ${name}` });
  const given = calls[name].input.safeParse(input);
  if (!given.success) {
    const issue = given.error.issues[0];
    const place = issue?.path.join('.') || 'input';
    throw new DespatchError('call.invalid', {
      reason: `${name}, ${place}: ${issue?.message ?? 'wrong shape'}`,
    });
  }
  const handler = handlers[name] as (input: unknown, context: CallContext) => Promise<unknown>;
  const answer = calls[name].output.safeParse(await handler(given.data, context));
  if (!answer.success) {
    const places = answer.error.issues.map(({ path }) => path.join('.')).join(' ');
    throw new Error(`The answer to ${name} has the wrong shape at ${places}.`);
  }
  return answer.data;
}
