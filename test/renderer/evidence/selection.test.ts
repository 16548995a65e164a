import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  all,
  kept,
  move,
  nothingChosen,
  only,
  press,
  type Selection,
  toggleActive,
  typedTo,
} from '../../../renderer/evidence/shelf/list/selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const plain = { shift: false, ctrl: false };
const shift = { shift: true, ctrl: false };
const ctrl = { shift: false, ctrl: true };
const chosen = ({ chosen }: Selection) => ids.filter((id) => chosen.has(id)).join('');

test('a click chooses one, Ctrl adds and takes away, Shift chooses all between', () => {
  let selection = press(nothingChosen, ids, 'b', plain);
  selection = press(selection, ids, 'd', ctrl);
  expect(chosen(selection)).toBe('bd');
  expect(chosen(press(selection, ids, 'b', ctrl))).toBe('d');
  expect(chosen(press(only('b'), ids, 'd', shift))).toBe('bcd');
  expect(chosen(press(press(only('d'), ids, 'a', shift), ids, 'e', shift))).toBe('de');
});

test('arrows go one by one and stop at the ends; with Shift they choose, with Ctrl they only go', () => {
  expect(move(nothingChosen, ids, 1, plain).active).toBe('a');
  expect(move(only('e'), ids, 1, plain).active).toBe('e');
  expect(move(only('a'), ids, ids.length, plain).active).toBe('e');
  expect(chosen(move(move(only('b'), ids, 1, shift), ids, 1, shift))).toBe('bcd');
  const gone = move(only('a'), ids, 2, ctrl);
  expect([chosen(gone), gone.active]).toEqual(['a', 'c']);
  expect(chosen(toggleActive(gone, ids))).toBe('ac');
  expect(chosen(all(only('b'), ids))).toBe('abcde');
});

test('after a row is removed the next one is in hand, at the end the one before', () => {
  expect(kept(only('c'), ids, ['a', 'b', 'd', 'e']).active).toBe('d');
  expect(kept(only('e'), ids, ['a', 'b', 'c', 'd']).active).toBe('d');
  expect(kept(only('a'), ids, [])).toEqual(nothingChosen);
});

test('what stays in the list stays chosen, in whatever order it comes', () => {
  const selection = press(only('b'), ids, 'd', ctrl);
  expect(kept(selection, ids, ['e', 'd', 'c', 'b', 'a'])).toBe(selection);
  expect([...kept(selection, ids, ['a', 'b', 'c']).chosen]).toEqual(['b']);
});

test('whatever is done, what is chosen and in hand is in the list', () => {
  const step = fc.record({
    by: fc.integer({ min: -6, max: 6 }),
    row: fc.constantFrom(...ids),
    held: fc.record({ shift: fc.boolean(), ctrl: fc.boolean() }),
    clicks: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.subarray(ids), (steps, left) => {
      const end = steps.reduce(
        (now, { by, row, held, clicks }) => (clicks ? press(now, ids, row, held) : move(now, ids, by, held)),
        nothingChosen,
      );
      const after = kept(end, ids, left);
      expect([...after.chosen].every((id) => left.includes(id))).toBe(true);
      expect(after.active === null || left.includes(after.active)).toBe(true);
    }),
  );
});

test('typing leads to the next title that begins so, and one letter again and again goes round', () => {
  const rows = [
    { id: 'a', title: 'Flood report' },
    { id: 'b', title: '“Élan” review' },
    { id: 'c', title: 'Floods of 2026' },
  ];
  expect(typedTo(rows, null, 'el')).toBe('b');
  expect(typedTo(rows, 'a', 'floods')).toBe('c');
  expect(typedTo(rows, 'a', 'f')).toBe('c');
  expect(typedTo(rows, 'c', 'ff')).toBe('a');
  expect(typedTo(rows, 'a', 'x')).toBeNull();
});
