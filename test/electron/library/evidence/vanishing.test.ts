import { appendFileSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { lock, uncover } from '../../../unreadable-file.ts';
import { context } from '../scratch.ts';
import { openEvidence, textFile } from './evidence-library.ts';

/** Large enough that nobody copies it in a moment; holes take no room. */
const LARGE = 400_000_000;

/** A batch with a large file in it, to which something happens as soon as its copy has begun. */
async function whileCopied(happens: (file: string) => void) {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  const large = textFile(folder, 'large.txt', 'Words. ');
  truncateSync(large, LARGE);
  const { add, handlers } = openEvidence(library);
  const arriving = path.join(library, 'originals/arriving');
  const adding = add([large, textFile(folder, 'other.txt', 'Other words.\n')]);
  while (!existsSync(arriving) || readdirSync(arriving).length === 0) await pause(1);
  happens(large);
  const { rows } = await adding;
  return { rows, arriving: readdirSync(arriving), listed: await handlers['evidence.list']({}, context) };
}

test.each([
  ['removed', (file: string) => rmSync(file), 'It was removed while it was being read.'],
  ['cut short', (file: string) => truncateSync(file, 10), 'It changed while it was being read.'],
  ['written to', (file: string) => appendFileSync(file, 'More.'), 'It changed while it was being read.'],
])(
  'a file that is %s while it is taken in is named with that, and the rest goes on',
  async (_, happens, why) => {
    const { rows, arriving, listed } = await whileCopied(happens);
    expect(rows).toMatchObject([
      { file: 'large.txt', status: 'failed' },
      { file: 'other.txt', status: 'added' },
    ]);
    expect(rows[0]?.reason).toContain(why);
    expect(arriving).toEqual([]);
    expect(listed).toMatchObject([{ title: 'other' }]);
  },
);

test('a file that is locked is named with that, and comes in when the batch is tried again', async (given) => {
  const folder = scratchFolder();
  const { add, handlers } = openEvidence(path.join(folder, 'library'));
  const locked = textFile(folder, 'locked.txt', 'x');
  if (!lock(locked)) return given.skip();
  const { rows, id } = await add([locked, textFile(folder, 'other.txt', 'Other words.\n')]);
  expect(rows).toMatchObject([{ status: 'failed' }, { status: 'added' }]);
  expect(rows[0]?.reason).toMatch(
    /You have no permission to read it. Check its permissions, or close the program/,
  );
  uncover(locked);
  writeFileSync(locked, 'Words behind the lock.\n');
  const again = await handlers['evidence.resume']({ batchId: id }, context);
  expect(again.rows).toMatchObject([{ status: 'added', title: 'locked' }, { status: 'added' }]);
});
