import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPaper } from '../../../renderer/packs/agenda/make.ts';
import {
  indented,
  itemAdded,
  itemChanged,
  itemRemoved,
  movedTo,
  outdented,
  paperMovedTo,
  paperShifted,
  papersAdded,
  shifted,
  whyNotThere,
} from '../../../renderer/packs/agenda/moves.ts';
import {
  contains,
  DEEPEST,
  everyItem,
  findItem,
  findPaper,
  type Items,
} from '../../../renderer/packs/agenda/tree.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { agendas, drawn, itemIds, paperIds } from './agendas.ts';

const item = (id: string, ...under: Items) => ({ ...newItem(`item-${id}`, id), items: under });
const agenda = [item('1'), item('2', item('3'), item('4')), item('5')];

const pick = fc.nat();
const chosen = (ids: readonly string[], at: number) => ids[at % ids.length] ?? '';

type Move = (items: Items, at: number, other: number) => Items;
const moves: Record<string, Move> = {
  indent: (items, at) => indented(items, chosen(itemIds(items), at)),
  outdent: (items, at) => outdented(items, chosen(itemIds(items), at)),
  up: (items, at) => shifted(items, chosen(itemIds(items), at), -1),
  down: (items, at) => shifted(items, chosen(itemIds(items), at), 1),
  paperUp: (items, at) => paperShifted(items, chosen(paperIds(items), at), -1),
  paperDown: (items, at) => paperShifted(items, chosen(paperIds(items), at), 1),
  drop: (items, at, other) =>
    movedTo(items, chosen(itemIds(items), at), { parentId: chosen(itemIds(items), other), beforeId: null }),
  dropPaper: (items, at, other) =>
    paperMovedTo(items, chosen(paperIds(items), at), {
      itemId: chosen(itemIds(items), other),
      beforeId: null,
    }),
};

test('no sequence of moves loses, doubles or changes an item or a paper, or makes the agenda too deep', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(moves)), pick, pick), { maxLength: 30 });
  fc.assert(
    fc.property(agendas, steps, (before, run) => {
      let items = before;
      for (const [name, at, other] of run) items = moves[name]?.(items, at, other) ?? items;
      expect(itemIds(items).sort()).toEqual(itemIds(before).sort());
      expect(paperIds(items).sort()).toEqual(paperIds(before).sort());
      for (const { item: each, level } of everyItem(items)) {
        expect(level).toBeLessThanOrEqual(DEEPEST);
        expect(each.title).toBe(findItem(before, each.id)?.item.title);
      }
    }),
  );
});

test('what is moved up comes back down, and down comes back up, of items and of papers', () => {
  fc.assert(
    fc.property(agendas, pick, fc.constantFrom(-1 as const, 1 as const), (items, at, by) => {
      const id = chosen(itemIds(items), at);
      const there = shifted(items, id, by);
      if (there !== items) expect(shifted(there, id, by === 1 ? -1 : 1)).toEqual(items);
      const paper = chosen(paperIds(items), at);
      const moved = paperShifted(items, paper, by);
      if (moved !== items) expect(paperShifted(moved, paper, by === 1 ? -1 : 1)).toEqual(items);
    }),
  );
});

test('a move that is not possible gives the very same agenda', () => {
  fc.assert(
    fc.property(agendas, pick, (items, at) => {
      const id = chosen(itemIds(items), at);
      const place = findItem(items, id);
      if (place?.level === 1) expect(outdented(items, id)).toBe(items);
      if (place?.index === 0) expect(indented(items, id)).toBe(items);
      expect(movedTo(items, id, { parentId: id, beforeId: null })).toBe(items);
      expect(indented(items, 'nobody')).toBe(items);
      expect(itemRemoved(items, 'nobody')).toBe(items);
      expect(itemChanged(items, id, { title: place?.item.title ?? '' })).toBe(items);
    }),
  );
});

test('Tab makes the last sub-item of the item above, Shift+Tab puts it behind that item', () => {
  expect(drawn(indented(agenda, 'item-5'))).toBe('1 2(3 4 5)');
  expect(drawn(indented(agenda, 'item-4'))).toBe('1 2(3(4)) 5');
  expect(drawn(outdented(agenda, 'item-3'))).toBe('1 2(4) 3 5');
  expect(drawn(outdented(indented(agenda, 'item-5'), 'item-5'))).toBe('1 2(3 4) 5');
});

test('a sub-item goes on into the next item and keeps its level', () => {
  expect(drawn(shifted(agenda, 'item-4', 1))).toBe('1 2(3) 5(4)');
  expect(drawn(shifted(agenda, 'item-3', -1))).toBe('1(3) 2(4) 5');
  expect(drawn(shifted(agenda, 'item-2', -1))).toBe('2(3 4) 1 5');
});

test('a drop says why it is refused: within itself, or too deep', () => {
  const deep = [item('1', item('2', item('3'))), item('4', item('5'))];
  expect(whyNotThere(deep, 'item-1', { parentId: 'item-3', beforeId: null })).toContain('within itself');
  expect(whyNotThere(deep, 'item-4', { parentId: 'item-2', beforeId: null })).toContain('3 levels');
  expect(whyNotThere(deep, 'item-5', { parentId: 'item-2', beforeId: null })).toBeNull();
});

test('every place where a drop is allowed is where the item stands afterwards', () => {
  fc.assert(
    fc.property(agendas, pick, pick, fc.boolean(), (items, at, other, before) => {
      const id = chosen(itemIds(items), at);
      const near = findItem(items, chosen(itemIds(items), other));
      if (!near) return;
      const target = before
        ? { parentId: near.parent?.id ?? null, beforeId: near.item.id }
        : { parentId: near.item.id, beforeId: null };
      const moved = findItem(items, id);
      const refused = whyNotThere(items, id, target) !== null;
      if (refused && moved && target.parentId !== null && !contains(moved.item, target.parentId)) {
        expect(movedTo(items, id, target)).toBe(items);
      }
      if (refused || target.beforeId === id) return;
      const after = findItem(movedTo(items, id, target), id);
      expect(after?.parent?.id ?? null).toBe(target.parentId);
      expect(after?.siblings[(after?.index ?? 0) + 1]?.id ?? null).toBe(target.beforeId);
    }),
  );
});

test('a new item stands behind the chosen one on its level, papers behind the chosen paper', () => {
  expect(drawn(itemAdded(agenda, item('9'), 'item-3'))).toBe('1 2(3 9 4) 5');
  expect(drawn(itemAdded(agenda, item('9'), null))).toBe('1 2(3 4) 5 9');
  const paper = (id: string) => newPaper(id, id, { type: 'toFollow' });
  const filled = papersAdded(
    papersAdded(agenda, 'item-3', [paper('a'), paper('b')]),
    'item-3',
    [paper('c')],
    'a',
  );
  expect(paperIds(filled)).toEqual(['a', 'c', 'b']);
  const moved = paperMovedTo(filled, 'c', { itemId: 'item-5', beforeId: null });
  expect(findPaper(moved, 'c')?.owner.id).toBe('item-5');
});
