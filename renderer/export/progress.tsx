import { ProgressBar } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import type { ExportJob } from './use-export.tsx';

export function ExportProgress({ job }: { job: ExportJob }) {
  return (
    <span className="export-progress">
      <ProgressBar aria-label={`Exporting ${job.fileName}`} value={job.done * 100}>
        {({ percentage }) => (
          <>
            <span>{job.label}</span>
            <span className="progress">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button look="link" onPress={job.cancel}>
        Cancel
      </Button>
    </span>
  );
}
