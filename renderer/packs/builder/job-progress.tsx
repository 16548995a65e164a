import { ProgressBar } from 'react-aria-components';
import { Button } from '../../ui/button.tsx';

export interface Job {
  readonly label: string;
  /** 0 to 1. */
  readonly done: number;
  cancel(): void;
}

export function JobProgress({ job }: { readonly job: Job }) {
  return (
    <span className="export-progress">
      <ProgressBar aria-label={job.label} value={job.done * 100}>
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
