/** The entry of the bundled command line in plain Node; importing it runs the words of this process. */
import { loadProgram } from './program.ts';

const { program } = loadProgram(import.meta.dirname);
program.runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
