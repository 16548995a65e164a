import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPaper } from '../../../renderer/packs/agenda/make.ts';
import { findPaper, type Items } from '../../../renderer/packs/agenda/tree.ts';
import { droppedAt } from '../../../renderer/packs/builder/outline/use-outline-dragging.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { agendas, drawn, itemIds, paperIds } from './agendas.ts';

const paper = (id: string) => newPaper(id, id, { type: 'toFollow' });
const item = (id: string, papers: readonly string[] = [], under: Items = []) => ({
  ...newItem(`item-${id}`, id),
  papers: papers.map(paper),
  items: under,
});
const agenda = [item('1', ['a', 'b']), item('2', [], [item('3')]), item('4', ['c'])];
const made = (id: string, key: string, dropPosition: 'before' | 'on' | 'after') => {
  const dropped = droppedAt(agenda, id, { key, dropPosition });
  return 'items' in dropped ? dropped.items : dropped.refusal;
};

test('an item goes before, behind or under another', () => {
  expect(drawn(made('item-4', 'item-1', 'before') as Items)).toBe('4 1 2(3)');
  expect(drawn(made('item-1', 'item-3', 'after') as Items)).toBe('2(3 1) 4');
  expect(drawn(made('item-1', 'item-2', 'on') as Items)).toBe('2(3 1) 4');
});

test('a paper goes among papers, or to the end of an item', () => {
  expect(findPaper(made('c', 'b', 'before') as Items, 'c')).toMatchObject({
    owner: { id: 'item-1' },
    index: 1,
  });
  expect(findPaper(made('a', 'item-3', 'on') as Items, 'a')).toMatchObject({
    owner: { id: 'item-3' },
    index: 0,
  });
});

test('what belongs nowhere there is refused in words', () => {
  expect(made('a', 'item-2', 'before')).toContain('under an item');
  expect(made('item-1', 'c', 'after')).toContain('between items');
  expect(made('item-2', 'item-3', 'on')).toContain('within itself');
});

test('no drop anywhere loses or doubles anything', () => {
  const positions = fc.constantFrom('before' as const, 'on' as const, 'after' as const);
  fc.assert(
    fc.property(agendas, fc.nat(), fc.nat(), positions, (items, at, other, dropPosition) => {
      const rows = [...itemIds(items), ...paperIds(items)];
      const id = rows[at % rows.length] ?? '';
      const key = rows[other % rows.length] ?? '';
      const dropped = droppedAt(items, id, { key, dropPosition });
      if (!('items' in dropped)) return;
      expect([...itemIds(dropped.items), ...paperIds(dropped.items)].sort()).toEqual(rows.sort());
    }),
  );
});
