/** The menu of a block: right button, menu key, Shift+F10, or a click on its grip. */

import { ChevronRight } from 'lucide-react';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, Popover, SubmenuTrigger } from 'react-aria-components';
import { useCommandBus } from '../app/commands.tsx';
import { useServices } from '../app/services.ts';
import { keysFor } from '../app/shortcuts.ts';
import { commandsFor, type EditorCommand } from '../editor/commands.ts';
import { draggingKey } from '../editor/dragging/dragging.ts';
import { MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { type Desk, useDesk } from './desk.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export function BlockContextMenu({ children }: { children: ReactNode }) {
  const desk = useDesk();
  const { editor, readOnly } = desk;
  const [at, setAt] = useState<Point | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  const open = useCallback((x: number, y: number) => setAt({ x, y }), []);
  useEffect(() => {
    const dragging = editor.current?.feature(draggingKey);
    if (dragging) dragging.onMenu = open;
  }, [editor, open]);
  useEffect(() => {
    if (readOnly) return;
    const onMenu = (event: MouseEvent) => {
      if (event.defaultPrevented || !isInSheet(event.target)) return;
      event.preventDefault();
      const caret = event.button === 2 ? null : caretPoint();
      open(caret?.x ?? event.clientX, caret?.y ?? event.clientY);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!asks || event.defaultPrevented || !isInSheet(event.target)) return;
      const caret = caretPoint();
      if (!caret) return;
      event.preventDefault();
      open(caret.x, caret.y);
    };
    document.addEventListener('contextmenu', onMenu);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('contextmenu', onMenu);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [readOnly, open]);

  return (
    <>
      {children}
      <span ref={anchor} aria-hidden className="menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      {at ? <Items key={`${at.x} ${at.y}`} desk={desk} anchor={anchor} onClose={() => setAt(null)} /> : null}
    </>
  );
}

interface ItemsProps {
  readonly desk: Desk;
  readonly anchor: RefObject<HTMLSpanElement | null>;
  readonly onClose: () => void;
}

function Items({ desk, anchor, onClose }: ItemsProps) {
  const { desktop } = useServices();
  const bus = useCommandBus();
  const { editor, focus, document } = desk;
  const possible = commandsFor(focus, document.kind);
  const inGroup = (name: EditorCommand['group']) => possible.filter(({ group }) => group === name);
  /** Once the menu has given the focus back to the sheet. */
  const later = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run));
  const command = ({ id, name, shortcut }: EditorCommand) => (
    <MenuItem
      key={id}
      label={name}
      shortcut={shortcut ?? undefined}
      onAction={() =>
        later(() => {
          editor.current?.run(id);
          editor.current?.focus();
        })
      }
    />
  );
  const blockCommands = inGroup('Block').filter(({ id }) => !id.startsWith('select'));
  const additions = inGroup('Add');
  return (
    <Popover
      className="popover"
      aria-label="Block"
      triggerRef={anchor}
      placement="bottom start"
      offset={2}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu className="menu" aria-label="Block" autoFocus="first" onClose={onClose}>
        <MenuItem label="Cut" shortcut="Ctrl+X" onAction={() => later(() => desktop.edit('cut'))} />
        <MenuItem label="Copy" shortcut="Ctrl+C" onAction={() => later(() => desktop.edit('copy'))} />
        <MenuItem label="Paste" shortcut="Ctrl+V" onAction={() => later(() => desktop.edit('paste'))} />
        <MenuSeparator />
        <Submenu label="Turn into">{inGroup('Turn into').map(command)}</Submenu>
        <Submenu label="New section">{inGroup('New section').map(command)}</Submenu>
        {additions.map(command)}
        <MenuSeparator />
        <MenuItem
          label="Move to…"
          shortcut={keysFor('move-to')}
          onAction={() => later(() => bus.run('move-to'))}
        />
        {blockCommands.map(command)}
      </AriaMenu>
    </Popover>
  );
}

function Submenu({ label, children }: { label: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <SubmenuTrigger>
      <AriaMenuItem className="menu-item" textValue={label}>
        <span />
        <span>{label}</span>
        <ChevronRight size={14} aria-hidden className="aside" />
      </AriaMenuItem>
      <Popover className="popover" offset={2} crossOffset={-5}>
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

function isInSheet(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="textbox"][aria-multiline="true"]') !== null;
}

/** Below the caret; null where there is none. */
function caretPoint(): Point | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const box = range.getClientRects()[0] ?? elementOf(range.startContainer)?.getBoundingClientRect();
  return box ? { x: box.left, y: box.bottom } : null;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
