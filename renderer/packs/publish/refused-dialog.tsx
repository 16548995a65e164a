import { ShieldAlert } from 'lucide-react';
import type { ErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { numbersOf } from '../agenda/numbers.ts';
import { useAgendaDesk } from '../builder/desk.ts';
import { type RefusedPlace, refusedPlaces } from './refused-places.ts';

interface Props {
  readonly error: ErrorData;
  /** Builds it with a page that says so in the place of what cannot be read. */
  readonly onBuildWithout: () => void;
  /** Writes the report of the proof that refused it; null: it was not refused by one. */
  readonly onSaveReport: (() => void) | null;
  readonly onClose: () => void;
}

/** Why no pack was written: every place, each a way to it. */
export function RefusedDialog({ error, onBuildWithout, onSaveReport, onClose }: Props) {
  const { session, reveal, showTab, openPaper } = useAgendaDesk();
  const { items } = session.meeting;
  const { what, why, next } = explain(error);
  const places = refusedPlaces(error, items, numbersOf(items));
  const show = (rowId: string) => {
    onClose();
    showTab('details');
    reveal(rowId);
  };
  const open = (passage: NonNullable<RefusedPlace['passage']>) => {
    onClose();
    openPaper(passage.paperId, passage.blockId);
  };
  return (
    <Dialog
      title={what}
      role="alertdialog"
      width={600}
      onClose={onClose}
      actions={
        <>
          {onSaveReport === null ? null : (
            <Button look="outlined" onPress={onSaveReport}>
              Save the report…
            </Button>
          )}
          {error.code === 'pack.partFailed' ? (
            <Button look="outlined" onPress={onBuildWithout}>
              Build without {places.length > 1 ? 'them' : 'it'}
            </Button>
          ) : null}
          <Button look="primary" autoFocus onPress={onClose}>
            Back to the agenda
          </Button>
        </>
      }
    >
      {places.length > 1 ? null : (
        <p className="pack-refused">
          <ShieldAlert size={18} aria-hidden />
          <span>{why}</span>
        </p>
      )}
      {places.length === 0 ? null : (
        <ul className="refused-places" aria-label="Places">
          {places.map((place) => (
            <Place
              key={`${place.rowId} ${place.words}`}
              place={place}
              alone={places.length === 1}
              onShow={show}
              onOpen={open}
            />
          ))}
        </ul>
      )}
      <p>{next}</p>
    </Dialog>
  );
}

interface PlaceProps {
  readonly place: RefusedPlace;
  /** It has been told above. */
  readonly alone: boolean;
  readonly onShow: (rowId: string) => void;
  readonly onOpen: (passage: NonNullable<RefusedPlace['passage']>) => void;
}

function Place({ place: { words, rowId, name, passage }, alone, onShow, onOpen }: PlaceProps) {
  return (
    <li>
      {alone ? null : <span>{words} </span>}
      {rowId === null ? null : (
        <Button look="link" onPress={() => onShow(rowId)}>
          Go to {name}
        </Button>
      )}
      {passage === null ? null : (
        <Button look="link" onPress={() => onOpen(passage)}>
          Open the exempt passage
        </Button>
      )}
    </li>
  );
}
