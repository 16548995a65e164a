import { ProgressBar } from 'react-aria-components';
import { Button } from '../ui/button.tsx';

/**
 * How far a long paste is. No dialog: taking the focus from the sheet and giving it back costs more than the paste, and
 * Escape cancels from where one is.
 * @param share from 0 to 1.
 */
export function PasteProgress({
  share,
  onCancel,
}: {
  readonly share: number;
  readonly onCancel: () => void;
}) {
  return (
    <div className="toast paste-progress">
      <ProgressBar aria-label="Pasting" value={share * 100} className="toast-content">
        {({ percentage, valueText }) => (
          <>
            <strong>{share === 0 ? 'Reading what was copied' : `Pasting, ${valueText}`}</strong>
            <div className="progress">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <Button look="outlined" onPress={onCancel}>
        Cancel <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
