import {
  BookDashed,
  CalendarClock,
  ChevronLeft,
  ChevronRight,
  Clock,
  Eye,
  FolderSync,
  Library,
  ListChecks,
  type LucideIcon,
  ScanText,
  Trash2,
  TriangleAlert,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import * as z from 'zod';
import { keysFor } from '../../app/shortcuts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { useAdding } from './adding/adding.ts';
import {
  type FacetName,
  type FacetRow,
  type Facets,
  facetNames,
  facetWords,
  hasFacets,
  noFacets,
  type Shelf,
  toggleFacet,
} from './list/shelf-model.ts';
import type { Folders } from './use-folders.ts';

export const shelfNames: Readonly<Record<Shelf, string>> = {
  all: 'All sources',
  recent: 'Recently added',
  unused: 'Unused',
  review: 'Review due',
  look: 'To look at',
  unreadable: 'Not readable',
  bin: 'Bin',
};
const shelfIcons: Readonly<Record<Shelf, LucideIcon>> = {
  all: Library,
  recent: Clock,
  unused: BookDashed,
  review: CalendarClock,
  look: Eye,
  unreadable: ScanText,
  bin: Trash2,
};
/** These ask for something to be done. */
const urgent: ReadonlySet<Shelf> = new Set(['look', 'review']);

const facetTitles: Readonly<Record<FacetName, string>> = {
  kinds: 'Kind',
  organisations: 'Organisation',
  years: 'Year',
  markings: 'Marking',
  published: 'Availability',
};
/** Rows of a facet before "Show all". */
const FEW = 6;

interface Props {
  readonly shelf: Shelf;
  readonly counts: Readonly<Record<Shelf, number>>;
  readonly facets: Facets;
  readonly rows: Readonly<Record<FacetName, readonly FacetRow[]>> | null;
  readonly folders: Folders;
  readonly onShelf: (shelf: Shelf) => void;
  readonly onFacets: (facets: Facets) => void;
  readonly onBack: () => void;
}

export function EvidenceSidebar(props: Props) {
  const { shelf, counts, facets, rows, folders, onShelf, onFacets, onBack } = props;
  const row = (name: Shelf) => {
    const Icon = shelfIcons[name];
    const count = counts[name];
    return (
      <li key={name}>
        <button
          type="button"
          className="shelf"
          aria-current={shelf === name ? 'page' : undefined}
          onClick={() => onShelf(name)}
        >
          <Icon size={16} aria-hidden />
          <span>{shelfNames[name]}</span>
          {count === 0 ? (
            <span />
          ) : urgent.has(name) ? (
            <span className="chip attention">{count.toLocaleString('en-GB')}</span>
          ) : (
            <span className="shelf-count">{count.toLocaleString('en-GB')}</span>
          )}
        </button>
      </li>
    );
  };
  return (
    <nav className="sidebar evidence-sidebar" aria-label="Evidence" data-part>
      <div className="evidence-back">
        <Button onPress={onBack} aria-label={`Back (${keysFor('evidence') ?? 'Escape'})`}>
          <ChevronLeft size={16} aria-hidden /> Back
        </Button>
        <h1 className="wordmark">Evidence</h1>
      </div>
      <ul>{(['all', 'recent', 'unused', 'review', 'look', 'unreadable'] as const).map(row)}</ul>
      <ul>{row('bin')}</ul>
      {rows === null ? null : (
        <section className="facets" aria-label="Narrow down">
          {hasFacets(facets) ? (
            <Button look="link" className="facets-clear" onPress={() => onFacets(noFacets)}>
              Show every source again
            </Button>
          ) : null}
          {facetNames.map((name) => (
            <Facet
              key={name}
              name={name}
              rows={rows[name]}
              chosen={facets[name]}
              onToggle={(value) => onFacets(toggleFacet(facets, name, value))}
            />
          ))}
        </section>
      )}
      <FolderList folders={folders} />
      <Reports />
    </nav>
  );
}

interface FacetProps {
  readonly name: FacetName;
  readonly rows: readonly FacetRow[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function Facet({ name, rows, chosen, onToggle }: FacetProps) {
  const [shut, setShut] = useRemembered<boolean>(`evidence.facet.${name}`, z.boolean(), false);
  const [whole, setWhole] = useState(false);
  // One value that all have narrows nothing down.
  if (rows.length < 2 && chosen.length === 0) return null;
  const few = whole ? rows : rows.filter(({ value }, at) => at < FEW || chosen.includes(value));
  return (
    <section aria-label={facetTitles[name]}>
      <button
        type="button"
        className="facet-title"
        aria-expanded={!shut}
        onClick={() => setShut((now) => !now)}
      >
        <ChevronRight size={12} aria-hidden /> {facetTitles[name]}
        {shut && chosen.length > 0 ? <span className="shelf-count">{chosen.length}</span> : null}
      </button>
      {shut ? null : (
        <>
          {few.map(({ value, sources }) => (
            <Checkbox
              key={value}
              className="facet-row"
              isSelected={chosen.includes(value)}
              onChange={() => onToggle(value)}
            >
              <span className="facet-box" aria-hidden />
              <span className="facet-name">{facetWords(name, value)}</span>
              <span className="shelf-count">{sources.toLocaleString('en-GB')}</span>
            </Checkbox>
          ))}
          {rows.length > few.length || whole ? (
            <Button look="link" className="facet-more" onPress={() => setWhole(!whole)}>
              {whole ? 'Show fewer' : `Show all ${rows.length.toLocaleString('en-GB')}`}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}

function FolderList({ folders }: { readonly folders: Folders }) {
  if (folders.all.length === 0) return null;
  return (
    <section className="folders" aria-label="Watched folders">
      <h2 className="facet-title">Watched folders</h2>
      <ul>
        {folders.all.map((folder) => (
          <li key={folder.id} title={folder.problem ?? undefined}>
            {folder.problem === null ? (
              <FolderSync size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} className="warning" aria-hidden />
            )}
            <span className="facet-name">
              {folder.name}
              {folder.problem === null ? null : <span className="folder-problem">{folder.problem}</span>}
            </span>
            <IconButton label={`Stop watching ${folder.name}`} onPress={() => folders.stop(folder)}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was added and nobody has put away yet. */
function Reports() {
  const { batches, job, showReport } = useAdding();
  const [newest] = batches;
  if (!newest || job) return null;
  return (
    <div className="sidebar-foot">
      <Button onPress={() => showReport(newest.id)}>
        <ListChecks size={16} aria-hidden /> What was added last
      </Button>
    </div>
  );
}
