import { expect, test } from 'vitest';
import { isoDay, readDate } from '../../../../electron/extractor/evidence/dates.ts';
import { readNames } from '../../../../electron/extractor/evidence/names.ts';

test.each([
  ['2026-02-03T10:11:12Z', [2026, 2, 3]],
  ['2026-02', [2026, 2]],
  ['2026', [2026]],
  ['D:20260203101112+01', [2026, 2, 3]],
  ['03/02/2026', [2026, 2, 3]],
  ['3rd February 2026', [2026, 2, 3]],
  ['Tue, 3 Feb 2026 09:42:00 +0000', [2026, 2, 3]],
  ['February 2026', [2026, 2]],
  ['February 3, 2026', [2026, 2, 3]],
  ['31 February 2026', null],
  ['2026-13-01', [2026]],
  ['yesterday', null],
])('the date %s is read as %j', (given, parts) => {
  expect(readDate(given)?.filter((part) => part !== undefined) ?? null).toEqual(parts);
});

test('a month alone stands for its first day', () => {
  expect(isoDay([2026, 2])).toBe('2026-02-01');
});

test.each([
  ['Jane Smith', [{ family: 'Smith', given: 'Jane' }]],
  [
    'Smith, Jane; O’Hara, Thomas',
    [
      { family: 'Smith', given: 'Jane' },
      { family: 'O’Hara', given: 'Thomas' },
    ],
  ],
  [
    'Department for Levelling Up, Housing and Communities',
    [{ literal: 'Department for Levelling Up, Housing and Communities' }],
  ],
  ['Cher', [{ literal: 'Cher' }]],
  ['jsmith04', [{ literal: 'jsmith04' }]],
  ['Administrator', []],
])('the author %s is taken apart as %j', (given, names) => {
  expect(readNames(given)).toEqual(names);
});
