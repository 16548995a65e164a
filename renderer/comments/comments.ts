/** The comments of the open document, for everything in the window that shows them. */
import { createContext, useContext } from 'react';
import type { PlacedThread } from '../../shared/comments/places.ts';
import type { Thread } from '../../shared/comments/thread.ts';
import type { CommentedPlace } from '../editor/comments/comments.ts';

export interface Draft {
  readonly threadId: string;
  readonly place: CommentedPlace;
}

export interface Comments {
  /** In the order of the document; null while they are being read. */
  readonly placed: readonly PlacedThread[] | null;
  /** Id of the thread at the caret, or chosen in the panel. */
  readonly current: string | null;
  /** A comment being written, whose words are marked already. */
  readonly draft: Draft | null;
  /** Brings the words, or the block, of a thread into view. */
  goTo(threadId: string): void;
  /** Begins a comment on the selected words, or on the block with the caret. */
  begin(): void;
  giveUp(): void;
  /** @param author who says it. */
  finish(text: string, author: string): void;
  reply(thread: Thread, text: string, author: string): void;
  edit(thread: Thread, entryId: string, text: string): void;
  resolve(thread: Thread, author: string): void;
  reopen(thread: Thread): void;
  /** With a way back. @param entryId of a reply; the thread's own id: all of it. */
  remove(thread: Thread, entryId: string): void;
}

export const CommentsContext = createContext<Comments | null>(null);

export function useComments(): Comments {
  const comments = useContext(CommentsContext);
  if (!comments) throw new Error('Comments belong on the writing screen.');
  return comments;
}
