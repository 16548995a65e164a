import { GripVertical } from 'lucide-react';
import {
  createContext,
  memo,
  type RefObject,
  useContext,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  type Key,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { useSettings } from '../settings/settings.ts';
import { type Desk, useDesk } from './desk.ts';
import type { OpenFindings, Outline, OutlineEntry } from './outline.ts';
import { outlineMoves } from './outline-moves.ts';
import { type OutlineRow, useOutlineRows } from './outline-rows.ts';

interface Props {
  /** False while the outline is not drawn yet, because the sheet is to be there first. */
  readonly ready: boolean;
  readonly findings: ReadonlyMap<string, OpenFindings>;
  /** `blockId` of the entry with the caret. */
  readonly current: string | null;
}

const nothing: Outline = { entries: [], entryOf: new Map() };
/** Frames within which a list that was just given its rows has the height to scroll in. */
const SETTLING = 10;
/** In pixels, as `--row-outline` in tokens.css. */
const rowSizes = { comfortable: 26, compact: 24 };
const ENTRY = 'application/x-despatch-outline-entry';

/** What changes at every key and caret reaches the rows past the list, which takes time by the length of the outline. */
const CurrentEntry = createContext<string | null>(null);
const EntryFindings = createContext<ReadonlyMap<string, OpenFindings>>(new Map());

/** The outline: follows the caret, goes where one clicks or presses Enter, and moves sections and sub-headings. */
export function Navigator({ ready, findings, current }: Props) {
  const { outline, editor, readOnly, goTo } = useDesk();
  const { entries } = useDeferredValue(ready ? outline : nothing);
  return (
    <EntryFindings value={findings}>
      <CurrentEntry value={current}>
        <OutlineList entries={entries} editor={editor} readOnly={readOnly} goTo={goTo} />
      </CurrentEntry>
    </EntryFindings>
  );
}

interface ListProps extends Pick<Desk, 'editor' | 'readOnly' | 'goTo'> {
  readonly entries: readonly OutlineEntry[];
}

const OutlineList = memo(function OutlineList({ entries, editor, readOnly, goTo }: ListProps) {
  const { density } = useSettings();
  const rows = useOutlineRows(entries);
  const { dragAndDropHooks, refusal } = useOutlineDragging(rows, editor, readOnly);
  const list = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const shown = useShown(column);
  const rowSize = rowSizes[density];

  return (
    <div ref={column} className="navigator">
      {shown > 0 ? (
        <Virtualizer
          key={shown}
          layout={ListLayout}
          layoutOptions={{ rowSize, padding: 8, dropIndicatorThickness: 2 }}
        >
          <GridList
            ref={list}
            aria-label="Outline of the document"
            items={rows}
            dragAndDropHooks={dragAndDropHooks}
            onAction={(key) => goTo(String(key))}
            className="outline-list"
          >
            {(row) => <Row {...row} />}
          </GridList>
        </Virtualizer>
      ) : null}
      <FollowCaret rows={rows} list={list} rowSize={rowSize} />
      <p role="status" className="outline-refusal">
        {refusal}
      </p>
    </div>
  );
});

interface FollowProps {
  readonly rows: readonly OutlineRow[];
  readonly list: RefObject<HTMLElement | null>;
  readonly rowSize: number;
}

/** Keeps the entry with the caret in sight. */
function FollowCaret({ rows, list, rowSize }: FollowProps) {
  const current = useContext(CurrentEntry);
  const at = useMemo(() => rows.findIndex(({ id }) => id === current), [rows, current]);
  useEffect(() => {
    if (at < 0) return;
    let frame = 0;
    let left = SETTLING;
    const follow = () => {
      const element = list.current;
      const top = at * rowSize;
      if (element) {
        if (top < element.scrollTop) element.scrollTop = top;
        else if (top + 3 * rowSize > element.scrollTop + element.clientHeight) {
          element.scrollTop = top + 3 * rowSize - element.clientHeight;
        }
      }
      const isSeen = element !== null && top < element.scrollTop + element.clientHeight;
      left -= 1;
      if (!isSeen && left > 0) frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [list, at, rowSize]);
  return null;
}

function Row(row: OutlineRow) {
  return (
    <GridListItem id={row.id} textValue={row.text} className="outline-row" data-level={row.level}>
      <Entry {...row} />
      <Button slot="drag" className="button icon outline-grip">
        <GripVertical size={14} aria-hidden />
      </Button>
    </GridListItem>
  );
}

function Entry({ id, number, text, untitled }: OutlineRow) {
  const isCurrent = useContext(CurrentEntry) === id;
  const open = useContext(EntryFindings).get(id);
  const findings = `${open?.count} ${open?.count === 1 ? 'finding' : 'findings'}`;
  return (
    <span
      className="outline-entry"
      title={text}
      data-untitled={untitled}
      aria-current={isCurrent ? 'location' : undefined}
    >
      {number ? <span className="outline-number">{number}</span> : null}
      <span className="outline-text">{text}</span>
      {open ? (
        <span role="img" aria-label={findings} className={`finding-dot ${open.worst}`} title={findings} />
      ) : null}
    </span>
  );
}

/**
 * How often an element came to have a width. A list that draws only the rows in sight measures itself once, and does
 * so in vain while React keeps the screen hidden because a part of it is still being fetched.
 */
function useShown(element: RefObject<HTMLElement | null>): number {
  const [shown, setShown] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    let had = 0;
    const look = () => {
      const { clientWidth } = watched;
      if (had === 0 && clientWidth > 0) setShown((count) => count + 1);
      had = clientWidth;
    };
    // It tells first once the element is laid out; asking now would have the whole screen laid out for it.
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return shown;
}

function useOutlineDragging(rows: readonly OutlineRow[], editor: Desk['editor'], readOnly: boolean) {
  const dragged = useRef<OutlineRow | null>(null);
  const refused = useRef<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const rowOf = (key: Key | undefined) => rows.find(({ id }) => id === key) ?? null;
  /** The entry before which something dropped there would stand; null: behind all. */
  const beforeOf = (target: { readonly key: Key; readonly dropPosition: 'before' | 'on' | 'after' }) => {
    const at = rows.findIndex(({ id }) => id === target.key);
    return rows[target.dropPosition === 'after' ? at + 1 : at] ?? null;
  };
  const moves = () => (editor.current ? outlineMoves(editor.current, editor.current.current()) : null);

  const { dragAndDropHooks } = useDragAndDrop<OutlineRow>({
    isDisabled: readOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({ [ENTRY]: String(key), 'text/plain': rowOf(key)?.text ?? '' })),
    acceptedDragTypes: [ENTRY],
    getAllowedDropOperations: () => ['move'],
    onDragStart({ keys }) {
      dragged.current = rowOf([...keys][0]);
    },
    onDragMove: () => setRefusal(refused.current),
    onDragEnd() {
      dragged.current = null;
      refused.current = null;
      setRefusal(null);
    },
    getDropOperation(target) {
      const row = dragged.current;
      refused.current = null;
      if (!row || target.type !== 'item' || target.dropPosition === 'on') return 'cancel';
      const before = beforeOf(target);
      if (before?.id === row.id) return 'cancel';
      refused.current = moves()?.whyNot(row, before) ?? null;
      return refused.current === null ? 'move' : 'cancel';
    },
    onReorder({ keys, target }) {
      const row = rowOf([...keys][0]);
      if (row) moves()?.move(row, beforeOf(target));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="outline-drop" />,
  });
  return { dragAndDropHooks, refusal };
}
