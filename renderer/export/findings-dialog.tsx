import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../shared/checks/finding.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Props {
  /** "Word" or "PDF". */
  readonly format: string;
  /** Errors, and before a PDF what a reader who hears it could not follow. */
  readonly findings: readonly Finding[];
  /** What each block is called. */
  readonly places: ReadonlyMap<string, string>;
  readonly onExport: () => void;
  readonly onShow: () => void;
  /** Goes to a block of the document. */
  readonly onGoTo: (blockId: string) => void;
  readonly onClose: () => void;
}

/** Enough to recognise what is meant; the rest stands in the side panel. */
const SHOWN = 6;

function titleOf(findings: readonly Finding[]): string {
  const count = findings.length;
  if (findings.some(({ severity }) => severity === 'error')) {
    return count === 1 ? 'One thing to put right first' : `${count} things to put right first`;
  }
  return count === 1
    ? 'One thing that not everybody can read'
    : `${count} things that not everybody can read`;
}

export function FindingsDialog({ format, findings, places, onExport, onShow, onGoTo, onClose }: Props) {
  const more = findings.length - SHOWN;
  return (
    <Dialog
      title={titleOf(findings)}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="outlined" onPress={onExport}>
            Export anyway
          </Button>
          <Button look="primary" autoFocus onPress={onShow}>
            Show findings
          </Button>
        </>
      }
    >
      <ul className="export-errors">
        {findings.slice(0, SHOWN).map(({ rule, blockId, message, severity }) => (
          <li key={`${rule} ${blockId} ${message}`}>
            <button type="button" className="finding" onClick={() => onGoTo(blockId)}>
              {severity === 'error' ? (
                <CircleAlert size={14} className={severity} aria-hidden />
              ) : (
                <TriangleAlert size={14} className={severity} aria-hidden />
              )}
              <span>{message}</span>
              <span className="finding-place">{places.get(blockId) ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="quiet">and {more} more</p> : null}
      <p className="quiet">
        Despatch changes nothing by itself: the {format} file will say exactly what the text says.
      </p>
    </Dialog>
  );
}
