import './import-report.css';
import { ListChecks } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportRow } from '../../shared/import/report.ts';
import { Button } from '../ui/button.tsx';
import type { ImportReport } from './use-import-report.ts';

interface Props {
  readonly report: ImportReport;
  readonly readOnly: boolean;
  readonly onGoTo: (blockId: string) => void;
}

const kindNames: Readonly<Record<ImportRow['kind'], string>> = {
  repair: 'Mended',
  uncertain: 'Not certain',
  notice: 'Notice',
};

/** Every liberty the importer took, with the author's own line, to accept or to undo. */
export function ImportReportPanel({ report, readOnly, onGoTo }: Props) {
  const { rows, pending, setState, undo } = report;
  const list = useRef<HTMLOListElement>(null);
  /** Where the next row to look at stands after one was dealt with. */
  const next = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a row has left the list.
  useEffect(() => {
    if (next.current === null) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('button[data-accept]') ?? [];
    buttons[Math.min(next.current, buttons.length - 1)]?.focus();
    next.current = null;
  }, [pending.length]);

  if (rows.length === 0) {
    return (
      <div className="empty">
        <ListChecks size={20} aria-hidden />
        <h2>Nothing to report</h2>
        <p>
          When a document is imported, every repair and every guess is listed here beside the original line.
        </p>
      </div>
    );
  }
  const reviewed = rows.filter(({ state }) => state !== 'pending');
  return (
    <div className="import-report">
      {pending.length > 0 ? (
        <>
          <header>
            <p className="quiet">
              {pending.length} of {rows.length} to review
            </p>
            <Button look="link" isDisabled={readOnly} onPress={() => setState(pending, 'accepted')}>
              Accept all
            </Button>
          </header>
          <ol ref={list} aria-label="To review">
            {pending.map((row, at) => (
              <li key={row.id} className="import-row">
                <Row row={row} onGoTo={onGoTo} />
                <div className="import-actions">
                  <Button
                    look="outlined"
                    data-accept
                    isDisabled={readOnly}
                    aria-label={`Accept: ${row.message}`}
                    onPress={() => {
                      next.current = at;
                      setState([row], 'accepted');
                    }}
                  >
                    Accept
                  </Button>
                  {row.undo ? (
                    <Button
                      isDisabled={readOnly}
                      aria-label={`Undo: ${row.message}`}
                      onPress={() => undo(row)}
                    >
                      Undo
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p className="import-done quiet">Everything has been reviewed.</p>
      )}
      {reviewed.length > 0 ? (
        <details open={pending.length === 0}>
          <summary>
            Reviewed <span className="count">{reviewed.length}</span>
          </summary>
          <ol aria-label="Reviewed">
            {reviewed.map((row) => (
              <li key={row.id} className="import-row">
                <Row row={row} onGoTo={onGoTo} />
                <div className="import-actions">
                  <span className="quiet">{row.state === 'undone' ? 'Undone' : 'Accepted'}</span>
                  <Button
                    look="link"
                    isDisabled={readOnly}
                    aria-label={`Review again: ${row.message}`}
                    onPress={() => setState([row], 'pending')}
                  >
                    Review again
                  </Button>
                </div>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function Row({ row, onGoTo }: { row: ImportRow; onGoTo: (blockId: string) => void }) {
  const { blockId } = row;
  const words = (
    <>
      <span className={`import-kind-name ${row.kind}`}>{kindNames[row.kind]}</span>
      <span>{row.message}</span>
    </>
  );
  return (
    <>
      {blockId === null ? (
        <div className="import-message">{words}</div>
      ) : (
        <button type="button" className="import-message" onClick={() => onGoTo(blockId)}>
          {words}
        </button>
      )}
      {row.original.length > 0 ? (
        <dl className="import-original">
          {row.original.map(({ line, text }) => (
            <div key={line}>
              <dt>
                <span className="visually-hidden">Original line </span>
                {line}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
