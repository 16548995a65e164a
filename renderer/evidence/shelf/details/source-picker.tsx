import { useMemo } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { PaletteEntry } from '../../../palette/entries.ts';
import { Picker } from '../../../palette/picker.tsx';
import { printShortDate } from '../../issued.ts';
import { sourceKindNames } from '../../kinds.ts';

interface Props {
  readonly title: string;
  readonly asks: string;
  readonly sources: readonly SourceSummary[];
  readonly onChoose: (source: SourceSummary) => void;
  readonly onClose: () => void;
}

/** More than one looks through; typing finds the others. */
const LISTED = 60;

/** Another source, by typing some of its title. */
export function SourcePicker({ title, asks, sources, onChoose, onClose }: Props) {
  const entries = useMemo(
    () =>
      sources.map(
        (source, at): PaletteEntry => ({
          id: source.id,
          group: 'Sources',
          name: [
            source.title,
            [sourceKindNames[source.kind], source.organisation, printShortDate(source.issued)]
              .filter((part) => part !== '')
              .join(', '),
          ].join(' — '),
          onlyWhenAsked: at >= LISTED,
          run: () => onChoose(source),
        }),
      ),
    [sources, onChoose],
  );
  return <Picker title={title} asks={asks} entries={entries} onClose={onClose} />;
}
