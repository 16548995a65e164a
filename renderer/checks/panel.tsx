import './checks.css';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { type Finding, type Severity, severities } from '../../shared/checks/finding.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { Button } from '../ui/button.tsx';
import { placesOf } from '../writing/place-names.ts';
import type { Remedies } from './remedies.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly document: DespatchDocument;
  /** As the sheet shows them. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly onGoTo: (blockId: string) => void;
  readonly remedies: Remedies;
}

const groups: Readonly<Record<Severity, string>> = {
  error: 'Put right before it leaves',
  warning: 'Look at before it leaves',
  note: 'Worth knowing',
};
export const severityIcons = { error: CircleAlert, warning: TriangleAlert, note: Info };

export function ChecksPanel({ findings, document, numbers, onGoTo, remedies }: Props) {
  const places = useMemo(() => placesOf(document, numbers), [document, numbers]);
  if (findings.length === 0) {
    return (
      <div className="empty">
        <CircleCheck size={20} aria-hidden />
        <h2>Nothing found</h2>
        <p>
          Checked as you write: placeholders, missing fields, acronyms, figures without a source, agenda and
          appendices.
        </p>
      </div>
    );
  }
  return (
    <div className="findings">
      {remedies.all.map(({ label, run }) => (
        <Button key={label} look="outlined" className="remedy-all" onPress={run}>
          {label}
        </Button>
      ))}
      {severities.map((severity) => {
        const rows = findings.filter((finding) => finding.severity === severity);
        if (rows.length === 0) return null;
        const Icon = severityIcons[severity];
        return (
          <section key={severity} aria-labelledby={`findings-${severity}`}>
            <h2 id={`findings-${severity}`}>
              {groups[severity]} <span className="count">{rows.length}</span>
            </h2>
            <ul>
              {rows.map((finding, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one block may have the same finding twice.
                <li key={`${finding.rule} ${finding.blockId} ${at}`}>
                  <button type="button" className="finding" onClick={() => onGoTo(finding.blockId)}>
                    <Icon size={14} className={severity} aria-hidden />
                    <span>{finding.message}</span>
                    <span className="finding-place">{places.get(finding.blockId) ?? ''}</span>
                  </button>
                  <RemedyButton finding={finding} remedies={remedies} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function RemedyButton({ finding, remedies }: { readonly finding: Finding; readonly remedies: Remedies }) {
  const remedy = remedies.of(finding);
  if (!remedy) return null;
  return (
    <Button look="link" className="remedy" onPress={() => remedy.run()}>
      {remedy.label}
    </Button>
  );
}
