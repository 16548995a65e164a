/** The entry of the bundled command line in plain Node; importing it runs the words of this process. */
import { loadProgram } from './program.ts';

const { program } = loadProgram(import.meta.dirname, require);
// All is written by then. Leaving of its own accord the process would first take its heap apart, which takes 3 ms.
program.runCli(process.argv.slice(2)).then((code) => process.exit(code));
