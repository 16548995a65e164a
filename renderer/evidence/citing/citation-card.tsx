/** One citation: the quotation, where it stands, how it bears on the point, and whether it still stands there. */
import { BookOpen, Check, ChevronDown, Clock3, Ellipsis, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { bearings, type Citation } from '../../../shared/document/schema.ts';
import type { Anchor } from '../../../shared/evidence/facts.ts';
import type { CitationHere } from '../../editor/citing/citing.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useDesk } from '../../writing/desk.ts';
import { sourceKindIcons } from '../kinds.ts';
import { AnchorChip } from '../shelf/details/anchor-chip.tsx';
import { bearingNames } from '../shelf/details/anchor-words.ts';
import { useCitingDesk } from './citing-desk.ts';
import { writeCitation } from './passage-drag.ts';

interface Props {
  readonly blockId: string;
  readonly here: CitationHere;
}

/** Where the words are to be opened: where they stand today, or else where they were taken from. */
function placeIn({ evidenceId, edition, locator }: Citation, anchor: Anchor | null) {
  if (anchor?.place) {
    const { edition: present, page, start, end } = anchor.place;
    return { sourceId: evidenceId, edition: present, at: { page, position: { start, end } } };
  }
  const { page, quote, position } = locator;
  const at = { page, quote, position: position && { start: position.start, end: position.end } };
  return { sourceId: evidenceId, ...(edition === null ? {} : { edition }), at };
}

export function CitationCard({ blockId, here }: Props) {
  const { citation, words, atCaret } = here;
  const { document, readOnly, editor } = useDesk();
  const { anchorOf, sourceOf, remove, setBearing, lookedAt, move, read, point } = useCitingDesk();
  const [whole, setWhole] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const anchor = anchorOf(blockId, citation.id);
  const source = sourceOf(citation.evidenceId);
  const Icon = source ? sourceKindIcons[source.kind] : BookOpen;
  const title = source?.title ?? 'A source that is not in this library';
  const { page, quote } = citation.locator;
  const isLong = quote.exact.length > 180;
  const looksNew =
    anchor?.place && anchor.place.exact.replace(/\s+/g, ' ') !== quote.exact.replace(/\s+/g, ' ');
  // What is pressed goes, and the focus must not go with it.
  const looked = () => {
    card.current?.querySelector<HTMLElement>('.citation-actions button')?.focus();
    void lookedAt(blockId, citation);
  };
  const removed = () => {
    const next = card.current?.nextElementSibling ?? card.current?.previousElementSibling;
    const button = next?.querySelector<HTMLElement>('.citation-actions button:last-of-type');
    remove(blockId, citation);
    // Not before the step: the sheet would not take the focus with it.
    if (button) button.focus();
    else requestAnimationFrame(() => editor.current?.focus());
  };
  return (
    <li
      ref={card}
      className="citation"
      aria-current={atCaret || undefined}
      data-bearing={citation.bearing}
      data-citation-id={citation.id}
      draggable={!readOnly}
      onDragStart={({ dataTransfer }) =>
        writeCitation(
          dataTransfer,
          { documentId: document.id, blockId, citationId: citation.id, stays: false },
          citation,
        )
      }
      onPointerEnter={() => point({ blockId, citationId: citation.id })}
      onPointerLeave={() => point(null)}
      onFocus={() => point({ blockId, citationId: citation.id })}
      onBlur={() => point(null)}
    >
      <blockquote data-whole={whole || undefined}>
        <q>{quote.exact.replace(/\s+/g, ' ')}</q>
      </blockquote>
      {isLong ? (
        <Button look="link" className="citation-more" onPress={() => setWhole(!whole)}>
          {whole ? 'Less' : 'All of it'}
        </Button>
      ) : null}
      <p className="citation-source">
        <Icon size={13} aria-hidden />
        <span className="citation-title">{title}</span>
        {page === null ? null : <span className="citation-page tabular">p. {page}</span>}
      </p>
      {words === null ? null : (
        <p className="citation-about">
          for <q>{words}</q>
        </p>
      )}
      {looksNew && anchor.place ? (
        <p className="citation-now">
          <span>Today:</span> <q>{anchor.place.exact.replace(/\s+/g, ' ')}</q>
        </p>
      ) : null}
      <div className="citation-foot">
        {readOnly ? (
          <span className="chip">{bearingNames[citation.bearing]}</span>
        ) : (
          <Menu
            label="How it bears on the point"
            trigger={
              <Button className="chip bearing" aria-label={`${bearingNames[citation.bearing]}. Change`}>
                {bearingNames[citation.bearing]}
                <ChevronDown size={11} aria-hidden />
              </Button>
            }
          >
            {bearings.map((bearing) => (
              <MenuItem
                key={bearing}
                label={bearingNames[bearing]}
                current={bearing === citation.bearing}
                onAction={() => setBearing(blockId, citation.id, bearing)}
              />
            ))}
          </Menu>
        )}
        {anchor ? (
          <AnchorChip anchor={anchor} />
        ) : (
          <span className="chip" title="The library has not looked for the words yet.">
            <Clock3 size={12} aria-hidden /> Not looked at
          </span>
        )}
        <span className="citation-actions">
          <IconButton label="Open in the source" onPress={() => read(placeIn(citation, anchor))}>
            <BookOpen size={14} aria-hidden />
          </IconButton>
          {readOnly ? null : (
            <Menu
              label="Actions for the citation"
              placement="bottom end"
              trigger={
                <IconButton label="Move or copy the citation">
                  <Ellipsis size={14} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem
                label="Move to another point…"
                onAction={() => move({ blockId, citationId: citation.id, stays: false })}
              />
              <MenuItem
                label="Copy to another point…"
                onAction={() => move({ blockId, citationId: citation.id, stays: true })}
              />
            </Menu>
          )}
          {readOnly ? null : (
            <IconButton label="Remove citation" onPress={removed}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      {anchor?.unseen && !readOnly ? (
        <div className="citation-look">
          <span>The source has changed since it was cited.</span>
          <Button look="outlined" onPress={looked}>
            <Check size={13} aria-hidden /> Looked at
          </Button>
        </div>
      ) : null}
    </li>
  );
}
