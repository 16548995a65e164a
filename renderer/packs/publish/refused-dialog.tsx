import { ShieldAlert } from 'lucide-react';
import type { ErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  readonly error: ErrorData;
  readonly onClose: () => void;
}

/** Why no pack was written, with the place. */
export function RefusedDialog({ error, onClose }: Props) {
  const { what, why, next } = explain(error);
  const places = placesOf(error);
  return (
    <Dialog
      title={what}
      role="alertdialog"
      width={520}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          Back to the agenda
        </Button>
      }
    >
      <p className="pack-refused">
        <ShieldAlert size={18} aria-hidden />
        <span>{why}</span>
      </p>
      {places.length < 2 ? null : (
        <ul className="refused-places" aria-label="Places">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      )}
      <p>{next}</p>
    </Dialog>
  );
}

/** Of a leak: every place, a line for each; the same words twice on a page are one. */
function placesOf({ details }: ErrorData): readonly string[] {
  return [...new Set(String(details['places'] ?? '').split('\n'))].filter((place) => place !== '');
}
