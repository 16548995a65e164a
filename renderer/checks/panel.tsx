import './checks.css';
import { CircleAlert, CircleCheck, Info, ListChecks, TriangleAlert } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { type Finding, type Severity, severities } from '../../shared/checks/finding.ts';
import { blockNames } from '../../shared/document/block-names.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { Button } from '../ui/button.tsx';
import type { Remedies } from './remedies.ts';

interface Props {
  readonly findings: readonly Finding[];
  /** False until the first check is done. */
  readonly checked: boolean;
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
/** More than anybody reads at once; thousands of rows would hold up the window at every key. */
const MOST_ROWS = 100;
export const severityIcons = { error: CircleAlert, warning: TriangleAlert, note: Info };

export const ChecksPanel = memo(function ChecksPanel(props: Props) {
  const { findings, checked, document, numbers, onGoTo, remedies } = props;
  const places = useMemo(() => blockNames(document, numbers), [document, numbers]);
  if (findings.length === 0) {
    const Icon = checked ? CircleCheck : ListChecks;
    return (
      <div className="empty">
        <Icon size={20} aria-hidden />
        <h2>{checked ? 'Nothing found' : 'Checking'}</h2>
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
      {severities.map((severity) => (
        <FindingGroup
          key={severity}
          severity={severity}
          rows={findings.filter((finding) => finding.severity === severity)}
          places={places}
          onGoTo={onGoTo}
          remedies={remedies}
        />
      ))}
    </div>
  );
});

interface GroupProps extends Pick<Props, 'onGoTo' | 'remedies'> {
  readonly severity: Severity;
  readonly rows: readonly Finding[];
  readonly places: ReadonlyMap<string, string>;
}

function FindingGroup({ severity, rows, places, onGoTo, remedies }: GroupProps) {
  const [most, setMost] = useState(MOST_ROWS);
  if (rows.length === 0) return null;
  const Icon = severityIcons[severity];
  const hidden = rows.length - most;
  return (
    <section aria-labelledby={`findings-${severity}`}>
      <h2 id={`findings-${severity}`}>
        {groups[severity]} <span className="count">{rows.length}</span>
      </h2>
      <ul>
        {rows.slice(0, most).map((finding, at) => {
          const remedy = remedies.of(finding);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one block may have the same finding twice.
            <li key={`${finding.rule} ${finding.blockId} ${at}`}>
              <button type="button" className="finding" onClick={() => onGoTo(finding.blockId)}>
                <Icon size={14} className={severity} aria-hidden />
                <span>{finding.message}</span>
                <span className="finding-place">{places.get(finding.blockId) ?? ''}</span>
              </button>
              {remedy ? (
                <button type="button" className="button link remedy" onClick={() => remedy.run()}>
                  {remedy.label}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {hidden > 0 ? (
        <Button look="link" className="remedy" onPress={() => setMost(most + MOST_ROWS)}>
          Show {Math.min(MOST_ROWS, hidden)} more of {hidden.toLocaleString('en-GB')}
        </Button>
      ) : null}
    </section>
  );
}
