import { ProgressBar } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** @param share from 0 to 1. */
export function PasteProgress({
  share,
  onCancel,
}: {
  readonly share: number;
  readonly onCancel: () => void;
}) {
  return (
    <Dialog
      title="Pasting"
      width={360}
      role="alertdialog"
      onClose={onCancel}
      actions={
        <Button look="outlined" onPress={onCancel} autoFocus>
          Cancel
        </Button>
      }
    >
      <ProgressBar aria-label="Pasting" value={share * 100}>
        {({ percentage, valueText }) => (
          <>
            <span className="quiet">{share === 0 ? 'Reading what was copied' : valueText}</span>
            <div className="progress">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
    </Dialog>
  );
}
