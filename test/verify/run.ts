/** `npm run verify:pdfua`: veraPDF over every kind of PDF that we make; passes only with no failed rule. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findVeraPdf, NoVeraPdf } from '../../scripts/lib/find-verapdf.ts';
import { profiles } from './judge.ts';
import { everyPdf, judged } from './judged.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'despatch-verify-'));
try {
  process.exitCode = await verify();
} catch (thrown) {
  if (!(thrown instanceof NoVeraPdf)) throw thrown;
  console.error(
    `Nothing was verified: ${thrown.message}.\nSet VERAPDF to its command, put it on the path, or install Java 17 and Maven.`,
  );
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function verify(): Promise<number> {
  const veraPdf = await findVeraPdf();
  console.log(`veraPDF from ${veraPdf.origin}`);
  const files = await everyPdf(folder);
  let failures = 0;
  for (const profile of profiles) {
    for (const { name, unexpected, lacking } of await judged(veraPdf, files, profile)) {
      const verdict = unexpected.length > 0 ? 'FAILED' : lacking.length > 0 ? 'lacks ' : 'ok    ';
      console.log(`${verdict}  ${profile}  ${name}`);
      for (const { rule, count, description } of [...unexpected, ...lacking])
        console.log(`          ${rule} (${count} times): ${description}`);
      if (unexpected.length > 0) failures += 1;
    }
  }
  const others = files.filter(({ lacks }) => lacks !== undefined).length;
  console.log(
    `\n${files.length} files, ${failures} failed. ${others} of them, with pages of others that have neither tags nor fonts, says itself that it is no PDF/UA, and lacks nothing else.`,
  );
  return failures === 0 ? 0 : 1;
}
