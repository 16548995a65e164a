import './checks.css';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { type Finding, type Severity, severities } from '../../shared/checks/finding.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { placesOf } from '../writing/place-names.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly document: DespatchDocument;
  /** As the sheet shows them. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly onGoTo: (blockId: string) => void;
}

const groups: Readonly<Record<Severity, string>> = {
  error: 'Put right before it leaves',
  warning: 'Look at before it leaves',
  note: 'Worth knowing',
};
export const severityIcons = { error: CircleAlert, warning: TriangleAlert, note: Info };

export function ChecksPanel({ findings, document, numbers, onGoTo }: Props) {
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
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
