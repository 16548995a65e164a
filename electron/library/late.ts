/** Features of the library whose code is loaded when one of their calls comes first, and not at every start. */
import type { CallName } from '../../shared/contract/calls.ts';
import type { FeatureHandlers } from './handlers.ts';

type Handler = (input: unknown, context: unknown) => Promise<unknown>;

/**
 * @param names the calls of the feature.
 * @param load loads its code and makes its handlers; called once.
 */
export function late<Name extends CallName>(
  names: readonly Name[],
  load: () => Promise<FeatureHandlers<Name>>,
): FeatureHandlers<Name> {
  let loading: Promise<FeatureHandlers<Name>> | undefined;
  const serve =
    (name: Name): Handler =>
    async (input, context) => {
      loading ??= load();
      return ((await loading)[name] as Handler)(input, context);
    };
  return Object.fromEntries(names.map((name) => [name, serve(name)])) as unknown as FeatureHandlers<Name>;
}

/** The names of calls that are declared together. */
export function namesOf<Name extends CallName>(declared: { readonly [Each in Name]: unknown }): Name[] {
  return Object.keys(declared) as Name[];
}
