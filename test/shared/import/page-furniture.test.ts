/** Page numbers and running titles that extraction leaves in a text: taken out, told, and put back on request. */
import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { undoImportRow } from '../../../shared/import/undo.ts';
import { growthOfWork } from '../../least-work.ts';
import { contentWords, counter, importText, ofKind, outline, wordsOf } from './support.ts';

const brief = (lines: string) => `MEETING WITH THE COASTAL FORUM

Attendees: Dr Ana Reyes

1) Dredging

Points to make

${lines}

2) Fisheries

Points to make

- Licences are being renewed.
`;

test.each([
  ['a bare number', '3'],
  ['a number between dashes', '- 3 -'],
  ['the word and the total', 'Page 3 of 9'],
  ['a running title and a number', 'MEETING WITH THE COASTAL FORUM\nPage 3'],
  ['a number between blank lines', '\n3\n'],
])('%s between two halves of a sentence is left out and told, and undoing puts it back', (_, page) => {
  const halves = [
    'We have agreed that the spoil will be taken to the licensed site,',
    'where it will be used.',
  ];
  const text = brief(`- ${halves[0]}\n${page}\n${halves[1]}`);
  const { document, report } = importText(text, 'briefing');
  expect(outline(document)).toContain(`point: ${halves.join(' ')}`);
  const rows = report.filter(({ undo }) => undo?.type === 'split' || undo?.type === 'putBack');
  expect(rows).toHaveLength(1);
  const [row] = rows;
  expect(row?.message).toContain('page number');
  expect(row?.original.map((line) => line.text)).toEqual([
    `- ${halves[0]}`,
    ...page.split('\n').filter((line) => line !== ''),
    halves[1],
  ]);
  const undone = row && undoImportRow(document, row, counter('undo'));
  expect(undone && structureFaults(undone)).toEqual([]);
  const words = undone ? contentWords(undone) : [];
  expect(words.join(' ')).toContain(wordsOf(`${halves[0]} ${page} ${halves[1]}`).join(' '));
});

test('page furniture between paragraphs is a row of its own, and putting it back loses nothing', () => {
  const text = brief(
    '- The first.\n\nCoastal Forum brief\nPage 1 of 3\n\n- The second.\n\nCoastal Forum brief\nPage 2 of 3',
  );
  const { document, report } = importText(text, 'briefing');
  expect(ofKind(document, 'point')).toHaveLength(3);
  const rows = report.filter(({ code }) => code === 'pageFurniture');
  expect(rows.map(({ original }) => original.map((line) => line.line))).toEqual([
    [11, 12],
    [16, 17],
  ]);
  let undone = document;
  for (const row of rows) undone = undoImportRow(undone, row, counter(`undo-${row.id}`)) ?? undone;
  expect(structureFaults(undone)).toEqual([]);
  expect(outline(undone).filter((line) => line.startsWith('text: Coastal Forum brief'))).toEqual([
    'text: Coastal Forum brief\nPage 1 of 3',
    'text: Coastal Forum brief\nPage 2 of 3',
  ]);
});

test('furniture before the first words goes back before them', () => {
  const { document, report } = importText('Page 1 of 2\n\nMEETING WITH THE MAYOR\n\nAttendees: the Mayor\n');
  const row = report.find(({ code }) => code === 'pageFurniture');
  const undone = row && undoImportRow(document, row, counter('undo'));
  expect(undone && outline(undone)[0]).toBe('text: Page 1 of 2');
});

test('page numbers that count on are known without a sentence around them', () => {
  const text = brief('- One.\n\n4\n\n- Two.\n\n5\n\n- Three.\n\n6');
  expect(outline(importText(text, 'briefing').document).filter((line) => /^\w+: \d$/.test(line))).toEqual([]);
});

test.each([
  ['a number on its own', '- The fleet now numbers\n\n212\n\nNobody expected that.', '212'],
  ['a repeated heading', '- One.\n\nPage 1\n\nRisks\n\n- Two.\n\n- Three.\n\nRisks\n\n- Four.', 'Risks'],
  ['a year', '- It began in\n\n1974\n\nwith two boats.', '1974'],
])('%s is no page furniture', (_, lines, kept) => {
  const { document, report } = importText(brief(lines), 'briefing');
  const { length } = contentWords(document).filter((word) => word === kept);
  expect(length).toBe(wordsOf(lines).filter((word) => word === kept).length);
  expect(
    report.filter(({ original }) => original.length === 1 && original[0]?.text === kept && report),
  ).not.toContainEqual(expect.objectContaining({ code: 'pageFurniture' }));
});

test('a marking that stands on every page is read wherever it stands', () => {
  const text = brief('- One.\n\nOFFICIAL\n\nPage 1 of 3\n\n- Two.');
  const { document } = importText(text, 'briefing');
  expect(document.marking?.classification).toBe('OFFICIAL');
  expect(
    document.sections
      .flatMap(({ blocks }) => blocks)
      .some((block) => block.kind !== 'unknown' && plainText(block.content).includes('OFFICIAL')),
  ).toBe(false);
});

test('capitals after OFFICIAL are a descriptor only of OFFICIAL-SENSITIVE', () => {
  expect(importText('OFFICIAL STATISTICS\n\nReport of the Director\n').document.marking).toBeNull();
});

test('lines that all repeat, or are all page numbers, take no more than their share of time', () => {
  for (const line of ['word\n', 'Harbour brief\nPage 3\n\n', '4\n']) {
    const growth = growthOfWork(2000, 4, (count) => {
      const text = line.repeat(count);
      return () => importText(text);
    });
    expect(growth).toBeLessThan(4);
  }
});
