import { expect, test } from 'vitest';
import { about, brief, field, findings, topic } from './builder.ts';

test.each([
  ['Attendance is TBC.', '“TBC”'],
  ['The figure (tbc) follows.', '“tbc”'],
  ['TBD', '“TBD”'],
  ['In 2026 XX schools closed.', '“XX”'],
  ['It cost £XXm in all.', '“£XXm”'],
  ['Some X% of homes.', '“X%”'],
  ['On xx November.', '“xx”'],
  ['DfE will/has issued guidance.', '“will/has”'],
  ['The councils is / are ready.', '“is / are”'],
  ['They will/will not attend.', '“will/will not”'],
  ['We issued/are issuing and issue/issued it.', '“issue/issued”'],
  ['Spend rose by [] last year.', '“[]”'],
  ['Spend rose ( ) last year.', '“( )”'],
  ['Led by [insert name of lead].', '“[insert name of lead]”'],
  ['Led by [Name].', '“[Name]”'],
  ['Led by <name of lead>.', '“<name of lead>”'],
  ['Lorem ipsum dolor.', '“Lorem ipsum”'],
  ['How many??', '“??”'],
  ['Signed: ______', '“______”'],
  ['On the XXth of May.', '“XXth”'],
  ['To be confirmed by Friday.', '“To be confirmed”'],
  ['Place: to be confirmed.', '“to be confirmed”'],
  ['On {date} in the hall.', '“{date}”'],
  ['TODO say what it cost.', '“TODO”'],
  ['[DN: check with finance]', '“[DN: check with finance]”'],
])('%s is unfinished', (text, words) => {
  const found = about('placeholder', text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(words);
});

test.each([
  'Schools and/or colleges.',
  'He/she may ask for his/her copy.',
  'The threats/harms we think about.',
  'Open 24/7, yes/no, on/off, N/A.',
  'In May/June and 2025/26.',
  'Parents/carers, school/schools and the learning/training offer.',
  'Article XX of the Convention.',
  'See https://example.org/is/are/will/has?a=[].',
  'Write to will/has@example.org.',
  'He said “[the minister] agreed” [2020] UKSC 5 [1].',
  'Fewer than 10 < 20 homes, and 30 > 20.',
  'Really? Yes … and so on.',
  'The TBCH trust and the XXL size.',
  'Her appointment is to be confirmed by the Senate.',
])('%s is finished', (text) => {
  expect(about('placeholder', text)).toEqual([]);
});

test('a placeholder in a field names the field, and each different one is told once', () => {
  const attendees = field('attendees', 'TBC, TBC and XX');
  const found = findings('placeholder', brief(topic(attendees)));
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('“Attendees” still says “TBC”'),
    expect.stringContaining('“Attendees” still says “XX”'),
  ]);
  expect(new Set(found.map(({ blockId }) => blockId))).toEqual(new Set([attendees.id]));
});
