import type { CallName } from '../../../shared/contract/calls.ts';
import type { FeatureHandlers } from '../handlers.ts';

/** While a feature is being built its calls exist and fail; gone when the last of them works. */
export function notYet<Name extends CallName>(calls: Readonly<Record<Name, unknown>>): FeatureHandlers<Name> {
  const fail = async () => {
    throw new Error('This is not built yet.');
  };
  return Object.fromEntries(
    Object.keys(calls).map((name) => [name, fail]),
  ) as unknown as FeatureHandlers<Name>;
}
