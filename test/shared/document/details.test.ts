import { expect, test } from 'vitest';
import { plainBlock, section, tableBlock } from '../../../shared/document/build.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { withoutOrphans } from '../../../shared/document/orphans.ts';
import type {
  AttendeeBlock,
  Block,
  DetailBlock,
  DetailName,
  SectionRole,
} from '../../../shared/document/schema.ts';
import { newDocument } from './blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const detail = (name: DetailName, text = ''): DetailBlock => ({
  id: mint(),
  kind: 'detail',
  level: 0,
  content: text === '' ? [] : [{ type: 'text', text }],
  citations: [],
  detail: name,
});
const attendee = (): AttendeeBlock => ({
  id: mint(),
  kind: 'attendee',
  level: 0,
  content: [],
  citations: [],
  side: 'theirs',
});

function faults(role: SectionRole, blocks: Block[]): string {
  const document = newDocument('briefing', mint);
  return structureFaults({ ...document, sections: [...document.sections, section(mint, role, blocks)] }).join(
    '\n',
  );
}

test('a row stands complete and in order, or it is no row', () => {
  expect(faults('attendees', [attendee(), detail('role'), detail('organisation')])).toBe('');
  expect(faults('attendees', [attendee(), detail('organisation'), detail('role')])).toMatch(
    /not role,organisation/,
  );
  expect(faults('attendees', [attendee()])).toMatch(/details none, not role,organisation/);
});

test('what a list of details takes may stand in any order and number, and nothing else may', () => {
  const question = plainBlock(mint, 'lineToTake', []);
  expect(faults('lines', [question, detail('ifPressed'), detail('ifPressed')])).toBe('');
  expect(faults('lines', [plainBlock(mint, 'lineToTake', []), detail('lead')])).toMatch(
    /lead\) stands under a lineToTake/,
  );
});

test('a detail belongs to the block right before it, in its own section', () => {
  expect(faults('lines', [detail('ifPressed')])).toMatch(/stands under a detail/);
  expect(faults('lines', [plainBlock(mint, 'text', []), detail('ifPressed')])).toMatch(/stands under a text/);
});

test('a table is rectangular', () => {
  const table = tableBlock(
    mint,
    [
      [[], []],
      [[], []],
    ],
    { headerRow: true, headerColumn: false },
  );
  expect(faults('topic', [table])).toBe('');
  const torn = { ...table, id: mint(), rows: [table.rows[0] ?? [], (table.rows[1] ?? []).slice(1)] };
  expect(faults('topic', [torn])).toMatch(/not rectangular/);
});

test('details that have lost their block become words, with their label', () => {
  const line = plainBlock(mint, 'lineToTake', []);
  const kept = detail('ifPressed', 'Kept');
  const lost = detail('ifPressed', 'Lost');
  expect(withoutOrphans([line, kept])).toEqual([line, kept]);
  expect(withoutOrphans([plainBlock(mint, 'text', []), lost, kept]).slice(1)).toMatchObject([
    { id: lost.id, kind: 'text', content: [{ text: 'If pressed: ', bold: true }, { text: 'Lost' }] },
    { id: kept.id, kind: 'text', content: [{ text: 'If pressed: ', bold: true }, { text: 'Kept' }] },
  ]);
});
