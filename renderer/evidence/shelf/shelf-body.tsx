/** What the middle of the screen shows: sources, what was found, what is to be looked at, the bin, or why nothing. */
import type { Dispatch, SetStateAction } from 'react';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { useSources, useSourcesStore } from '../sources.ts';
import { BinList } from './bin-list.tsx';
import { shelfNames } from './evidence-sidebar.tsx';
import type { Selection } from './list/selection.ts';
import { called, noFacets } from './list/shelf-model.ts';
import { SourceTable } from './list/source-table.tsx';
import { LookList } from './look/look-list.tsx';
import { Message, Nothing } from './nothing.tsx';
import type { Option } from './search/search-model.ts';
import { SearchResults } from './search/search-results.tsx';
import type { ShelfSearch } from './search/use-shelf-search.ts';
import type { MenuPlace } from './source-menu.tsx';
import type { Bin } from './use-bin.ts';
import type { ShelfInHand } from './use-shelf.ts';
import type { ShelfReader } from './use-shelf-reader.ts';

interface Props {
  readonly inHand: ShelfInHand;
  readonly search: ShelfSearch;
  readonly reader: ShelfReader;
  readonly bin: Bin;
  readonly selection: Selection;
  readonly listId: string;
  readonly onSelection: Dispatch<SetStateAction<Selection>>;
  readonly onOpenFound: (option: Option) => void;
  readonly onEdit: () => void;
  readonly onMenu: (place: MenuPlace) => void;
}

export function ShelfBody(props: Props) {
  const { inHand, search, reader } = props;
  const { kept, unseen, binned, error } = useSources();
  const store = useSourcesStore();
  const { shelf, shown, byId } = inHand;
  if (kept === null) {
    return error ? (
      <FailureMessage error={error} action="Try again" onAction={() => void store.reload()} />
    ) : null;
  }
  if (shelf === 'look') {
    return unseen.length === 0 ? (
      <Nothing shelf="look" narrowed={false} onWiden={() => {}} />
    ) : (
      <LookList unseen={unseen} sources={byId} binned={binned} onOpenSource={reader.openUse} />
    );
  }
  if (shelf === 'bin') return <Binned query={search.query} binned={binned} bin={props.bin} />;
  if (search.searching) {
    return <Found search={search} byId={byId} id={props.listId} onOpen={props.onOpenFound} />;
  }
  if (shown.length === 0) {
    return (
      <Nothing
        shelf={shelf}
        narrowed={inHand.onShelf.length > 0}
        onWiden={() => inHand.setFacets(noFacets)}
      />
    );
  }
  return (
    <SourceTable
      label={shelfNames[shelf]}
      sources={shown}
      selection={props.selection}
      sort={inHand.sort}
      onSelection={props.onSelection}
      onSort={(next) => inHand.setSort(() => next)}
      onOpen={reader.openSource}
      onRemove={props.bin.remove}
      onEdit={props.onEdit}
      onMenu={props.onMenu}
    />
  );
}

interface BinnedProps {
  readonly query: string;
  readonly binned: readonly SourceSummary[];
  readonly bin: Bin;
}

function Binned({ query, binned, bin }: BinnedProps) {
  const words = query.trim();
  const shown = words === '' ? binned : called(binned, query);
  if (shown.length > 0) return <BinList sources={shown} onRestore={(source) => bin.restore([source])} />;
  return words === '' ? (
    <Nothing shelf="bin" narrowed={false} onWiden={() => {}} />
  ) : (
    <Message title={`Nothing in the bin is called “${words}”`} text="Here only titles are searched." />
  );
}

interface FoundProps {
  readonly search: ShelfSearch;
  readonly byId: ShelfInHand['byId'];
  readonly id: string;
  readonly onOpen: (option: Option) => void;
}

function Found({ search, byId, id, onOpen }: FoundProps) {
  const { query, options, found, titles, groups, active, setOption } = search;
  if (options.length === 0 && !found.busy && !found.error) {
    return (
      <Message
        title={`Nothing says “${query.trim()}”`}
        text={
          found.problem ??
          'Every word has to occur, in any form of it. Try fewer words, OR between them, or the beginning of one with a star.'
        }
      />
    );
  }
  return (
    <SearchResults
      id={id}
      search={found}
      titles={titles}
      groups={groups}
      sources={byId}
      active={active?.id ?? null}
      onActive={setOption}
      onOpen={onOpen}
    />
  );
}
