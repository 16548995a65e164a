import { CircleAlert, Info, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
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
  const { reveal } = useAgendaDesk();
  const { findings, error, job, outOfDate, run } = check;
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
          <p role="status">{outOfDate ? 'The agenda has changed since this check.' : ''}</p>
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
              {own.map((finding, at) => {
                const row = finding.paper?.id ?? finding.item?.id ?? null;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: findings have no name of their own
                  <li key={`${finding.rule} ${at}`} className="check-finding" data-severity={severity}>
                    <Icon size={14} aria-hidden />
                    <div>
                      <p>{finding.message}</p>
                      {row === null ? null : (
                        <Button look="link" onPress={() => reveal(row)}>
                          {placeWords(finding)}
                        </Button>
                      )}
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** "Item 4: Report of the director, page 3" */
function placeWords({ item, paper, place }: PackFinding): string {
  const where = item === null || item.number === '' ? '' : `Item ${item.number}`;
  const title = paper?.title ?? item?.title ?? '';
  const [page] = place?.pages ?? [];
  const named = [where, title].filter((part) => part !== '').join(': ');
  return page === undefined ? named : `${named}, page ${page}`;
}
