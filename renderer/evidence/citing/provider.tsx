/** Keeps the evidence of the open document: what is cited at the caret, how it stands, what is without a source. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { blockNames } from '../../../shared/document/block-names.ts';
import type { Bearing, Citation } from '../../../shared/document/schema.ts';
import { anchorKey } from '../../../shared/evidence/anchor-key.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { currentAuthor } from '../../comments/author.ts';
import {
  type AttachOutcome,
  type Citing,
  type CitingPlace,
  citingKey,
  type EvidenceMark,
} from '../../editor/citing/citing.ts';
import { notify } from '../../ui/toasts.tsx';
import { useDesk } from '../../writing/desk.ts';
import { tellNothingUndone, tellOfLastStep, undoOfLastStep } from '../../writing/last-step.ts';
import { anchorWords } from '../shelf/details/anchor-words.ts';
import { useSources } from '../sources.ts';
import { CitingContext, type CitingHere } from './citing.ts';
import { type CitingDesk, CitingDeskContext, type Moving, type View, type Wish } from './citing-desk.ts';
import { MoveCitation } from './move-citation.tsx';
import { readCitation, readPassage } from './passage-drag.ts';
import { presentPlace } from './present-place.ts';
import { noteRecent, useRecent } from './recent.ts';
import { useCovered } from './use-covered.ts';
import { useDrop } from './use-drop.ts';

export const EVIDENCE_TAB = 'evidence';

const PAGE = (page: number | null) => (page === null ? '' : `, page ${page}`);

export function CitingProvider({ children }: { readonly children: ReactNode }) {
  const { client, desktop } = useServices();
  const {
    document,
    skeleton,
    numbers,
    editor,
    readOnly,
    focus,
    evidence,
    showTab,
    flush,
    goTo: goToBlock,
  } = useDesk();
  const { kept } = useSources();
  const { facts, refresh } = evidence;
  const covered = useCovered(document);
  const recent = useRecent();
  const [sheet, setSheet] = useState<Citing | null>(null);
  const [place, setPlace] = useState<CitingPlace | null>(null);
  const [choice, setChoice] = useState<{ readonly of: string; readonly onWords: boolean } | null>(null);
  const [reading, setReading] = useState<ReaderRequest | null>(null);
  const [view, setView] = useState<View>('point');
  const [wish, setWish] = useState<Wish | null>(null);
  const [pointed, setPointed] = useState<{ blockId: string; citationId: string } | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => setSheet(editor.current?.feature(citingKey) ?? null), [editor]);
  useEffect(() => sheet?.atCaret(setPlace), [sheet]);

  const places = useMemo(() => blockNames(skeleton, numbers), [skeleton, numbers]);
  const placeName = place ? (places.get(place.blockId) ?? 'This block') : '';
  const sources = useMemo(() => {
    const known = new Map(kept?.map(({ id, title, kind }) => [id, { title, kind }]));
    for (const { id, title, kind } of facts?.sources ?? []) known.set(id, { title, kind });
    return known;
  }, [kept, facts]);
  const titleOf = useCallback((sourceId: string) => sources.get(sourceId)?.title ?? null, [sources]);
  const anchorOf = useCallback(
    (blockId: string, citationId: string) => facts?.anchors[anchorKey(blockId, citationId)] ?? null,
    [facts],
  );
  useEffect(() => {
    if (!sheet) return;
    sheet.describe = ({ evidenceId, locator }) => {
      const title = titleOf(evidenceId);
      return title === null ? null : title + PAGE(locator.page);
    };
    return () => {
      sheet.describe = null;
    };
  }, [sheet, titleOf]);

  const marks = useMemo(() => {
    const made = new Map<string, EvidenceMark>();
    for (const { blockId, figures } of covered?.lacking ?? [])
      if (figures.length > 0) made.set(blockId, 'unsourced');
    for (const [key, { state, unseen }] of Object.entries(facts?.anchors ?? {})) {
      const blockId = key.slice(0, key.lastIndexOf(' '));
      if (unseen || anchorWords[state].attention) made.set(blockId, 'changed');
    }
    return made;
  }, [covered, facts]);
  useEffect(() => sheet?.show({ marks, current: pointed }), [sheet, marks, pointed]);

  // The words selected are meant, a figure that the caret happens to stand in only when somebody says so.
  const words = place?.words ?? null;
  const inHand = place ? `${place.blockId} ${words?.from} ${words?.text}` : '';
  const onWords = words !== null && (choice?.of === inHand ? choice.onWords : words.from !== 'figure');

  function tell(outcome: AttachOutcome, taken: TakenPassage): void {
    if ('refusal' in outcome) {
      notify({ tone: 'info', title: 'Nothing was cited', body: outcome.refusal });
      return;
    }
    noteRecent(taken);
    const name = outcome.words === null ? (places.get(outcome.blockId) ?? 'the block') : `“${outcome.words}”`;
    setSaid(
      outcome.blocks > 1
        ? `Cited for ${outcome.blocks} blocks`
        : `Cited for ${name}: ${titleOf(taken.evidenceId) ?? 'the source'}${PAGE(taken.locator.page)}`,
    );
  }
  function tellCarried(outcome: AttachOutcome | undefined, stays: boolean): void {
    if (!outcome) return;
    if ('refusal' in outcome) notify({ tone: 'info', title: 'Nothing was moved', body: outcome.refusal });
    else
      tellOfLastStep(
        editor,
        `Citation ${stays ? 'copied' : 'moved'} to ${places.get(outcome.blockId) ?? 'the block'}`,
      );
  }
  const carryOver: CitingDesk['carryOver'] = ({ blockId, citationId }, to, stays) =>
    tellCarried(sheet?.carryOver(blockId, citationId, to, stays), stays);
  const cite = (taken: TakenPassage, bearing: Bearing = 'supports') => {
    if (sheet) tell(sheet.attach(taken, { bearing, onWords }), taken);
  };
  // Words taken in a reader's own window.
  const takeIn = useRef(cite);
  takeIn.current = cite;
  const canCite = !readOnly && place !== null && place.refusal === null;
  const takes = useRef(canCite);
  takes.current = canCite;
  useEffect(
    () =>
      desktop.onPassage((taken, bearing) => {
        if (takes.current) takeIn.current(taken, bearing);
        return takes.current;
      }),
    [desktop],
  );
  useDrop((blockId, data, stays) => {
    const carried = readCitation(data, document.id);
    const taken = readPassage(data);
    if (carried) carryOver(carried, blockId, stays);
    else if (sheet && taken) tell(sheet.attachTo(blockId, taken, 'supports'), taken);
  }, !readOnly);

  const count = useRef(0);
  const want = (what: Wish['for']) => {
    count.current += 1;
    setReading(null);
    if (what !== 'citations') setView('point');
    showTab(EVIDENCE_TAB);
    setWish({ for: what, count: count.current });
  };
  const ask = useRef(want);
  ask.current = want;
  useEffect(() => {
    if (!sheet) return;
    sheet.onAsk = (asked) =>
      ask.current(asked === 'cite' ? 'search' : asked === 'find' ? 'found' : 'citations');
    return () => {
      sheet.onAsk = null;
    };
  }, [sheet]);
  useEffect(() => {
    // Elsewhere in the window the sheet does not hear its keys.
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, altKey, shiftKey, code, defaultPrevented } = event;
      const wanted = code === 'KeyE' ? 'search' : code === 'KeyF' ? 'found' : null;
      if (wanted === null || defaultPrevented || !ctrlKey || !altKey || shiftKey) return;
      // AltGr writes characters.
      if (event.getModifierState('AltGraph')) return;
      event.preventDefault();
      ask.current(wanted);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  /** The next block without evidence behind the caret, or the one before it, round the ends. */
  const step = (by: 1 | -1) => {
    const lacking = covered?.lacking ?? [];
    const order = new Map<string, number>();
    for (const { blocks } of document.sections) for (const { id } of blocks) order.set(id, order.size);
    const here = focus ? (order.get(focus.blockId) ?? -1) : -1;
    const at = ({ blockId }: { blockId: string }) => order.get(blockId) ?? -1;
    const next =
      by === 1
        ? (lacking.find((each) => at(each) > here) ?? lacking[0])
        : (lacking.findLast((each) => at(each) < here) ?? lacking.at(-1));
    if (!next) {
      notify({ tone: 'done', title: 'Every point and every figure has evidence' });
      return;
    }
    goToBlock(next.blockId);
    setSaid(
      next.figures.length > 0
        ? `Without a source: ${next.figures.join(', ')}`
        : `${places.get(next.blockId) ?? 'This point'} has no evidence`,
    );
  };
  useCommands({ 'next-unsourced': () => step(1), 'previous-unsourced': () => step(-1) });

  const desk: CitingDesk = {
    place,
    placeName,
    onWords,
    setOnWords: (wanted) => setChoice({ of: inHand, onWords: wanted }),
    facts,
    anchorOf,
    titleOf,
    sourceOf: (sourceId) => sources.get(sourceId) ?? null,
    cite,
    remove(blockId, { id }) {
      if (sheet?.remove(blockId, id)) tellOfLastStep(editor, 'Citation removed');
    },
    setBearing(blockId, citationId, bearing) {
      sheet?.setBearing(blockId, citationId, bearing);
    },
    carryOver,
    moving,
    move: setMoving,
    async lookedAt(blockId: string, citation: Citation) {
      try {
        const anchor = anchorOf(blockId, citation.id);
        const now = anchor?.place ? await presentPlace(client, citation, anchor.place) : null;
        const replaced = now !== null && (sheet?.replace(blockId, citation.id, now) ?? false);
        const undo = replaced ? undoOfLastStep(editor) : () => true;
        // The library must know the citation before it can be told that somebody has looked at it.
        await flush();
        const places = [{ documentId: document.id, blockId, citationId: citation.id }];
        await client.call('standing.seen', { places, by: currentAuthor() });
        refresh();
        const takeBack = async () => {
          if (!undo()) return tellNothingUndone();
          await client.call('standing.unsee', { places });
          refresh();
        };
        notify({
          tone: 'done',
          title: 'Looked at',
          actions: [{ label: 'Undo', run: () => void takeBack().catch(notifyFailure) }],
        });
      } catch (thrown) {
        notifyFailure(thrown);
      }
    },
    goTo(blockId, citationId) {
      if (!sheet?.goTo(blockId, citationId)) goToBlock(blockId);
    },
    say: setSaid,
    point: setPointed,
    reading,
    read: setReading,
    view,
    setView,
    wish,
    recent,
    covered,
  };
  const here: CitingHere = { cite, canCite };
  return (
    <CitingContext value={here}>
      <CitingDeskContext value={desk}>
        <MoveCitation>{children}</MoveCitation>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      </CitingDeskContext>
    </CitingContext>
  );
}
