import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redone, startOf, stepped, undone } from '../../../renderer/packs/agenda/history.ts';

const step = (at: number, merge: string | null = null, name = 'Change') => ({ name, merge, at });

test('undoing everything gives the beginning, redoing everything the end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), (states) => {
      let history = startOf<number>(-1);
      for (const [at, state] of states.entries()) history = stepped(history, state, step(at * 10));
      const end = history.present;
      const steps = history.past.length;
      for (let count = 0; count < steps; count += 1) history = undone(history);
      expect(history.present).toBe(-1);
      expect(undone(history).present).toBe(-1);
      for (let count = 0; count < steps; count += 1) history = redone(history);
      expect(history.present).toBe(end);
      expect(history.future).toEqual([]);
    }),
  );
});

test('typing in one field is one step until there is a pause', () => {
  let history = startOf('');
  history = stepped(history, 'a', step(0, 'title'));
  history = stepped(history, 'ab', step(300, 'title'));
  history = stepped(history, 'abc', step(600, 'title'));
  expect(undone(history).present).toBe('');
  history = stepped(history, 'abcd', step(5000, 'title'));
  expect(undone(history).present).toBe('abc');
  history = stepped(history, 'abcd!', step(5100, 'lead'));
  expect(undone(history).present).toBe('abcd');
});

test('a step after an undo forgets what was undone, and typing does not join on to it', () => {
  let history = stepped(startOf(0), 1, step(0, 'title'));
  history = undone(history);
  history = stepped(history, 2, step(10, 'title'));
  expect(history.future).toEqual([]);
  expect(undone(history).present).toBe(0);
});

test('a change that changes nothing is no step', () => {
  const history = startOf(1);
  expect(stepped(history, 1, step(0))).toBe(history);
});
