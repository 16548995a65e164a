/**
 * Started by `intake-kill.test.ts`: `node adder.ts SIGNS LIBRARY FILE…` adds files, saying when each is begun, and kills
 * itself with that many signs; 0: never.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import path from 'node:path';
import { startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { openLibrary } from '../../../../electron/library/open.ts';

const [signs = '', folder = '', ...files] = process.argv.slice(2);
const library = openLibrary({
  folder,
  mint: randomUUID,
  now: () => new Date(),
  extract: () => Promise.reject(new Error('no document is read here')),
  startExtractor: startNodeExtractor(
    path.resolve(import.meta.dirname, '../../../../electron/extractor/main.ts'),
  ),
});
const named = files.map((file, at) => {
  library.grants.give(`file-${at}`, file, 'read');
  return { grant: `file-${at}` };
});
let given = 0;
const progress = () => {
  writeSync(1, '.');
  given += 1;
  if (given === Number(signs)) process.kill(process.pid, 'SIGKILL');
};
await library.handlers['evidence.add']({ files: named }, { signal: new AbortController().signal, progress });
library.close();
