/** Tells what pasting did, shows how far a long paste is, and keeps the pictures that came along. */
import './paste.css';
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useServices } from '../app/services.ts';
import type { PasteNote } from '../editor/clipboard/notes.ts';
import { type PasteEvent, type Pasting, pastingKey } from '../editor/clipboard/pasting.ts';
import { prepared } from '../images/prepare.ts';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from '../writing/desk.ts';
import { type PasteActions, PasteDetails } from './details.tsx';
import { PasteProgress } from './progress.tsx';
import { isLoss, summary, titleOf } from './words.ts';

/** Milliseconds before a long paste is worth a word. */
const PATIENCE = 150;

type Done = Extract<PasteEvent, { is: 'pasted' }>;

interface Shown {
  readonly notes: readonly PasteNote[];
  readonly actions: PasteActions | null;
}

/** @returns what takes the notice away; null where there is nothing to tell. */
function tell(
  pasting: Pasting,
  { blocks, notes, canBePlain }: Done,
  showDetails: (shown: Shown) => void,
): (() => void) | null {
  const body = summary(notes);
  if (body === undefined && !canBePlain) return null;
  const actions: PasteActions = {
    undo: () => pasting.undo(),
    asPlainText: canBePlain ? () => pasting.asPlainText() : null,
  };
  return notify({
    tone: 'info',
    title: titleOf(blocks),
    ...(body === undefined ? {} : { body }),
    stays: notes.some(isLoss),
    actions: [
      ...(body === undefined ? [] : [{ label: 'Details', run: () => showDetails({ notes, actions }) }]),
      ...(actions.asPlainText ? [{ label: 'Paste as plain text instead', run: actions.asPlainText }] : []),
      { label: 'Undo', run: actions.undo },
    ],
  });
}

/** Once something else was written the paste is no longer the last step, and only what it left out can be told. */
function tellWhatIsLost(notes: readonly PasteNote[], showDetails: (shown: Shown) => void) {
  const body = summary(notes.filter(isLoss));
  if (body === undefined) return null;
  return notify({
    tone: 'info',
    title: 'Pasted',
    body,
    actions: [{ label: 'Details', run: () => showDetails({ notes, actions: null }) }],
  });
}

export function PasteNotices({ children }: { readonly children: ReactNode }) {
  const { client } = useServices();
  const { editor } = useDesk();
  const [share, setShare] = useState<number | null>(null);
  const [details, setDetails] = useState<Shown | null>(null);
  const cancel = useRef(() => {});

  useEffect(() => {
    const pasting = editor.current?.feature(pastingKey);
    if (!pasting) return;
    cancel.current = () => pasting.cancel();
    pasting.keepPicture = async (bytes, name) => {
      const { sha256, ...kept } = await client.call('assets.put', { bytes: await prepared(bytes), name });
      return { asset: sha256, ...kept };
    };
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let reached = 0;
    let last: { readonly close: () => void; readonly notes: readonly PasteNote[] } | null = null;
    const endWork = () => {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
      setShare(null);
    };
    const close = () => {
      last?.close();
      last = null;
    };
    const work = (next: number) => {
      reached = next;
      waiting ??= setTimeout(() => setShare(reached), PATIENCE);
      // Were it urgent, each of these would have what is being drawn beside the sheet begun anew.
      startTransition(() => setShare((shown) => (shown === null ? null : next)));
    };
    const hear = (event: PasteEvent) => {
      if (event.is === 'working') {
        work(event.share);
        return;
      }
      if (event.is === 'settled') {
        const { notes } = last ?? { notes: [] };
        const wasShown = last !== null;
        close();
        const closeNext = wasShown ? tellWhatIsLost(notes, setDetails) : null;
        if (closeNext) last = { close: closeNext, notes: [] };
        return;
      }
      endWork();
      close();
      if (event.is === 'pasted') {
        const closeNext = tell(pasting, event, setDetails);
        if (closeNext) last = { close: closeNext, notes: event.notes };
      } else if (event.is === 'cancelled') {
        notify({ tone: 'info', title: 'Pasting cancelled', body: 'The document is as it was before.' });
      } else {
        notify({
          tone: 'error',
          title: 'Nothing was pasted',
          body: `${event.reason}. The document is as it was before.`,
        });
      }
    };
    const stop = pasting.subscribe(hear);
    return () => {
      stop();
      endWork();
      close();
      pasting.keepPicture = null;
    };
  }, [client, editor]);

  return (
    <>
      {children}
      {share === null
        ? null
        : createPortal(<PasteProgress share={share} onCancel={() => cancel.current()} />, document.body)}
      {details ? <PasteDetails {...details} onClose={() => setDetails(null)} /> : null}
    </>
  );
}
