/** `npm run verify:pdfua`: veraPDF over every kind of export; passes only with no failed rule. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exports, packFile } from './exports.ts';
import { type FailedRule, findVeraPdf, judge, NoVeraPdf, type Profile, profiles } from './verapdf.ts';

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
  const files: { name: string; file: string; profiles: readonly Profile[] }[] = [];
  for (const [at, { name, profiles: asked, make }] of exports.entries()) {
    const file = path.join(folder, `${at}.pdf`);
    writeFileSync(file, await make());
    files.push({ name, file, profiles: asked });
  }
  files.push({ name: 'pack build', file: await packFile(path.join(folder, 'pack')), profiles: ['ua1'] });
  let failures = 0;
  for (const profile of profiles) {
    const asked = files.filter((one) => one.profiles.includes(profile));
    const failed = await judge(
      veraPdf,
      asked.map(({ file }) => file),
      profile,
    );
    for (const { name, file } of asked) failures += say(profile, name, failed.get(file) ?? []);
  }
  console.log(`\n${files.length} files, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}

function say(profile: Profile, name: string, failed: readonly FailedRule[]): number {
  console.log(`${failed.length === 0 ? 'ok    ' : 'FAILED'}  ${profile}  ${name}`);
  for (const { rule, count, description } of failed)
    console.log(`          ${rule} (${count} times): ${description}`);
  return failed.length === 0 ? 0 : 1;
}
