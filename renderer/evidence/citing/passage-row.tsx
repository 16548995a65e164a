/** A passage that can be cited: read in the source, cited by key or button, or dragged onto the text. */
import { Check, Plus } from 'lucide-react';
import type { SourceKind } from '../../../shared/evidence/source.ts';
import { Button } from '../../ui/button.tsx';
import { printShortDate } from '../issued.ts';
import { sourceKindIcons, sourceKindNames } from '../kinds.ts';
import { isCitedAlready } from './already-cited.ts';
import { useCiting } from './citing.ts';
import { useCitingDesk } from './citing-desk.ts';
import { writePassage } from './passage-drag.ts';
import type { Quotation } from './quotation.ts';

export interface ShownPassage extends Quotation {
  readonly title: string;
  readonly kind: SourceKind;
  readonly page: number | null;
  /** What the page or part calls itself. */
  readonly label: string | null;
  readonly issued: string;
  readonly organisation: string;
  /** Figures of the point that stand in it. */
  readonly figures: readonly string[];
}

interface Props {
  readonly passage: ShownPassage;
  /** The next row, or the one before it. */
  readonly onStep: (by: 1 | -1) => void;
}

export function PassageRow({ passage, onStep }: Props) {
  const { taken, parts, title, kind, page, label, issued, organisation, figures } = passage;
  const { place, cite, read } = useCitingDesk();
  const canCite = useCiting()?.canCite ?? false;
  const Icon = sourceKindIcons[kind];
  const where = page !== null ? `p. ${page}` : (label ?? '');
  const about = [organisation, issued === '' ? '' : printShortDate(issued)].filter((part) => part !== '');
  const isCited = isCitedAlready(
    (place?.citations ?? []).map(({ citation }) => citation),
    taken,
  );
  const { quote, position } = taken.locator;
  const open = () =>
    read({
      sourceId: taken.evidenceId,
      edition: taken.edition,
      at: { page, quote, position: position && { start: position.start, end: position.end } },
    });
  return (
    <li
      className="passage"
      draggable={canCite}
      onDragStart={({ dataTransfer }) => writePassage(dataTransfer, taken)}
    >
      <button
        type="button"
        className="passage-main"
        aria-keyshortcuts="Enter Space"
        onClick={open}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            cite(taken);
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            onStep(event.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        <span className="passage-words">
          {parts.map((part, at) =>
            part.hit ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
              <mark key={at}>{part.text}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <span key={at}>{part.text}</span>
            ),
          )}
        </span>
        <span className="passage-source">
          <Icon size={13} aria-label={sourceKindNames[kind]} role="img" />
          <span className="passage-title">{title}</span>
          {where === '' ? null : <span className="tabular">{where}</span>}
        </span>
        {about.length > 0 ? <span className="passage-about">{about.join(', ')}</span> : null}
      </button>
      <span className="passage-side">
        {figures.slice(0, 3).map((figure) => (
          <span key={figure} className="chip" title="This figure of the point stands in the passage">
            {figure}
          </span>
        ))}
        {isCited ? (
          <span className="chip cited">
            <Check size={12} aria-hidden /> Cited
          </span>
        ) : (
          <Button
            className="passage-cite"
            look="outlined"
            isDisabled={!canCite}
            onPress={() => cite(taken)}
            aria-label={`Cite ${title}${where === '' ? '' : `, ${where}`}`}
          >
            <Plus size={13} aria-hidden /> Cite
          </Button>
        )}
      </span>
    </li>
  );
}
