import { CircleAlert } from 'lucide-react';
import type { ErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from '../writing/desk.ts';
import { usePreviewSession } from './use-preview.ts';

interface Props {
  readonly error: ErrorData;
  /** The pages show what is wrong, but could not be exported. */
  readonly isShown?: boolean;
}

/** Why the document as it stands has no pages to export, and the way to put it right. */
export function PreviewFailure({ error, isShown = false }: Props) {
  const session = usePreviewSession();
  const { goTo } = useDesk();
  const { what, why, next } = explain(error);
  const { blockId } = error.details;
  return (
    <div className="preview-failure" role="alert">
      <CircleAlert size={14} aria-hidden />
      <div>
        <p>
          <strong>{isShown ? 'Cannot be exported as it stands.' : what}</strong> {why} {next}
        </p>
        {typeof blockId === 'string' ? (
          <Button look="outlined" onPress={() => goTo(blockId)}>
            Go to the words
          </Button>
        ) : (
          <Button look="outlined" onPress={() => session.retry()}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
