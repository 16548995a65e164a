import { RotateCcw } from 'lucide-react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { exactDate, shortDate } from '../../library/dates.ts';
import { useSettings } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { sourceKindIcons, sourceKindNames } from '../kinds.ts';

const rowSizes = { comfortable: 40, compact: 32 };

interface Props {
  readonly sources: readonly SourceSummary[];
  readonly onRestore: (source: SourceSummary) => void;
}

/** Removed sources; Enter puts one back. */
export function BinList({ sources, onRestore }: Props) {
  const { density } = useSettings();
  const now = new Date();
  return (
    <div className="document-list" data-part-list>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density], padding: 8 }}>
        <GridList
          aria-label="Sources in the bin"
          items={sources}
          onAction={(id) => {
            const source = sources.find((each) => each.id === id);
            if (source) onRestore(source);
          }}
        >
          {(source) => {
            const Icon = sourceKindIcons[source.kind];
            return (
              <GridListItem id={source.id} textValue={source.title} className="document-row removed">
                <span className="document-name">
                  <Icon size={16} aria-hidden />
                  <span className="visually-hidden">{sourceKindNames[source.kind]}: </span>
                  <span className="document-title">{source.title}</span>
                  <span className="document-subtitle">{source.organisation}</span>
                </span>
                <time
                  className="document-date"
                  dateTime={source.updatedAt}
                  title={exactDate(source.updatedAt)}
                >
                  {shortDate(source.updatedAt, now)}
                </time>
                <Button onPress={() => onRestore(source)}>
                  <RotateCcw size={14} aria-hidden /> Restore
                </Button>
              </GridListItem>
            );
          }}
        </GridList>
      </Virtualizer>
    </div>
  );
}
