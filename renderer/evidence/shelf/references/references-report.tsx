import { Check, CircleAlert, CircleCheck, FilePen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReferenceRow } from '../../../../shared/contract/reference-calls.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { fieldNames, importedSummary, referenceParts } from './references-model.ts';

interface Props {
  readonly rows: readonly ReferenceRow[];
  readonly onClose: () => void;
}

/** What became of each reference of a file, with what the file and the library disagree about first. */
export default function ReferencesReport({ rows, onClose }: Props) {
  const { go } = useServices();
  const parts = referenceParts(rows);
  const show = ({ sourceId }: ReferenceRow) => {
    onClose();
    void go({ screen: 'evidence', sourceId }).catch(notifyFailure);
  };
  return (
    <Dialog
      title="References imported"
      width={720}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          Done
        </Button>
      }
    >
      <p>{importedSummary(rows)}. What the library knew stays as it was.</p>
      <div className="batch-report">
        <Part
          title="The file says otherwise"
          icon={<CircleAlert size={14} aria-hidden />}
          rows={parts.differing}
          onShow={show}
        />
        <Part title="Filled in" icon={<FilePen size={14} aria-hidden />} rows={parts.filled} onShow={show} />
        <Part title="Added" icon={<CircleCheck size={14} aria-hidden />} rows={parts.added} onShow={show} />
        <Part title="Known already" icon={<Check size={14} aria-hidden />} rows={parts.same} onShow={show} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly rows: readonly ReferenceRow[];
  readonly onShow: (row: ReferenceRow) => void;
}

function Part({ title, icon, rows, onShow }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="count">{rows.length.toLocaleString('en-GB')}</span>
      </h3>
      <ul>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may name one source twice, and none moves.
          <li key={`${row.sourceId} ${at}`}>
            {icon}
            <div>
              <strong>{row.title}</strong>
              {row.differs.length === 0 ? null : <p>Kept as it was: {fieldNames(row.differs)}</p>}
              {row.filled.length === 0 ? null : <p>Filled in: {fieldNames(row.filled)}</p>}
            </div>
            <Button look="link" aria-label={`Show ${row.title}`} onPress={() => onShow(row)}>
              Show
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
