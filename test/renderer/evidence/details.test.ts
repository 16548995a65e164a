import { expect, test } from 'vitest';
import type { LibraryClient } from '../../../renderer/client/client.ts';
import { withChange } from '../../../renderer/evidence/shelf/details/change-several.ts';
import {
  DetailsSession,
  detailsOf,
  undoChange,
} from '../../../renderer/evidence/shelf/details/details-session.ts';
import { mergeDetails } from '../../../renderer/evidence/shelf/details/merge.ts';
import { inMonths } from '../../../renderer/evidence/shelf/details/months.ts';
import { changedNames, namesFrom, printNames } from '../../../renderer/evidence/shelf/details/names.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Source, SourceDetails } from '../../../shared/evidence/source.ts';

const source: Source = {
  id: 's',
  kind: 'pdf',
  csl: { type: 'report', title: 'Floods', DOI: '10.1/2' },
  published: null,
  marking: null,
  reviewBy: null,
  description: '',
  own: { Registry: '12' },
  editions: [
    {
      id: 'a'.repeat(64),
      fileName: 'floods.pdf',
      mediaType: 'application/pdf',
      bytes: 1,
      addedAt: '2026-01-01T00:00:00Z',
      textState: 'text',
      pages: 1,
      words: 1,
      notices: [],
    },
  ],
  supersededBy: null,
  addedAt: '2026-01-01T00:00:00Z',
  updatedAt: '1',
  deletedAt: null,
};

/** A library with one source, as the contract has it. */
class Library {
  source = source;
  saves = 0;
  failing: Error | null = null;

  readonly client: LibraryClient = {
    call: (async (name: string, input: { details: SourceDetails; updatedAt: string }) => {
      await Promise.resolve();
      if (name === 'evidence.get') return this.source;
      if (this.failing) throw this.failing;
      if (input.updatedAt !== this.source.updatedAt) throw new DespatchError('evidence.changed');
      this.saves += 1;
      this.put(input.details);
      return this.source;
    }) as unknown as LibraryClient['call'],
  };

  put(details: Partial<SourceDetails>): void {
    this.source = { ...this.source, ...details, updatedAt: String(Number(this.source.updatedAt) + 1) };
  }
}

const titled = (title: string) => (details: SourceDetails) => ({
  ...details,
  csl: { ...details.csl, title },
});

test('what is typed is on disk after flush, in one save, and what the form does not show is kept', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  session.change(titled('Flo'));
  session.change(titled('Floods of 2026'));
  expect(session.get().state.is).toBe('typing');
  await session.flush();
  expect(library.source.csl).toEqual({ type: 'report', title: 'Floods of 2026', DOI: '10.1/2' });
  expect([library.saves, session.get().state.is]).toEqual([1, 'saved']);
});

test('words typed while a save is under way are saved after it', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  session.change(titled('One'));
  const saving = session.flush();
  session.change(titled('Two'));
  await saving;
  await session.flush();
  expect(library.source.csl.title).toBe('Two');
});

test('a failed save says so, keeps what was typed, and is tried again when asked', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  library.failing = new DespatchError('library.full');
  session.change(titled('New'));
  await session.flush();
  expect(session.get().state).toMatchObject({ is: 'failed', error: { code: 'library.full' } });
  expect(session.get().details.csl.title).toBe('New');
  library.failing = null;
  session.change(titled('Newer'));
  await session.flush();
  expect(library.source.csl.title).toBe('Newer');
});

test('changes of two people to different fields are both kept', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  library.put({ reviewBy: '2027-01-01' });
  session.change(titled('Mine'));
  await session.flush();
  expect(library.source.reviewBy).toBe('2027-01-01');
  expect(library.source.csl.title).toBe('Mine');
  expect(session.get().state.is).toBe('saved');
});

test('the same field changed by both is saved only once somebody has chosen', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  library.put({ csl: { ...source.csl, title: 'Theirs' } });
  session.change(titled('Mine'));
  await session.flush();
  const { state } = session.get();
  if (state.is !== 'conflict') throw new Error(`The state is ${state.is}.`);
  expect(state.conflicts).toEqual([{ field: 'csl.title', mine: 'Mine', theirs: 'Theirs' }]);
  expect(library.source.csl.title).toBe('Theirs');
  for (const conflict of state.conflicts) session.decide(conflict, 'mine');
  await session.flush();
  expect(library.source.csl.title).toBe('Mine');
});

test('undo takes back its own change and nothing that was done since', async () => {
  const library = new Library();
  const session = new DetailsSession(library.client, source);
  session.change(titled('New'));
  const change = await session.settle();
  library.put({ reviewBy: '2027-01-01' });
  if (!change) throw new Error('Nothing was changed.');
  await undoChange(library.client, 's', change);
  expect(library.source.csl.title).toBe('Floods');
  expect(library.source.reviewBy).toBe('2027-01-01');
  expect(await session.settle()).toBeNull();
});

test('a field that one removed and the other left is removed', () => {
  const base = detailsOf(source);
  const { merged, conflicts } = mergeDetails(base, { ...base, own: {} }, { ...base, description: 'x' });
  expect([merged.own, merged.description, conflicts]).toEqual([{}, 'x', []]);
});

test('authors are read as one lists them, and keep what a reference manager knew of them', () => {
  expect(namesFrom('Holloway, Ann;  Audit Wales ;')).toEqual([
    { family: 'Holloway', given: 'Ann' },
    { literal: 'Audit Wales' },
  ]);
  const known = [{ family: 'Beek', given: 'J', 'non-dropping-particle': 'van der', suffix: 'Jr' }];
  expect(printNames(known)).toBe('van der Beek, J');
  expect(changedNames(known, 'van der Beek, J; Pennock, Jo')).toEqual([
    known[0],
    { family: 'Pennock', given: 'Jo' },
  ]);
});

test('a change of several leaves alone what it does not set', () => {
  const details = detailsOf(source);
  expect(withChange(details, { published: true })).toEqual({ ...details, published: true });
  expect(withChange(details, { organisation: 'Met Office' }).csl).toEqual({
    ...details.csl,
    publisher: 'Met Office',
  });
  expect(withChange(details, { reviewBy: null, organisation: '' }).csl).toEqual(details.csl);
});

test('a span from the end of a long month ends with the short one', () => {
  expect(inMonths(new Date(2026, 7, 31), 6)).toBe('2027-02-28');
  expect(inMonths(new Date(2026, 10, 28), 3)).toBe('2027-02-28');
  expect(inMonths(new Date(2026, 0, 15), 12)).toBe('2027-01-15');
});
