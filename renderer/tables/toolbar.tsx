/** The toolbar in the margin beside the table with the caret. */
import './tables.css';
import { Columns3, PanelLeft, PanelTop, Rows3, Trash2 } from 'lucide-react';
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Toolbar } from 'react-aria-components';
import { createPortal } from 'react-dom';
import type { TableAction } from '../editor/tables/actions.ts';
import type { Tables } from '../editor/tables/tables.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';

interface Line {
  readonly action: TableAction;
  readonly label: string;
  readonly shortcut?: string;
}

const rowLines: readonly Line[] = [
  { action: 'rowAbove', label: 'Insert row above' },
  { action: 'rowBelow', label: 'Insert row below' },
  { action: 'moveRowUp', label: 'Move row up', shortcut: 'Alt+Up' },
  { action: 'moveRowDown', label: 'Move row down', shortcut: 'Alt+Down' },
];
const columnLines: readonly Line[] = [
  { action: 'columnLeft', label: 'Insert column to the left' },
  { action: 'columnRight', label: 'Insert column to the right' },
  { action: 'moveColumnLeft', label: 'Move column left', shortcut: 'Alt+Left' },
  { action: 'moveColumnRight', label: 'Move column right', shortcut: 'Alt+Right' },
];

/** Keeps an element of the sheet's frame beside another that moves with the words. */
function useBeside(
  bar: RefObject<HTMLElement | null>,
  target: HTMLElement | null,
  frame: HTMLElement | null,
): void {
  useLayoutEffect(() => {
    if (!target || !frame) return;
    const place = () => {
      if (!bar.current) return;
      const table = target.getBoundingClientRect();
      const around = frame.getBoundingClientRect();
      bar.current.style.insetBlockStart = `${table.top - around.top}px`;
      bar.current.style.insetInlineStart = `${table.right - around.left + 8}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    // Words above the table move it without changing its own size.
    for (const element of [target, frame.firstElementChild ?? frame]) observer.observe(element);
    return () => observer.disconnect();
  });
}

export function TableToolbar({ tables }: { readonly tables: Tables }) {
  const subscribe = useCallback((listener: () => void) => tables.subscribe(listener), [tables]);
  const current = useSyncExternalStore(subscribe, tables.current);
  const bar = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table has another element.
  useLayoutEffect(() => setTarget(current ? tables.element() : null), [tables, current?.blockId]);
  const frame = target?.closest<HTMLElement>('.sheet-frame') ?? null;
  useBeside(bar, target, frame);
  useEffect(() => {
    tables.onToolbar = () => bar.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
    return () => {
      tables.onToolbar = null;
    };
  }, [tables]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !bar.current?.contains(document.activeElement)) return;
      event.preventDefault();
      tables.focusSheet();
    };
    // Before the document hears it, where the open tooltip of the button would take the key for itself.
    window.addEventListener('keydown', leave, true);
    return () => window.removeEventListener('keydown', leave, true);
  }, [tables]);
  if (!current || !frame) return null;
  const run = (action: TableAction) => {
    tables.run(action);
    tables.focusSheet();
  };
  const outside = current.cell === null;
  const items = (lines: readonly Line[]) =>
    lines.map(({ action, label, shortcut }) => (
      <MenuItem key={action} label={label} shortcut={shortcut} onAction={() => run(action)} />
    ));
  return createPortal(
    <div ref={bar} className="table-tools">
      <Toolbar orientation="vertical" aria-label="Table">
        <Menu
          label="Row"
          placement="left top"
          trigger={
            <IconButton label="Row" isDisabled={outside}>
              <Rows3 size={16} aria-hidden />
            </IconButton>
          }
        >
          {items(rowLines)}
          <MenuSeparator />
          <MenuItem label="Delete row" isDisabled={current.rows < 2} onAction={() => run('deleteRow')} />
        </Menu>
        <Menu
          label="Column"
          placement="left top"
          trigger={
            <IconButton label="Column" isDisabled={outside}>
              <Columns3 size={16} aria-hidden />
            </IconButton>
          }
        >
          {items(columnLines)}
          <MenuSeparator />
          <MenuItem
            label="Delete column"
            isDisabled={current.columns < 2}
            onAction={() => run('deleteColumn')}
          />
        </Menu>
        <IconButton label="Header row" pressed={current.headerRow} onPress={() => run('headerRow')}>
          <PanelTop size={16} aria-hidden />
        </IconButton>
        <IconButton label="Header column" pressed={current.headerColumn} onPress={() => run('headerColumn')}>
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label="Delete table" onPress={() => run('deleteTable')}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </Toolbar>
    </div>,
    frame,
  );
}
