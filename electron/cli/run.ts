/** One command from its words to its exit code. */
import { DespatchError, type ErrorCode, type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { explainInOneLine } from '../../shared/contract/messages.ts';
import { productVersion } from '../library/product-version.ts';
import { parseCommandLine } from './arguments.ts';
import type { CliIo } from './io.ts';
import type { RunVerb } from './run-verb.ts';
import { helpOf, helpOfAll, type Verb } from './verbs.ts';

/** Loaded one by one: `convert` must not wait for the database, nor `list` for the typesetter. */
const work: Readonly<Record<Verb, () => Promise<{ readonly run: RunVerb }>>> = {
  convert: () => import('./convert.ts'),
  import: () => import('./import.ts'),
  new: () => import('./new.ts'),
  templates: () => import('./templates.ts'),
  samples: () => import('./samples.ts'),
  list: () => import('./list.ts'),
  show: () => import('./show.ts'),
  export: () => import('./export.ts'),
  check: () => import('./check.ts'),
  notice: () => import('./notice.ts'),
  'evidence add': () => import('./evidence-add.ts'),
  'evidence edition': () => import('./evidence-edition.ts'),
  'evidence supersede': () => import('./evidence-supersede.ts'),
  'evidence search': () => import('./evidence-search.ts'),
  'evidence export': () => import('./evidence-export.ts'),
  'evidence import': () => import('./evidence-import.ts'),
  'evidence check': () => import('./evidence-check.ts'),
  'pack build': () => import('./pack-build.ts'),
};

const FINDINGS = 1;
const BAD_INPUT = 2;
const FAULT = 3;

/** Errors that no input should be able to cause. */
const faults: ReadonlySet<ErrorCode> = new Set(['fault', 'call.invalid', 'export.failed']);

/** @returns the exit code. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    return await answer(argv, io);
  } catch (thrown) {
    return tell(thrown, argv.includes('--json'), io);
  }
}

async function tell(thrown: unknown, inJson: boolean, io: CliIo): Promise<number> {
  const error = toErrorData(thrown);
  // Where even that cannot be written, the exit code still says it.
  await io.err(inJson ? asJson(error) : asWords(error, thrown)).catch(() => {});
  return faults.has(error.code) ? FAULT : BAD_INPUT;
}

async function answer(argv: readonly string[], io: CliIo): Promise<number> {
  const asked = parseCommandLine(argv);
  if (asked.want === 'version') {
    const version = productVersion();
    await io.out(asked.json ? json({ version }) : `${version}\n`);
    return 0;
  }
  if (asked.want === 'help') {
    const { applicationLibrary } = await import('./application-library.ts');
    const folder = applicationLibrary();
    await io.out(asked.verb === null ? helpOfAll(folder, asked.group) : helpOf(asked.verb, folder));
    return 0;
  }
  const { command } = asked;
  const said = await (await work[command.verb]()).run(command, io);
  await io.out(command.json ? json(said.json) : said.words.map((line) => `${line}\n`).join(''));
  if (said.refused) return tell(said.refused, command.json, io);
  if (said.unusable) return BAD_INPUT;
  return said.findings ? FINDINGS : 0;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One line, so that it can be told from anything else on standard error. */
function asJson(error: ErrorData): string {
  return `${JSON.stringify({ error: { ...error, message: explainInOneLine(error) } })}\n`;
}

function asWords(error: ErrorData, thrown: unknown): string {
  const stack = thrown instanceof Error && !(thrown instanceof DespatchError) ? `${thrown.stack}\n` : '';
  return `despatch: ${explainInOneLine(error)}\n${stack}`;
}
