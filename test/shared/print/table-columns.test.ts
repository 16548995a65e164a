import { describe, expect, it } from 'vitest';
import { columnShares, numericColumns } from '../../../shared/print/table-columns.ts';
import { leastWork } from '../../least-work.ts';

const table = (...rows: string[][]) =>
  rows.map((row) => row.map((text) => ({ content: text === '' ? [] : [{ type: 'text' as const, text }] })));

describe('numericColumns', () => {
  it('takes money, percentages, negatives and units for figures', () => {
    const rows = table(
      ['Year', 'Cost', 'Share', 'Change', 'Staff'],
      ['2024/25', '£1,200', '12%', '(3.5)', '14 FTE'],
      ['2025/26', '£1.6bn', '7.25 %', '−12', '–'],
      ['Total', '', 'n/a', '+0.4', '3'],
    );
    expect(numericColumns(rows, true)).toEqual([false, true, true, true, true]);
  });

  it('asks the header only where it is a row like the others', () => {
    const rows = table(['Cost'], ['12']);
    expect(numericColumns(rows, true)).toEqual([true]);
    expect(numericColumns(rows, false)).toEqual([false]);
  });

  it('finds no figures in an empty column, in dates, in references and in telephone numbers', () => {
    const rows = table(['', '1 September 2020', '12a', '020 7946 0000 extension 5'], ['–', '', '', '']);
    expect(numericColumns(rows, false)).toEqual([false, false, false, false]);
  });

  it('answers for hostile cells without delay', () => {
    const rows = table([`${'1, '.repeat(20_000)}x`], [`${' '.repeat(50_000)}x`], ['1 '.repeat(12)]);
    expect(leastWork(() => numericColumns(rows, false), 100)).toBeLessThan(100);
  });
});

describe('columnShares', () => {
  it('gives a long column more, and all of them together everything', () => {
    const shares = columnShares(table(['Ref', 'What was decided at the meeting of the board', '12']));
    expect(shares.reduce((one, other) => one + other)).toBeCloseTo(1);
    expect(shares[1]).toBeGreaterThan((shares[0] ?? 0) * 2);
  });

  it('shares evenly where nothing is written', () => {
    expect(columnShares(table(['', '', '', '']))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
