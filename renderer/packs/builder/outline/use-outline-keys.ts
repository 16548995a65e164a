/**
 * The keys of the agenda. They are heard before the list hears them: the list would take arrows and letters for itself
 * while a title is written.
 *
 * On a row: arrows choose, Enter writes its title or opens the paper, F2 writes, Delete removes, Insert and Ctrl+Enter
 * add an item, Alt with an arrow moves. In a title: Enter the next item, Tab and Shift+Tab a sub-item and back, Escape
 * ends. Tab on a row leaves the agenda, as everywhere.
 */
import type { KeyboardEvent } from 'react';
import { type AgendaNode, shownIds } from '../../agenda/nodes.ts';
import { findItem } from '../../agenda/tree.ts';
import { useAgendaDesk } from '../desk.ts';
import type { AgendaActions } from '../use-agenda-actions.ts';

interface Parts {
  readonly actions: AgendaActions;
  readonly nodes: readonly AgendaNode[];
  readonly onOpenPaper: (paperId: string) => void;
}

export function useOutlineKeys({ actions, nodes }: Parts): (event: KeyboardEvent) => void {
  const { session, editing, edit, reveal, collapsed } = useAgendaDesk();
  const { items } = session.meeting;

  const moving = (event: KeyboardEvent, id: string): boolean => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowUp') actions.move(id, -1);
    else if (event.key === 'ArrowDown') actions.move(id, 1);
    else if (event.key === 'ArrowRight') actions.indent(id);
    else if (event.key === 'ArrowLeft') actions.outdent(id);
    else return false;
    return true;
  };

  /** Goes on writing in the row above or below. */
  const step = (id: string, by: -1 | 1): void => {
    const shown = shownIds(nodes, collapsed);
    const next = shown[shown.indexOf(id) + by];
    if (next === undefined) return;
    reveal(next);
    edit(next);
  };

  const inTitle = (event: KeyboardEvent<Element>, id: string): boolean => {
    if (moving(event, id)) return true;
    const item = findItem(items, id)?.item ?? null;
    const isEmpty = event.target instanceof HTMLInputElement && event.target.value === '';
    const isNew = item !== null && isEmpty && item.papers.length === 0 && item.items.length === 0;
    switch (event.key) {
      case 'Enter':
        if (item === null) {
          edit(null);
          reveal(id);
        } else if (isNew) {
          // Nothing was written: the writing is over, or goes on one level further out.
          if ((findItem(items, id)?.level ?? 1) > 1) actions.outdent(id);
          else actions.remove(id);
        } else actions.addItem(id);
        return true;
      case 'Escape':
        if (isNew) actions.remove(id);
        else {
          edit(null);
          reveal(id);
        }
        return true;
      case 'Tab':
        if (event.ctrlKey || event.altKey || item === null) return false;
        if (event.shiftKey) actions.outdent(id);
        else actions.indent(id);
        return true;
      case 'ArrowUp':
        step(id, -1);
        return true;
      case 'ArrowDown':
        step(id, 1);
        return true;
      case 'Backspace':
        if (!isNew) return false;
        actions.remove(id);
        return true;
      default:
        return false;
    }
  };

  const onRow = (event: KeyboardEvent, id: string): boolean => {
    if (moving(event, id)) return true;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.addItem(id);
    else if (event.key === 'Insert') actions.addItem(id);
    else if (event.key === 'F2') edit(id);
    else if (event.key === 'Delete') actions.remove(id);
    else return false;
    return true;
  };

  return (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const isField = target.dataset['titleField'] !== undefined;
    if (isField && editing !== null) {
      // The list must not hear letters and arrows of a title; the field has them all the same.
      event.stopPropagation();
      if (inTitle(event, editing)) event.preventDefault();
      return;
    }
    const row = target.closest('[role="row"]');
    const id = row?.getAttribute('data-key');
    // A button within the row has keys of its own.
    if (!row || !id || target !== row) return;
    if (!onRow(event, id)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
