import { expect, test } from 'vitest';
import { match } from '../../../renderer/palette/fuzzy.ts';

function letters(query: string, name: string): string | null {
  const found = match(query, name);
  return (
    found && [...name].map((letter, at) => (found.at.includes(at) ? letter.toUpperCase() : letter)).join('')
  );
}
function best(query: string, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => {
      const found = match(query, name);
      return found ? [{ name, score: found.score }] : [];
    })
    .sort((a, b) => b.score - a.score)[0]?.name;
}

test('words are found in any order, by their beginnings', () => {
  expect(letters('wo exp', 'export to word')).toBe('EXPort to WOrd');
  expect(match('word pdf', 'export to word')).toBeNull();
});

test('letters may be scattered if they begin at a word, and word starts are preferred', () => {
  expect(letters('ntr', 'new table row')).toBe('New Table Row');
  expect(match('wz', 'new table row')).toBeNull();
  expect(match('ew', 'new table row')?.at).toEqual([1, 2]);
});

test('a closer match wins over a looser one, and the shorter of two equals', () => {
  expect(best('point', ['Appointment', 'Point', 'New point'])).toBe('Point');
  expect(best('oint', ['Appointment', 'Point'])).toBe('Point');
  expect(best('tab', ['Take a break', 'Table'])).toBe('Table');
});

test('case and accents do not matter, and letters outside the basic plane keep their places', () => {
  expect(match('cafe', '😀 Café')?.at).toEqual([2, 3, 4, 5]);
});

test('an empty query matches everything and marks nothing', () => {
  expect(match('  ', 'Anything')?.at).toEqual([]);
});
