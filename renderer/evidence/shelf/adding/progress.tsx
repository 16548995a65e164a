import { ProgressBar } from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import type { AddingJob } from './adding.ts';
import { count } from './report-model.ts';

/** How far the files are, where notices come; one can go on with anything meanwhile. */
export function AddingProgress({
  job,
  folder = null,
  onCancel,
}: {
  readonly job: AddingJob;
  /** The watched folder that the files come from. */
  readonly folder?: string | null;
  /** null: the library does it by itself. */
  readonly onCancel: (() => void) | null;
}) {
  const { share, label, files, waiting } = job;
  const words = `Adding ${count(files, 'file')}${folder === null ? '' : ` from “${folder}”`}`;
  return (
    <section className="toast adding-progress" aria-label="Adding evidence">
      <ProgressBar aria-label={words} value={share * 100} className="toast-content">
        {({ percentage, valueText }) => (
          <>
            <strong>{`${words}, ${valueText}`}</strong>
            <p className="adding-file">{label === '' ? 'Beginning' : label}</p>
            <div className="progress">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </div>
            {waiting > 0 ? <p className="quiet">{count(waiting, 'more addition')} after this</p> : null}
          </>
        )}
      </ProgressBar>
      {onCancel === null ? null : (
        <Button look="outlined" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </section>
  );
}
