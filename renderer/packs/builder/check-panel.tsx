import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useAgendaDesk } from './desk.ts';
import type { PackFinding } from './findings.ts';
import type { PackCheck } from './use-pack-check.ts';

const groups = [
  { severity: 'error', name: 'Put right before publishing', Icon: CircleAlert },
  { severity: 'warning', name: 'Look at before publishing', Icon: TriangleAlert },
  { severity: 'note', name: 'Worth knowing', Icon: Info },
] as const;

/** What the check found, the worst first; each leads to its item or paper. */
export function CheckPanel({ check }: { readonly check: PackCheck }): ReactNode {
  const { reveal } = useAgendaDesk();
  const { findings } = check;
  if (findings === null) return null;
  if (findings.length === 0) {
    return (
      <div className="empty">
        <h2>Nothing found</h2>
        <p>Every report is here, and nothing in the agenda or its papers contradicts the rules.</p>
      </div>
    );
  }
  return (
    <div className="check-panel">
      {groups.map(({ severity, name, Icon }) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={name}>
            <h3 className="panel-heading">
              {name} <span className="count">{own.length}</span>
            </h3>
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

function placeWords({ item, paper }: PackFinding): string {
  const where = item === null || item.number === '' ? '' : `Item ${item.number}`;
  const title = paper?.title ?? item?.title ?? '';
  return [where, title].filter((part) => part !== '').join(': ');
}
