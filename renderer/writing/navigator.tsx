import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import type { OpenFindings, Outline, OutlineEntry } from './outline.ts';

interface Props {
  readonly outline: Outline;
  readonly findings: ReadonlyMap<string, OpenFindings>;
  /** `blockId` of the entry with the caret. */
  readonly current: string | null;
  readonly onGoTo: (blockId: string) => void;
}

/** The outline: follows the caret, and goes where one clicks or presses Enter. */
export function Navigator({ outline, findings, current, onGoTo }: Props) {
  const list = useRef<HTMLOListElement>(null);
  // One entry is in the tab order, the others are reached with the arrows.
  const tabStop = current ?? outline.entries[0]?.blockId ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another entry becomes the current one.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    const target = {
      ArrowDown: rows[at + 1],
      ArrowUp: rows[at - 1],
      Home: rows[0],
      End: rows.at(-1),
    }[event.key];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <ol ref={list} className="navigator" onKeyDown={onKeyDown}>
      {outline.entries.map((entry) => (
        <Row
          key={entry.blockId}
          level={entry.level}
          number={entry.number}
          text={entry.text}
          untitled={entry.untitled}
          blockId={entry.blockId}
          count={findings.get(entry.blockId)?.count ?? 0}
          worst={findings.get(entry.blockId)?.worst ?? null}
          isCurrent={entry.blockId === current}
          isTabStop={entry.blockId === tabStop}
          onGoTo={onGoTo}
        />
      ))}
    </ol>
  );
}

interface RowProps extends OutlineEntry {
  readonly count: number;
  readonly worst: OpenFindings['worst'] | null;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onGoTo: (blockId: string) => void;
}

const Row = memo(function Row(row: RowProps) {
  const findings = `${row.count} ${row.count === 1 ? 'finding' : 'findings'}`;
  return (
    <li>
      <button
        type="button"
        className="outline-row"
        data-level={row.level}
        data-untitled={row.untitled}
        aria-current={row.isCurrent ? 'location' : undefined}
        tabIndex={row.isTabStop ? 0 : -1}
        title={row.text}
        onClick={() => row.onGoTo(row.blockId)}
      >
        {row.number ? <span className="outline-number">{row.number}</span> : null}
        <span className="outline-text">{row.text}</span>
        {row.worst ? (
          <span className={`finding-dot ${row.worst}`} title={findings}>
            <span className="visually-hidden">, {findings}</span>
          </span>
        ) : null}
      </button>
    </li>
  );
});
