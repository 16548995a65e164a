/** Keeps the comments of the open document, drawn on the sheet and in step with the caret. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { placeThreads } from '../../shared/comments/places.ts';
import type { Thread } from '../../shared/comments/thread.ts';
import { useCommandBus, useCommands } from '../app/commands.tsx';
import { commentsKey, type SheetComments } from '../editor/comments/comments.ts';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from '../writing/desk.ts';
import { type Comments, CommentsContext, type Draft } from './comments.ts';
import { useThreads } from './use-threads.ts';

export const COMMENTS_TAB = 'comments';

export function CommentsProvider({ children }: { children: ReactNode }) {
  const { document, editor, focus, goTo: goToBlock, showTab } = useDesk();
  const { threads, say } = useThreads(document.id);
  const [sheet, setSheet] = useState<SheetComments | null>(null);
  const [atCaret, setAtCaret] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const bus = useCommandBus();

  useEffect(() => setSheet(editor.current?.feature(commentsKey) ?? null), [editor]);
  useEffect(() => sheet?.onCaret(setAtCaret), [sheet]);

  const placed = useMemo(() => (threads ? placeThreads(document, threads) : null), [document, threads]);
  const open = useMemo(() => (placed ?? []).filter(({ thread }) => thread.resolved === null), [placed]);

  // The caret chooses; what is chosen in the panel stays chosen until the caret is elsewhere.
  const caretBlock = focus?.blockId ?? null;
  const present = useRef(open);
  present.current = open;
  useEffect(() => {
    const onWords = atCaret.find((id) => present.current.some(({ thread }) => thread.id === id));
    const onBlock = present.current.find(({ on, blockId }) => on === 'block' && blockId === caretBlock);
    setChosen(onWords ?? onBlock?.thread.id ?? null);
  }, [atCaret, caretBlock]);

  useEffect(() => {
    if (!sheet) return;
    const shown = open.flatMap(({ thread, on }) => (on === 'words' ? [thread.id] : []));
    const blocks = open.flatMap(({ on, blockId }) => (on === 'gone' || blockId === null ? [] : [blockId]));
    sheet.show({
      threads: draft ? [...shown, draft.threadId] : shown,
      blocks: [...new Set(draft ? [...blocks, draft.place.blockId] : blocks)],
      current: draft?.threadId ?? chosen,
    });
  }, [sheet, open, draft, chosen]);

  const now = () => new Date().toISOString();
  const goTo = (threadId: string) => {
    setChosen(threadId);
    const place = placed?.find(({ thread }) => thread.id === threadId);
    if (sheet?.goTo(threadId)) return;
    if (place?.blockId) goToBlock(place.blockId);
  };
  const giveUp = () => {
    if (!draft) return;
    if (draft.place.quote !== null) sheet?.detach(draft.threadId);
    setDraft(null);
    editor.current?.focus();
  };
  const begin = () => {
    if (draft) return showTab(COMMENTS_TAB);
    const threadId = crypto.randomUUID();
    const place = sheet?.attach(threadId) ?? null;
    if (!place) {
      notify({ tone: 'info', title: 'Put the caret where the comment belongs, or select words' });
      return;
    }
    setDraft({ threadId, place });
    showTab(COMMENTS_TAB);
  };
  const step = (by: 1 | -1) => {
    if (open.length === 0) {
      notify({ tone: 'info', title: 'There are no open comments' });
      return;
    }
    const at = open.findIndex(({ thread }) => thread.id === chosen);
    const next = open[at < 0 && by < 0 ? open.length - 1 : (at + by + open.length) % open.length];
    if (next) goTo(next.thread.id);
  };

  useCommands({
    'add-comment': begin,
    'next-comment': () => step(1),
    'previous-comment': () => step(-1),
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, altKey, shiftKey, code } = event;
      // AltGr, with which some keyboards write a micro sign, is Ctrl+Alt as well.
      if (!ctrlKey || !altKey || shiftKey || code !== 'KeyM' || event.getModifierState('AltGraph')) return;
      event.preventDefault();
      bus.run('add-comment');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [bus]);

  const comments: Comments = {
    placed,
    current: chosen,
    draft,
    goTo,
    begin,
    giveUp,
    finish(text, author) {
      if (!draft) return;
      const { threadId: id, place } = draft;
      const { blockId, quote } = place;
      const thread = {
        id,
        anchor: { blockId, quote },
        author,
        createdAt: now(),
        text,
        replies: [],
        resolved: null,
      };
      say({ type: 'add', thread });
      setDraft(null);
      setChosen(id);
      editor.current?.focus();
    },
    reply: ({ id }, text, author) =>
      say({
        type: 'reply',
        threadId: id,
        reply: { id: crypto.randomUUID(), author, createdAt: now(), text },
      }),
    edit: (thread, entryId, text) => {
      const author = [thread, ...thread.replies].find(({ id }) => id === entryId)?.author;
      if (author !== undefined) say({ type: 'edit', threadId: thread.id, entryId, author, text });
    },
    resolve: ({ id }, by) => say({ type: 'resolve', threadId: id, by, at: now() }),
    reopen: ({ id }) => say({ type: 'reopen', threadId: id }),
    remove: (thread, entryId) => remove(thread, entryId, say),
  };
  return <CommentsContext value={comments}>{children}</CommentsContext>;
}

function remove(thread: Thread, entryId: string, say: ReturnType<typeof useThreads>['say']): void {
  const reply = thread.replies.find(({ id }) => id === entryId);
  say(
    reply ? { type: 'removeReply', threadId: thread.id, entryId } : { type: 'remove', threadId: thread.id },
  );
  notify({
    tone: 'info',
    title: reply ? 'Reply deleted' : 'Comment deleted',
    actions: [
      {
        label: 'Undo',
        run: () => say(reply ? { type: 'reply', threadId: thread.id, reply } : { type: 'add', thread }),
      },
    ],
  });
}
