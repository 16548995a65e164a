/** A citation goes to another block by keys alone: chosen by name, or cut or copied here and pasted there. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { blockNames } from '../../../shared/document/block-names.ts';
import { useCommands } from '../../app/commands.tsx';
import type { CitationHere } from '../../editor/citing/citing.ts';
import type { PaletteEntry } from '../../palette/entries.ts';
import { notify } from '../../ui/toasts.tsx';
import { useDesk } from '../../writing/desk.ts';
import { citablePlaces, shortened } from './citable-places.ts';
import { useCitingDesk } from './citing-desk.ts';
import {
  type CarriedCitation,
  CITATION_TYPE,
  readCitation,
  readPassage,
  writeCitation,
} from './passage-drag.ts';

const Picker = lazy(async () => ({ default: (await import('../../palette/picker.tsx')).Picker }));

/** Which citation is to go, and where: until both are known, the one that is not is asked for. */
interface Asked {
  readonly blockId: string;
  /** null: to be chosen. */
  readonly citationId: string | null;
  readonly stays: boolean;
}

export function MoveCitation({ children }: { readonly children: ReactNode }) {
  const desk = useDesk();
  const { editor, numbers, readOnly } = desk;
  const open = desk.document;
  const { place, titleOf, carryOver, cite, moving, move, say } = useCitingDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const cited = place?.citations ?? [];

  // A card asks for its own.
  useEffect(() => {
    if (moving) setAsked(moving);
  }, [moving]);
  const ask = (stays: boolean) => {
    if (!place) return;
    const [only, ...others] = cited;
    setAsked({
      blockId: place.blockId,
      citationId: only && others.length === 0 ? only.citation.id : null,
      stays,
    });
  };
  const unavailable = readOnly
    ? 'Read only'
    : cited.length === 0
      ? 'Put the caret in a point that has a citation'
      : undefined;
  useCommands({
    'move-citation': unavailable === undefined ? () => ask(false) : { unavailable },
    'copy-citation': unavailable === undefined ? () => ask(true) : { unavailable },
  });

  const entries = useMemo((): readonly PaletteEntry[] => {
    if (!asked) return [];
    if (asked.citationId === null) {
      return (place?.citations ?? []).map(
        ({ citation }): PaletteEntry => ({
          id: citation.id,
          group: 'Which citation',
          name: nameOf(citation, titleOf),
          run: () => setAsked({ ...asked, citationId: citation.id }),
        }),
      );
    }
    const { blockId, citationId, stays } = asked;
    const current = editor.current?.current() ?? open;
    return citablePlaces(current, blockNames(current, numbers))
      .filter((one) => one.blockId !== blockId)
      .map(
        (one): PaletteEntry => ({
          id: one.blockId,
          group: one.group,
          name: one.name,
          onlyWhenAsked: one.seldom,
          run: () => {
            carryOver({ blockId, citationId }, one.blockId, stays);
            editor.current?.goTo(one.blockId);
          },
        }),
      );
  }, [asked, place, open, numbers, editor, titleOf, carryOver]);

  useCarry((data, citationId, stays) => {
    const here = cited.find(({ citation }) => citation.id === citationId);
    if (readOnly || !place || !here) return false;
    writeCitation(data, { documentId: open.id, blockId: place.blockId, citationId, stays }, here.citation);
    say(`Citation ${stays ? 'copied' : 'cut'}: paste it in another point`);
    return true;
  });
  usePaste((data) => {
    if (readOnly || !place) return;
    const carried = readCitation(data, open.id);
    const taken = readPassage(data);
    const stands = carried && stillThere(editor.current?.current() ?? open, carried);
    if (carried && stands) carryOver(carried, place.blockId, carried.stays);
    else if (taken) cite(taken);
    else {
      const body = 'The citation that was copied is not in this document any more.';
      notify({ tone: 'info', title: 'Nothing was pasted', body });
    }
  });

  const close = () => {
    setAsked(null);
    move(null);
  };
  const title = asked?.stays ? 'Copy the citation to' : 'Move the citation to';
  return (
    <>
      {children}
      {asked ? (
        <Suspense>
          <Picker
            key={asked.citationId}
            title={asked.citationId === null ? 'Which citation' : title}
            asks={asked.citationId === null ? 'Which citation?' : `${title} which point?`}
            entries={entries}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function nameOf(
  { evidenceId, locator }: CitationHere['citation'],
  titleOf: (id: string) => string | null,
): string {
  const source = titleOf(evidenceId) ?? 'A source that is not in this library';
  const page = locator.page === null ? '' : `, page ${locator.page}`;
  return `“${shortened(locator.quote.exact)}” — ${source}${page}`;
}

function stillThere(
  document: ReturnType<typeof useDesk>['document'],
  { blockId, citationId }: CarriedCitation,
): boolean {
  return document.sections.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.kind !== 'unknown' &&
        block.id === blockId &&
        block.citations.some(({ id }) => id === citationId),
    ),
  );
}

/**
 * A citation is copied or cut where its card has the focus. The event itself goes to the caret on the sheet, which keeps
 * its place meanwhile. Cut, it stays where it was until it is pasted, as files do.
 * @param onCarry whether there is something to carry.
 */
function useCarry(onCarry: (data: DataTransfer, citationId: string, stays: boolean) => boolean): void {
  const latest = useRef(onCarry);
  latest.current = onCarry;
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const card = document.activeElement?.closest<HTMLElement>('[data-citation-id]');
      const citationId = card?.dataset['citationId'];
      const selection = getSelection();
      // Words selected in the quotation are meant where there are any.
      const ownWords = selection && !selection.isCollapsed && card?.contains(selection.anchorNode);
      if (!event.clipboardData || citationId === undefined || ownWords) return;
      if (!latest.current(event.clipboardData, citationId, event.type === 'copy')) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const options = { capture: true } as const;
    window.addEventListener('copy', hear, options);
    window.addEventListener('cut', hear, options);
    return () => {
      window.removeEventListener('copy', hear, options);
      window.removeEventListener('cut', hear, options);
    };
  }, []);
}

/** A citation that is pasted on the sheet, or in the tab, before the sheet takes its words for text. */
function usePaste(onPaste: (data: DataTransfer) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const { clipboardData: data, target } = event;
      if (!data?.types.includes(CITATION_TYPE) || !(target instanceof Element)) return;
      if (!target.closest('.sheet, .citing')) return;
      // In a field the words are meant.
      if (target.closest('input, textarea')) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(data);
    };
    window.addEventListener('paste', hear, { capture: true });
    return () => window.removeEventListener('paste', hear, { capture: true });
  }, []);
}
