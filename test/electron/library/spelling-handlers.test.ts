import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { spellingHandlers } from '../../../electron/library/spelling-handlers.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, services } from './scratch.ts';

function speller() {
  const folder = scratchFolder();
  const handlers = spellingHandlers(services(folder));
  const wrong = async (...words: string[]) => (await handlers['spelling.check']({ words }, context)).wrong;
  return { folder, handlers, wrong };
}

test('British spellings, contractions, possessives and words of government are right', async () => {
  const { wrong } = speller();
  expect(
    await wrong(
      'organisation',
      'Colour',
      "don't",
      "minister's",
      'wellbeing',
      'Ofsted',
      'underspend',
      'virement',
      'The',
    ),
  ).toEqual([]);
});

test('misspellings and American forms are wrong', async () => {
  const { wrong } = speller();
  const words = ['recieve', 'accomodation', 'goverment', 'color', 'center', 'london'];
  expect(await wrong(...words)).toEqual(words);
});

test('names of people and places that resemble no word are left alone; a slip with a capital is not', async () => {
  const { wrong } = speller();
  expect(await wrong('Halloran', "Okonjo's", 'Goverment', 'Recieve')).toEqual(['Goverment', 'Recieve']);
});

test.each([
  ['recieve', 'receive'],
  ['accomodation', 'accommodation'],
  ['Goverment', 'Government'],
  ['teh', 'the'],
  ['wellbieng', 'wellbeing'],
])('for %s the word %s is proposed', async (word, meant) => {
  const { suggestions } = await speller().handlers['spelling.suggest']({ word }, context);
  expect(suggestions).toContain(meant);
  expect(suggestions.length).toBeLessThanOrEqual(6);
});

test('a word of the user’s own is right until it is taken off the list', async () => {
  const { handlers, wrong } = speller();
  await handlers['words.add']({ word: 'dredgeworth’s' }, context);
  await handlers['words.add']({ word: 'quayside-ish' }, context);
  expect(await wrong("dredgeworth's")).toEqual([]);
  expect((await handlers['words.list']({}, context)).personal).toEqual(["dredgeworth's", 'quayside-ish']);
  await handlers['words.remove']({ word: "dredgeworth's" }, context);
  expect(await wrong("dredgeworth's")).toEqual(["dredgeworth's"]);
});

test('a department’s list in the library folder counts at once, and no more when it is gone', async () => {
  const { folder, handlers, wrong } = speller();
  const file = path.join(folder, 'words.txt');
  expect(await wrong('lanternhouse')).toEqual(['lanternhouse']);
  writeFileSync(file, '# Places\r\nlanternhouse # our building\r\n\r\nPilotage Order\n');
  expect(await wrong('lanternhouse', 'pilotagee')).toEqual(['pilotagee']);
  expect((await handlers['words.list']({}, context)).shared).toEqual(['Pilotage Order', 'lanternhouse']);
  rmSync(file);
  expect(await wrong('lanternhouse')).toEqual(['lanternhouse']);
});
