/** What `npm run verify:pdfua` promises, where the judge can be had. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findVeraPdf, NoVeraPdf, type VeraPdf } from '../../scripts/lib/find-verapdf.ts';
import { scratchFolder } from '../scratch-folder.ts';
import { exports } from './exports.ts';
import { judge, profiles } from './judge.ts';
import { everyPdf, judged } from './judged.ts';

const found: VeraPdf | NoVeraPdf = await findVeraPdf().catch((thrown: unknown) => {
  if (thrown instanceof NoVeraPdf) return thrown;
  throw thrown;
});
const reason = found instanceof NoVeraPdf ? ` (skipped: ${found.message})` : '';

test.skipIf(found instanceof NoVeraPdf)(
  `veraPDF finds no failed rule in any kind of PDF, but those that a paper of others breaks in a pack that says so${reason}`,
  async () => {
    if (found instanceof NoVeraPdf) return;
    const files = await everyPdf(scratchFolder());
    const verdicts = [];
    for (const profile of profiles) {
      for (const one of await judged(found, files, profile)) verdicts.push({ profile, ...one });
    }
    expect(verdicts.filter(({ unexpected }) => unexpected.length > 0)).toEqual([]);
    const others = verdicts.filter(({ lacking }) => lacking.length > 0);
    expect(others.map(({ name }) => name)).toEqual(['pack with a paper without tags and fonts']);
    expect(others[0]?.lacking.map(({ rule }) => rule)).toContain('5-1');
  },
  900_000,
);

test.skipIf(found instanceof NoVeraPdf)(
  `veraPDF refuses a file that is not what it says${reason}`,
  async () => {
    if (found instanceof NoVeraPdf) return;
    const [first] = exports;
    if (!first) throw new Error('no export');
    const folder = scratchFolder();
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'broken.pdf');
    const bytes = Buffer.from(await first.make());
    writeFileSync(file, Buffer.from(bytes.toString('latin1').replace('/S /LBody', '/S /LBxxy'), 'latin1'));
    const failed = (await judge(found, [file], 'ua1')).get(file) ?? [];
    expect(failed.length).toBeGreaterThan(0);
  },
  120_000,
);
