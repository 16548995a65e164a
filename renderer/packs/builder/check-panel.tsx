import { CircleAlert, Info, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PackFinding } from '../../../shared/pack/check/finding.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { Button } from '../../ui/button.tsx';
import { useAgendaDesk } from './desk.ts';
import { JobProgress } from './job-progress.tsx';
import type { PackCheck } from './use-pack-check.ts';

const groups = [
  { severity: 'error', name: 'Put right before publishing', Icon: CircleAlert },
  { severity: 'warning', name: 'Look at before publishing', Icon: TriangleAlert },
  { severity: 'note', name: 'Worth knowing', Icon: Info },
] as const;

/** What the check found, the worst first; each leads to its item or paper. It begins when one looks. */
export function CheckPanel({ check }: { readonly check: PackCheck }) {
  const { reveal, openPaper } = useAgendaDesk();
  const { findings, error, job, outOfDate, run } = check;
  const open = (paperId: string, blockId: string) => {
    check.keep();
    openPaper(paperId, blockId);
  };
  const isFirst = findings === null && error === null && job === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where nobody has looked yet
  useEffect(() => {
    if (isFirst) run();
  }, []);
  if (job && findings === null) {
    return (
      <div className="check-running">
        <JobProgress job={job} />
      </div>
    );
  }
  if (error) return <FailureMessage error={error} action="Check again" onAction={run} />;
  if (findings === null) {
    return (
      <div className="empty">
        <h2>The check was cancelled</h2>
        <div className="actions">
          <Button look="outlined" onPress={run}>
            Check the pack
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="check-panel">
      {job ? (
        <JobProgress job={job} />
      ) : (
        <div className="check-again">
          <p role="status">{outOfDate ? 'The agenda or a paper may have changed since this check.' : ''}</p>
          <Button onPress={run}>
            <RefreshCw size={14} aria-hidden /> Check again
          </Button>
        </div>
      )}
      {findings.length === 0 ? (
        <div className="empty">
          <h2>Nothing found</h2>
          <p>Every report is here, and nothing in the agenda or its papers contradicts the rules.</p>
        </div>
      ) : null}
      {groups.map(({ severity, name, Icon }) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={name}>
            <h2 className="panel-heading">
              {name} <span className="count">{own.length}</span>
            </h2>
            <ul>
              {own.map((finding, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: findings have no name of their own
                <li key={`${finding.rule} ${at}`} className="check-finding" data-severity={severity}>
                  <Icon size={14} aria-hidden />
                  <div>
                    <p>{finding.message}</p>
                    <Places finding={finding} onRow={reveal} onBlock={open} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface PlacesProps {
  readonly finding: PackFinding;
  readonly onRow: (rowId: string) => void;
  readonly onBlock: (paperId: string, blockId: string) => void;
}

/** Ways to passages that are shown at once. */
const MOST_PLACES = 8;

/** A way to the row, or to the very block where it stands in a document written here; to each, where there are several. */
function Places({ finding, onRow, onBlock }: PlacesProps) {
  const [all, setAll] = useState(false);
  const { item, paper, place } = finding;
  const { meeting } = useAgendaDesk().session;
  const words = placeWords(finding, meeting.kind === 'ministerial' ? 'Tab' : 'Item');
  const row = paper?.id ?? item?.id ?? null;
  if (row === null) return null;
  const blocks = paper === null ? [] : (place?.blocks ?? []);
  const [only] = blocks;
  if (only && blocks.length === 1) {
    return (
      <Button look="link" onPress={() => onBlock(row, only.id)}>
        {words}
      </Button>
    );
  }
  const shown = all ? blocks : blocks.slice(0, MOST_PLACES);
  return (
    <>
      <Button look="link" onPress={() => onRow(row)}>
        {words}
      </Button>
      {blocks.length === 0 ? null : (
        <ul className="check-places" aria-label="Passages">
          {shown.map(({ id, name }) => (
            <li key={id}>
              <Button look="link" onPress={() => onBlock(row, id)}>
                {name === '' ? 'Passage' : name}
              </Button>
            </li>
          ))}
          {shown.length < blocks.length ? (
            <li>
              <Button look="link" onPress={() => setAll(true)}>
                and {blocks.length - shown.length} more
              </Button>
            </li>
          ) : null}
        </ul>
      )}
    </>
  );
}

/** "Item 4: Report of the director, page 3", "Item 4: Report of the director, paragraph 12" */
function placeWords({ item, paper, place }: PackFinding, itemWord: string): string {
  const where = item === null || item.number === '' ? '' : `${itemWord} ${item.number}`;
  const title = paper?.title ?? item?.title ?? '';
  const [page] = place?.pages ?? [];
  const [block, ...others] = place?.blocks ?? [];
  const named = [where, title].filter((part) => part !== '').join(': ');
  if (page !== undefined) return `${named}, page ${page}`;
  return block && others.length === 0 && block.name !== '' ? `${named}, ${block.name.toLowerCase()}` : named;
}
