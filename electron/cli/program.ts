/**
 * The bundled command line as scripts, compiled from the code that V8 kept when the bundle was built. Most of a short
 * run is compiling: with the kept code `convert` takes 22 ms of 156 less. Node's own cache of compiled code keeps only
 * what was compiled when a file was loaded, not the functions it went on to call.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

type Program = typeof import('../cli.ts');
type Wrapped = (module: object, require: NodeJS.Require, filename: string, folder: string) => void;

/** Opens and closes the function that a program is. */
export const wrapper = ['(function (module, require, __filename, __dirname) {', '})'] as const;

/**
 * Names of the scripts in the bundle. cli-program: every verb. cli-convert: `convert` of a text and nothing else
 * (`short.ts`), a third of the code, because reading code that is not needed took longer than reading the text.
 */
export const programNames = ['cli-program', 'cli-convert'] as const;
export type ProgramName = (typeof programNames)[number];

export const programFile = (name: ProgramName): string => `${name}.cjs`;
export const keptCodeFile = (name: ProgramName): string => `${name}.code`;

/** @returns undefined where none was kept. */
function keptCode(folder: string, name: ProgramName): Buffer | undefined {
  try {
    return readFileSync(path.join(folder, keptCodeFile(name)));
  } catch {
    return undefined;
  }
}

/** Node's own modules from where they are, past everything that looks for files: there are some fifty of them. */
function direct(require: NodeJS.Require): NodeJS.Require {
  const find = (name: string) => (name.startsWith('node:') ? process.getBuiltinModule(name) : require(name));
  return Object.assign(find, require);
}

/**
 * Loads a program without running anything. Code that another version of V8 kept is refused by V8 itself, and
 * everything is compiled anew.
 * @param folder of the bundle.
 * @param require of a module in that folder.
 */
export function loadProgram(
  name: ProgramName,
  folder: string,
  require: NodeJS.Require,
): { readonly program: Program; readonly script: Script } {
  const filename = path.join(folder, programFile(name));
  const cachedData = keptCode(folder, name);
  // The bundle is pure ASCII, and this is the quickest way to read that.
  const source = readFileSync(filename, 'latin1');
  const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} as Program };
  const wrapped = script.runInThisContext() as Wrapped;
  wrapped(module, direct(require), filename, folder);
  return { program: module.exports, script };
}
