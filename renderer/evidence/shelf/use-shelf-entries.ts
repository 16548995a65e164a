/** What the palette offers on the evidence screen: its shelves, the export of references, and every source by name. */
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { usePaletteEntries } from '../../palette/sources.ts';
import { shelfNames } from './evidence-sidebar.tsx';
import { type Shelf, shelves } from './list/shelf-model.ts';

interface Options {
  readonly sources: readonly SourceSummary[];
  readonly onShelf: (shelf: Shelf) => void;
  readonly onSource: (sourceId: string) => void;
  readonly onExport: () => void;
}

export function useShelfEntries({ sources, onShelf, onSource, onExport }: Options): void {
  usePaletteEntries(() => [
    ...shelves.map((name) => ({
      id: `evidence-shelf-${name}`,
      group: 'Evidence',
      name: shelfNames[name],
      run: () => onShelf(name),
    })),
    {
      id: 'export-references',
      group: 'Evidence',
      name: 'Export references…',
      keywords: 'RIS BibTeX CSL JSON Zotero EndNote Mendeley reference manager',
      run: onExport,
    },
    ...sources.map((source) => ({
      id: `evidence-source-${source.id}`,
      group: 'Sources',
      name: source.title,
      keywords: `${source.organisation} ${source.author}`,
      onlyWhenAsked: true,
      run: () => onSource(source.id),
    })),
  ]);
}
