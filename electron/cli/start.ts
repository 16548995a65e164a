/** The entry of the bundled command line in plain Node; importing it runs the words of this process. */
import { loadProgram } from './program.ts';
import { isShort } from './short.ts';

const argv = process.argv.slice(2);
const { program } = loadProgram(isShort(argv) ? 'cli-convert' : 'cli-program', import.meta.dirname, require);
// All is written by then. Leaving of its own accord the process would first take its heap apart, which takes 3 ms.
program.runCli(argv).then((code) => process.exit(code));
