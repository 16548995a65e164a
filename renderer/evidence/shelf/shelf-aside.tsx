/** The right of the screen: the source that is read, the details of the one in hand, or the form for several. */
import { memo } from 'react';
import * as z from 'zod';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { Divider } from '../../ui/divider.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { Reader } from '../reader/reader.tsx';
import { DetailsPanel, type DetailTab } from './details/details-panel.tsx';
import { SeveralForm } from './details/several-form.tsx';
import type { ShelfReader } from './use-shelf-reader.ts';

const widths = {
  details: { min: 280, max: 720, usual: 352 },
  reader: { min: 360, max: 1600, usual: 620 },
} as const;

const Details = memo(DetailsPanel);

interface Props {
  readonly reader: ShelfReader;
  readonly detailed: SourceSummary | null;
  /** The selected ones, where there are several and nothing is searched. */
  readonly several: readonly SourceSummary[];
  readonly organisations: readonly string[];
  readonly tab: DetailTab;
  /** The form is to take the focus as soon as it is there. */
  readonly editing: boolean;
  readonly onTab: (tab: DetailTab) => void;
  readonly onEditing: () => void;
  readonly onRemove: (source: SourceSummary) => void;
  readonly onRemoveSeveral: () => void;
  readonly onClose: () => void;
}

export function ShelfAside(props: Props) {
  const { reader, detailed, several, organisations } = props;
  const [layout, setLayout] = useRemembered(
    'evidence.columns',
    z.strictObject({ details: z.number(), reader: z.number() }),
    { details: widths.details.usual, reader: widths.reader.usual },
  );
  const { reading } = reader;
  if (!reading && !detailed && several.length === 0) return null;
  const side = reading === null ? 'details' : 'reader';
  return (
    <aside
      id="evidence-aside"
      className="evidence-aside"
      aria-label="Source"
      data-part
      style={{ width: `min(${layout[side]}px, 60vw)` }}
    >
      <Divider
        label={reading ? 'Width of the reader' : 'Width of the details'}
        controls="evidence-aside"
        side="right"
        width={layout[side]}
        {...widths[side]}
        onResize={(width) => setLayout((now) => ({ ...now, [side]: width }))}
      />
      {reading ? (
        <Reader request={reading} onClose={props.onClose} />
      ) : several.length > 0 ? (
        <SeveralForm
          key={several.map(({ id }) => id).join(' ')}
          sources={several}
          organisations={organisations}
          onRemove={props.onRemoveSeveral}
        />
      ) : detailed ? (
        <Details
          key={detailed.id}
          source={detailed}
          tab={props.tab}
          editing={props.editing}
          organisations={organisations}
          onTab={props.onTab}
          onEditing={props.onEditing}
          onOpen={reader.openSource}
          onRemove={props.onRemove}
        />
      ) : null}
    </aside>
  );
}
