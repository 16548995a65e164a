/** What can be done to the chosen row, with its name for undo, its words for screen readers, and the focus after it. */
import { useMemo } from 'react';
import type { AgendaItem, Paper } from '../../../shared/pack/meeting.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { usualItems } from '../../../shared/pack/standard-items.ts';
import {
  indented,
  itemAdded,
  itemChanged,
  itemRemoved,
  outdented,
  paperChanged,
  paperRemoved,
  paperShifted,
  papersAdded,
  shifted,
} from '../agenda/moves.ts';
import { itemIdOf, neighbourOf } from '../agenda/nodes.ts';
import { itemWords, numbersOf } from '../agenda/numbers.ts';
import { findItem, findPaper, mapChildren } from '../agenda/tree.ts';
import type { AgendaDesk } from './desk.ts';

export interface AgendaActions {
  /** Below the item, or the item of the paper; at the end without one. Its title is written next. */
  addItem(afterId: string | null): void;
  addSubItem(parentId: string): void;
  /** Into an agenda that is empty. */
  addUsualItems(): void;
  indent(id: string): void;
  outdent(id: string): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  changeItem(id: string, change: Partial<Omit<AgendaItem, 'id'>>, name: string, typing?: 'typing'): void;
  changePaper(id: string, change: Partial<Omit<Paper, 'id'>>, name: string, typing?: 'typing'): void;
  /** @param near a row: its item, and behind it where it is a paper. null: a new item of its own for each. */
  addPapers(near: string | null, papers: readonly Paper[]): void;
  undo(): void;
  redo(): void;
}

type Desk = Pick<AgendaDesk, 'session' | 'choose' | 'edit' | 'reveal' | 'announce'>;

export function useAgendaActions(desk: Desk): AgendaActions {
  const { session, choose, edit, reveal, announce } = desk;
  const { meeting, changeItems, undo, redo } = session;
  return useMemo(() => {
    const { items } = meeting;
    const mint = () => crypto.randomUUID();
    const begun = (item: AgendaItem) => {
      choose(item.id);
      edit(item.id);
    };
    /** Makes the move and says where it led; says why not where it leads nowhere. */
    const moved = (id: string, name: string, next: typeof items | readonly AgendaItem[], refusal: string) => {
      if (next === items) {
        announce(refusal);
        return;
      }
      changeItems(() => next, { name });
      const place = findItem(next, id);
      if (place) announce(`Now ${itemWords(numbersOf(next), place.item)}`);
      else announce(`Now under ${ownerWords(next, id)}`);
      reveal(id);
    };
    return {
      addItem(afterId) {
        const item = newItem(mint(), '');
        const after = itemIdOf(items, afterId);
        changeItems((now) => itemAdded(now, item, after), { name: 'Add item' });
        begun(item);
      },
      addSubItem(parentId) {
        const item = newItem(mint(), '');
        changeItems((now) => mapChildren(now, parentId, (children) => [...children, item]), {
          name: 'Add sub-item',
        });
        begun(item);
      },
      addUsualItems() {
        const usual = usualItems(meeting.kind, meeting.body, mint);
        changeItems((now) => [...now, ...usual], { name: 'Add the usual items' });
        announce(`${usual.length} items were added`);
        if (usual[0]) reveal(usual[0].id);
      },
      indent: (id) => moved(id, 'Make sub-item', indented(items, id), 'It cannot become a sub-item here.'),
      outdent: (id) => moved(id, 'Move out', outdented(items, id), 'It is no sub-item.'),
      move(id, by) {
        const isItem = findItem(items, id) !== null;
        const next = isItem ? shifted(items, id, by) : paperShifted(items, id, by);
        const way = by === 1 ? 'down' : 'up';
        moved(
          id,
          `Move ${isItem ? 'item' : 'paper'} ${way}`,
          next,
          `It is ${by === 1 ? 'last' : 'first'} already.`,
        );
      },
      remove(id) {
        const item = findItem(items, id)?.item;
        const paper = findPaper(items, id)?.paper;
        const next = neighbourOf(items, id);
        const title = (item ?? paper)?.title ?? '';
        changeItems((now) => (item ? itemRemoved(now, id) : paperRemoved(now, id)), {
          name: item ? 'Remove item' : 'Remove paper',
        });
        announce(`${title === '' ? 'It' : `“${title}”`} was removed. Ctrl+Z brings it back.`);
        edit(null);
        if (next === null) choose(null);
        else reveal(next);
      },
      changeItem: (id, part, name, typing) =>
        void changeItems((now) => itemChanged(now, id, part), stepOf(id, part, name, typing)),
      changePaper: (id, part, name, typing) =>
        void changeItems((now) => paperChanged(now, id, part), stepOf(id, part, name, typing)),
      addPapers(near, papers) {
        const [first] = papers;
        if (!first) return;
        const name = papers.length === 1 ? 'Add paper' : `Add ${papers.length} papers`;
        const itemId = itemIdOf(items, near);
        if (itemId !== null) {
          changeItems((now) => papersAdded(now, itemId, papers, near === itemId ? null : near), { name });
        } else {
          changeItems((now) => [...now, ...itemsFor(papers, mint)], { name });
        }
        announce(papers.length === 1 ? `“${first.title}” was added` : `${papers.length} papers were added`);
        reveal(first.id);
      },
      undo() {
        const name = undo();
        announce(name === null ? 'Nothing to undo' : `Undone: ${name.toLowerCase()}`);
      },
      redo() {
        const name = redo();
        announce(name === null ? 'Nothing to redo' : `Done again: ${name.toLowerCase()}`);
      },
    };
  }, [meeting, changeItems, undo, redo, choose, edit, reveal, announce]);
}

function stepOf(id: string, part: object, name: string, typing: 'typing' | undefined) {
  return typing === undefined ? { name } : { name, merge: `${Object.keys(part).join()} of ${id}` };
}

function ownerWords(items: readonly AgendaItem[], paperId: string): string {
  const owner = findPaper(items, paperId)?.owner;
  return owner ? itemWords(numbersOf(items), owner) : 'another item';
}

/** A new item for each paper that is no appendix; an appendix stands under the item before it. */
function itemsFor(papers: readonly Paper[], mint: () => string): readonly AgendaItem[] {
  const items: AgendaItem[] = [];
  for (const paper of papers) {
    const last = items.at(-1);
    if (paper.appendix && last) items[items.length - 1] = { ...last, papers: [...last.papers, paper] };
    else items.push({ ...newItem(mint(), paper.title), papers: [paper] });
  }
  return items;
}
