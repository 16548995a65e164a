/** What `npm run verify:pdfua` promises, where the judge can be had; packs are left to it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../scratch-folder.ts';
import { exports } from './exports.ts';
import { findVeraPdf, judge, NoVeraPdf, profiles, type VeraPdf } from './verapdf.ts';

const found: VeraPdf | NoVeraPdf = await findVeraPdf().catch((thrown: unknown) => {
  if (thrown instanceof NoVeraPdf) return thrown;
  throw thrown;
});
const reason = found instanceof NoVeraPdf ? ` (skipped: ${found.message})` : '';

test.skipIf(found instanceof NoVeraPdf)(
  `veraPDF finds no failed rule in any kind of export${reason}`,
  async () => {
    if (found instanceof NoVeraPdf) return;
    const folder = scratchFolder();
    mkdirSync(folder, { recursive: true });
    const files = new Map<string, (typeof exports)[number]>();
    for (const [at, made] of exports.entries()) {
      const file = path.join(folder, `${at}.pdf`);
      writeFileSync(file, await made.make());
      files.set(file, made);
    }
    for (const profile of profiles) {
      const asked = [...files].filter(([, made]) => made.profiles.includes(profile)).map(([file]) => file);
      for (const [file, failed] of await judge(found, asked, profile)) {
        expect({ name: files.get(file)?.name, profile, failed }).toEqual({
          name: files.get(file)?.name,
          profile,
          failed: [],
        });
      }
    }
  },
  300_000,
);

test.skipIf(found instanceof NoVeraPdf)(
  `veraPDF refuses a file that is not what it says${reason}`,
  async () => {
    if (found instanceof NoVeraPdf) return;
    const [first] = exports;
    if (!first) throw new Error('no export');
    const file = path.join(scratchFolder(), 'broken.pdf');
    const bytes = Buffer.from(await first.make());
    writeFileSync(file, Buffer.from(bytes.toString('latin1').replace('/S /LBody', '/S /LBxxy'), 'latin1'));
    const failed = (await judge(found, [file], 'ua1')).get(file) ?? [];
    expect(failed.length).toBeGreaterThan(0);
  },
  120_000,
);
