/** From words to a command, or to a `usage.invalid` that says which word is wrong. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DespatchError } from '../../shared/contract/errors.ts';
import { plainWords, type Words } from './plain-words.ts';
import {
  isVerb,
  printOptions,
  type ValueOption,
  type Verb,
  valueOptions,
  verbGroups,
  verbs,
} from './verbs.ts';

export interface Command {
  readonly verb: Verb;
  /** The first word after the verb; empty for a verb that takes none. */
  readonly operand: string;
  /** All of them. */
  readonly operands: readonly string[];
  readonly options: Readonly<Partial<Record<ValueOption, string>>>;
  readonly json: boolean;
}

export type Asked =
  | { readonly want: 'command'; readonly command: Command }
  /** Of one verb, of all that begin with the word `group`, or of every verb. */
  | { readonly want: 'help'; readonly verb: Verb | null; readonly group: string | null }
  | { readonly want: 'version'; readonly json: boolean };

function wrong(reason: string): DespatchError {
  return new DespatchError('usage.invalid', { reason });
}

const config = {
  allowPositionals: true,
  strict: true,
  options: {
    ...Object.fromEntries(
      Object.entries(valueOptions).map(([name, value]) => [
        name,
        { type: value === '' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  },
} satisfies ParseArgsConfig;

function split(argv: readonly string[]): Words {
  const plain = plainWords(argv, config.options);
  if (plain) return plain;
  try {
    const { values, positionals, tokens } = parseArgs({ ...config, args: [...argv], tokens: true });
    const named = tokens.flatMap((token) => (token.kind === 'option' && 'value' in token ? [token] : []));
    const twice = named.find(
      ({ name, value }, at) => value !== undefined && named.slice(0, at).some((other) => other.name === name),
    );
    if (twice) throw wrong(`${twice.rawName} is given twice`);
    return { values: values as Words['values'], positionals };
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    // Node goes on with advice that our verbs never need.
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw wrong(message.split(/\.\s|\n/)[0] ?? '');
  }
}

interface Named {
  readonly verb: Verb | null;
  /** The first word of verbs that are two words, where the second is not there. */
  readonly group: string | null;
  readonly rest: readonly string[];
}

/** The verb that words begin with. @throws DespatchError `usage.invalid` */
function nameVerb(words: readonly string[]): Named {
  const [first, second, ...more] = words;
  if (first === undefined) return { verb: null, group: null, rest: [] };
  if (isVerb(first)) return { verb: first, group: null, rest: words.slice(1) };
  if (!verbGroups.includes(first)) throw wrong(`there is no verb "${first}"`);
  if (second === undefined) return { verb: null, group: first, rest: [] };
  const both = `${first} ${second}`;
  if (!isVerb(both)) throw wrong(`there is no verb "${both}"`);
  return { verb: both, group: null, rest: more };
}

/** @throws DespatchError `usage.invalid` */
export function parseCommandLine(argv: readonly string[]): Asked {
  const { values, positionals } = split(argv);
  const json = values['json'] === true;
  if (values['version'] === true) return { want: 'version', json };
  const isHelp = positionals[0] === 'help' || positionals.length === 0;
  if (argv.length === 0) throw wrong('it names no verb');
  const { verb, group, rest } = nameVerb(isHelp ? positionals.slice(1) : positionals);
  if (isHelp || values['help'] === true) return { want: 'help', verb, group };
  if (verb === null)
    throw wrong(`"${group}" needs a second word, such as "${secondWords(group).join('" or "')}"`);
  return { want: 'command', command: { verb, json, ...checked(verb, rest, values) } };
}

function secondWords(group: string | null): string[] {
  return Object.keys(verbs).flatMap((verb) => (verb.startsWith(`${group} `) ? verb.split(' ').slice(1) : []));
}

/** Options that take one of a few words. */
const chosen = [
  'as',
  'pdf-standard',
  'contents',
  'evidence',
  'originals',
  'editions',
  'comments',
  'marked-higher',
  'format',
  'after-hours',
] as const;
/** What only a Despatch file takes, and what it does not. */
const ofDespatch = ['originals', 'editions', 'comments', 'marked-higher'] as const;
const beside = ['docx', 'pdf', 'evidence', 'style', ...printOptions] as const;

function inWords(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function checked(
  verb: Verb,
  words: readonly string[],
  values: Words['values'],
): Pick<Command, 'operand' | 'operands' | 'options'> {
  const { operand, options, needs, needsAll } = verbs[verb];
  const least = operand === null ? 0 : 1;
  const most = operand?.endsWith('…') ? Number.POSITIVE_INFINITY : least;
  if (words.length < least || words.includes('')) throw wrong(`"${verb}" needs ${operand}`);
  if (words.length > most) throw wrong(`"${words[most]}" is one word too many`);
  const given: Partial<Record<ValueOption, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    const isFlag = value === true && Object.hasOwn(valueOptions, name);
    if (typeof value !== 'string' && !isFlag) continue;
    const option = options.find((candidate) => candidate === name);
    if (option === undefined) throw wrong(`"${verb}" does not take --${name}`);
    if (value === '') throw wrong(`--${name} is empty`);
    given[option] = typeof value === 'string' ? value : 'yes';
  }
  for (const name of chosen) {
    const choices = valueOptions[name].split('|');
    const value = given[name];
    if (value === undefined || choices.includes(value)) continue;
    throw wrong(`--${name} takes ${inWords(choices)}, not "${value}"`);
  }
  if (given.limit !== undefined && !/^(?:[1-9]\d?|1\d\d|200)$/.test(given.limit)) {
    throw wrong(`--limit takes a number from 1 to 200, not "${given.limit}"`);
  }
  const alone = beside.find((name) => given[name] !== undefined);
  if (given.despatch === undefined) {
    const idle = ofDespatch.find((name) => given[name] !== undefined);
    if (idle !== undefined) throw wrong(`--${idle} goes with --despatch`);
  } else if (alone !== undefined) throw wrong(`--despatch does not go with --${alone}`);
  const missing = needs.find((name) => given[name] === undefined);
  if (needsAll && missing !== undefined) throw wrong(`"${verb}" needs --${missing} ${valueOptions[missing]}`);
  if (needs.length > 0 && needs.every((name) => given[name] === undefined)) {
    throw wrong(`"${verb}" needs ${needs.map((name) => `--${name}`).join(' or ')}`);
  }
  return { operand: words[0] ?? '', operands: words, options: given };
}
