/** From words to a command, or to a `usage.invalid` that says which word is wrong. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DespatchError } from '../../shared/contract/errors.ts';
import { isVerb, type ValueOption, type Verb, valueOptions, verbs } from './verbs.ts';

export interface Command {
  readonly verb: Verb;
  /** Empty for a verb that takes none. */
  readonly operand: string;
  readonly options: Readonly<Partial<Record<ValueOption, string>>>;
  readonly json: boolean;
}

export type Asked =
  | { readonly want: 'command'; readonly command: Command }
  | { readonly want: 'help'; readonly verb: Verb | null }
  | { readonly want: 'version'; readonly json: boolean };

function wrong(reason: string): DespatchError {
  return new DespatchError('usage.invalid', { reason });
}

const config = {
  allowPositionals: true,
  strict: true,
  options: {
    ...Object.fromEntries(Object.keys(valueOptions).map((name) => [name, { type: 'string' }])),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  },
} as ParseArgsConfig;

function split(argv: readonly string[]) {
  try {
    const { values, positionals, tokens } = parseArgs({ ...config, args: [...argv], tokens: true });
    const named = tokens.flatMap((token) => (token.kind === 'option' && 'value' in token ? [token] : []));
    const twice = named.find(
      ({ name, value }, at) => value !== undefined && named.slice(0, at).some((other) => other.name === name),
    );
    if (twice) throw wrong(`${twice.rawName} is given twice`);
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals };
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    // Node goes on with advice that our verbs never need.
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw wrong(message.split(/\.\s|\n/)[0] ?? '');
  }
}

/** @throws DespatchError `usage.invalid` */
export function parseCommandLine(argv: readonly string[]): Asked {
  const { values, positionals } = split(argv);
  const [first = 'help', ...rest] = positionals;
  const json = values['json'] === true;
  if (values['version'] === true) return { want: 'version', json };
  if (values['help'] === true || first === 'help') {
    const named = first === 'help' ? rest[0] : first;
    if (named !== undefined && !isVerb(named)) throw wrong(`there is no verb "${named}"`);
    if (named === undefined && argv.length === 0) throw wrong('it names no verb');
    return { want: 'help', verb: named ?? null };
  }
  if (!isVerb(first)) throw wrong(`there is no verb "${first}"`);
  return { want: 'command', command: { verb: first, json, ...checked(first, rest, values) } };
}

function checked(
  verb: Verb,
  words: readonly string[],
  values: Readonly<Record<string, string | boolean | undefined>>,
): Pick<Command, 'operand' | 'options'> {
  const { operand, options, needs } = verbs[verb];
  const takes = operand === null ? 0 : 1;
  if (words.length < takes || words[0] === '') throw wrong(`"${verb}" needs ${operand}`);
  if (words.length > takes) throw wrong(`"${words[takes]}" is one word too many`);
  const given: Partial<Record<ValueOption, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    const option = options.find((candidate) => candidate === name);
    if (option === undefined) throw wrong(`"${verb}" does not take --${name}`);
    if (value === '') throw wrong(`--${name} is empty`);
    given[option] = value;
  }
  if (given.as !== undefined && !valueOptions.as.split('|').includes(given.as)) {
    throw wrong(`--as takes briefing or report, not "${given.as}"`);
  }
  if (needs.length > 0 && needs.every((name) => given[name] === undefined)) {
    throw wrong(`"${verb}" needs ${needs.map((name) => `--${name}`).join(' or ')}`);
  }
  return { operand: words[0] ?? '', options: given };
}
