import './palette.css';
import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { commandsFor } from '../editor/commands.ts';
import { type Slash, type SlashTyped, slashKey } from '../editor/slash/slash.ts';
import { useDesk } from '../writing/desk.ts';
import { useActiveOption } from './active-option.ts';
import { editorEntries, insertGroups } from './editor-entries.ts';
import { type FoundEntry, find } from './entries.ts';
import { OptionList, optionId } from './option-list.tsx';

/** Stands around the writing screen, and shows the menu wherever a stroke is typed on the sheet. */
export function SlashMenus({ children }: { children: ReactNode }) {
  const { editor } = useDesk();
  const [slash, setSlash] = useState<Slash | null>(null);
  const [typed, setTyped] = useState<SlashTyped | null>(null);
  useEffect(() => {
    const found = editor.current?.feature(slashKey) ?? null;
    setSlash(found);
    return found?.subscribe(() => setTyped(found.typed()));
  }, [editor]);
  return (
    <>
      {children}
      {slash && typed ? createPortal(<SlashMenu slash={slash} typed={typed} />, landmark()) : null}
    </>
  );
}

/** Everything on the page stands in a landmark. */
function landmark(): Element {
  return document.querySelector('[data-region="sheet"]') ?? document.body;
}

const GAP = 4;

function SlashMenu({ slash, typed }: { slash: Slash; typed: SlashTyped }) {
  const { editor, focus, document: written } = useDesk();
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { query, place } = typed;

  const groups = useMemo(() => {
    const commands = commandsFor(focus, written.kind).filter(({ group }) => insertGroups.includes(group));
    return find(editorEntries(commands, editor), query, []);
  }, [focus, written.kind, editor, query]);
  const { active, setActive, move } = useActiveOption(groups);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);

  const choose = (entry: FoundEntry) => {
    slash.take();
    entry.run();
  };
  slash.onKey = (event) => {
    if (event.key === 'Escape') {
      slash.dismiss();
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && active && !event.shiftKey) {
      choose(active);
      return true;
    }
    return move(event.key);
  };

  const nothing = count === 0;
  const isWords = /\s/u.test(query);
  useEffect(() => {
    // Several words that are no name are words: nothing stands in their way.
    if (nothing && isWords) slash.dismiss();
    else if (nothing) slash.say('Nothing of that name');
    else slash.say(`${count} to choose from, ${active?.name ?? ''}`);
  }, [slash, nothing, isWords, count, active?.name]);
  const activeId = active ? optionId(listId, active) : null;
  useEffect(() => {
    slash.describe({ id: listId, activeId });
    return () => slash.describe(null);
  }, [slash, listId, activeId]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const { offsetWidth, offsetHeight } = element;
    const below = place.bottom + GAP + offsetHeight <= window.innerHeight;
    element.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - offsetWidth - 8))}px`;
    element.style.top = `${below ? place.bottom + GAP : Math.max(8, place.top - GAP - offsetHeight)}px`;
  });

  return (
    <div ref={frame} className="popover slash-menu">
      <OptionList
        id={listId}
        label="Insert"
        groups={groups}
        active={active}
        onActive={setActive}
        onChoose={choose}
        isTabStop
      />
      {nothing ? (
        <p className="palette-nothing">Nothing is called “{query}”. Escape keeps your words.</p>
      ) : null}
    </div>
  );
}
