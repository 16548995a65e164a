import type { ErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import { Button } from '../ui/button.tsx';

interface Props {
  readonly error: ErrorData;
  /** The one way on, as a verb. */
  readonly action: string;
  /** Where nothing else on the screen could have the focus. */
  readonly autoFocus?: boolean;
  onAction(): void;
}

/** What stands in place of something that could not be shown. */
export function FailureMessage({ error, action, autoFocus = false, onAction }: Props) {
  const { what, why, next } = explain(error);
  return (
    <div className="empty" role="alert">
      <h2>{what}</h2>
      <p>
        {why} {next}
      </p>
      <div className="actions">
        <Button look="outlined" autoFocus={autoFocus} onPress={onAction}>
          {action}
        </Button>
      </div>
    </div>
  );
}
