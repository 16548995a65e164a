/** Looking for evidence: what may bear out the point, what the words typed find, and what was cited lately. */
import { Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { explain } from '../../../shared/contract/messages.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { useSources } from '../sources.ts';
import { useCitingDesk } from './citing-desk.ts';
import { PassageRow, type ShownPassage } from './passage-row.tsx';
import { quotationOf } from './quotation.ts';
import { type Found, useFound } from './use-found.ts';

function shown(found: Found | null): ShownPassage[] {
  return (found?.passages ?? []).flatMap(({ hit, figures }): ShownPassage[] => {
    const quotation = quotationOf(hit, figures);
    if (!quotation) return [];
    const { title, kind, page, label, issued, organisation } = hit;
    return [{ ...quotation, title, kind, page, label, issued, organisation, figures }];
  });
}

export function FindEvidence() {
  const { place, wish, recent, sourceOf, view } = useCitingDesk();
  const { go } = useServices();
  const { kept } = useSources();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const point = place && place.refusal === null ? place.text : '';
  const { found, error } = useFound(query, point);
  const passages = useMemo(() => shown(found), [found]);
  const typed = query.trim() !== '';
  const isForThis =
    found !== null && found.for.query === query.trim() && (typed || found.for.point === point);

  // A wish is heard once the panel is drawn and has taken the focus itself.
  const wanted = wish && wish.for !== 'citations' && view === 'point' ? wish : null;
  const [waitsForFirst, setWaitsForFirst] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    if (wanted.for === 'found') setQuery('');
    setWaitsForFirst(wanted.for === 'found');
    const timer = setTimeout(() => field.current?.focus(), 60);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => {
    if (!waitsForFirst || !isForThis) return;
    setWaitsForFirst(false);
    list.current?.querySelector<HTMLElement>('.passage-main')?.focus();
  }, [waitsForFirst, isForThis]);

  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.passage-main') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (at + by < 0) field.current?.focus();
    else rows[at + by]?.focus();
  };
  const recents = recent.flatMap((taken): ShownPassage[] => {
    const source = sourceOf(taken.evidenceId);
    if (!source) return [];
    const text = taken.locator.quote.exact.replace(/\s+/g, ' ');
    return [
      {
        taken,
        parts: [{ text, hit: false }],
        title: source.title,
        kind: source.kind,
        page: taken.locator.page,
        label: null,
        issued: '',
        organisation: '',
        figures: [],
      },
    ];
  });

  return (
    <section ref={list} className="find-evidence" aria-label="Find evidence">
      <SearchField
        className="search"
        aria-label="Search the evidence library"
        value={query}
        onChange={setQuery}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || (event.key === 'Enter' && passages.length > 0)) {
            event.preventDefault();
            step(1);
          } else event.continuePropagation();
        }}
      >
        <Search size={14} aria-hidden />
        <Input ref={field} className="input" placeholder="Search the evidence library" />
        {query === '' ? null : (
          <AriaButton className="button icon" aria-label="Clear search">
            <X size={14} aria-hidden />
          </AriaButton>
        )}
      </SearchField>
      {error ? (
        <p className="citing-quiet" role="alert">
          {explain(error).what} {explain(error).next}
        </p>
      ) : null}
      {found?.problem && typed ? <p className="citing-quiet">{found.problem}</p> : null}
      {passages.length > 0 ? (
        <>
          <h3>
            {typed ? 'Found' : 'May bear out this point'}
            <span className="citing-hint">Enter cites, Space opens</span>
          </h3>
          <ul aria-label={typed ? 'Found passages' : 'Passages for this point'}>
            {passages.map((passage, at) => (
              <PassageRow
                key={`${passage.taken.evidenceId} ${passage.taken.locator.position?.start ?? at}`}
                passage={passage}
                onStep={step}
              />
            ))}
          </ul>
          {typed && found?.more ? (
            <p className="citing-quiet">There is more. A further word narrows it down.</p>
          ) : null}
        </>
      ) : null}
      <p className="visually-hidden" role="status">
        {isForThis ? (passages.length === 0 ? 'No passages found' : `${passages.length} passages`) : ''}
      </p>
      {passages.length === 0 && isForThis ? (
        <p className="citing-quiet">
          {typed
            ? 'No passage has these words. Fewer words, or the beginning of one with an asterisk, find more.'
            : 'No passage in the library speaks of this point.'}
        </p>
      ) : null}
      {kept?.length === 0 ? (
        <div className="citing-nothing">
          <p>
            The evidence library is empty. Add the reports, statistics and letters that your points rest on.
          </p>
          <Button look="outlined" onPress={() => void go({ screen: 'evidence' }).catch(notifyFailure)}>
            Open the evidence library
          </Button>
        </div>
      ) : null}
      {!typed && recents.length > 0 ? (
        <>
          <h3>Cited lately</h3>
          <ul aria-label="Passages cited lately">
            {recents.map((passage, at) => (
              <PassageRow
                key={`${passage.taken.evidenceId} ${passage.taken.locator.position?.start ?? at}`}
                passage={passage}
                onStep={step}
              />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
