import { Check, CornerUpLeft, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PlacedThread } from '../../shared/comments/places.ts';
import type { CommentEntry, Thread } from '../../shared/comments/thread.ts';
import { exactDate, shortDate } from '../library/dates.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useAuthor } from './author.ts';
import { useComments } from './comments.ts';
import { Composer } from './composer.tsx';

/** Before what has the focus goes away: on to the next comment, or to the head of the list. */
function focusBeyond(card: HTMLElement | null): void {
  const next = card?.nextElementSibling ?? card?.previousElementSibling ?? card?.closest('.comments');
  next?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
}

interface Props {
  readonly placed: PlacedThread;
  /** What its place is called: "Paragraph 12". */
  readonly place: string;
  readonly current: boolean;
}

export function ThreadCard({ placed, place, current }: Props) {
  const { thread, on, words } = placed;
  const comments = useComments();
  const me = useAuthor();
  const card = useRef<HTMLLIElement>(null);
  const [writing, setWriting] = useState(false);
  /** The box that was open had the focus; the button that opened it takes it back. */
  const [wrote, setWrote] = useState(false);
  const stopWriting = () => {
    setWriting(false);
    setWrote(true);
  };
  const resolved = thread.resolved !== null;

  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <li
      ref={card}
      className="thread"
      aria-current={current || undefined}
      data-resolved={resolved || undefined}
    >
      <button
        type="button"
        className="thread-place"
        disabled={on === 'gone' && placed.blockId === null}
        onClick={() => comments.goTo(thread.id)}
      >
        <span>
          {on === 'gone' ? (words === '' ? 'On a block since deleted' : 'On words since deleted') : place}
        </span>
        {words === '' ? null : on === 'block' ? (
          <span className="thread-block">{words}</span>
        ) : (
          <q>{words}</q>
        )}
      </button>
      <Entry thread={thread} entry={thread} onRemove={() => focusBeyond(card.current)} />
      {thread.replies.map((reply) => (
        <Entry
          key={reply.id}
          thread={thread}
          entry={reply}
          isReply
          onRemove={() => card.current?.querySelector('button')?.focus()}
        />
      ))}
      {thread.resolved ? (
        <p className="thread-resolved">
          <Check size={14} aria-hidden /> Resolved by {thread.resolved.by},{' '}
          <time dateTime={thread.resolved.at} title={exactDate(thread.resolved.at)}>
            {shortDate(thread.resolved.at, new Date())}
          </time>
        </p>
      ) : null}
      {writing ? (
        <Composer
          label="Reply"
          action="Reply"
          onSend={(text, author) => {
            stopWriting();
            comments.reply(thread, text, author);
          }}
          onCancel={stopWriting}
        />
      ) : (
        <div className="thread-actions">
          {resolved ? (
            <Button
              look="link"
              onPress={() => {
                focusBeyond(card.current);
                comments.reopen(thread);
              }}
            >
              Reopen
            </Button>
          ) : (
            <>
              <Button look="link" autoFocus={wrote} onPress={() => setWriting(true)}>
                <CornerUpLeft size={13} aria-hidden /> Reply
              </Button>
              <Button
                look="link"
                onPress={() => {
                  focusBeyond(card.current);
                  comments.resolve(thread, me === '' ? thread.author : me);
                }}
              >
                <Check size={13} aria-hidden /> Resolve
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

interface EntryProps {
  readonly thread: Thread;
  readonly entry: CommentEntry;
  readonly isReply?: boolean;
  readonly onRemove: () => void;
}

function Entry({ thread, entry, isReply = false, onRemove }: EntryProps) {
  const comments = useComments();
  const me = useAuthor();
  const [editing, setEditing] = useState(false);
  const self = useRef<HTMLDivElement>(null);
  const stopEditing = () => {
    self.current?.querySelector<HTMLElement>('.entry-tools button')?.focus();
    setEditing(false);
  };
  const what = isReply ? 'reply' : 'comment';
  return (
    <div ref={self} className={isReply ? 'entry reply' : 'entry'}>
      <p className="entry-head">
        <strong>{entry.author}</strong>
        <time dateTime={entry.createdAt} title={exactDate(entry.createdAt)}>
          {shortDate(entry.createdAt, new Date())}
        </time>
        <span className="entry-tools">
          {entry.author === me && thread.resolved === null ? (
            <IconButton label={`Edit this ${what}`} onPress={() => setEditing(true)}>
              <Pencil size={13} aria-hidden />
            </IconButton>
          ) : null}
          <IconButton
            label={`Delete this ${what}`}
            onPress={() => {
              onRemove();
              comments.remove(thread, entry.id);
            }}
          >
            <Trash2 size={13} aria-hidden />
          </IconButton>
        </span>
      </p>
      {editing ? (
        <Composer
          label="Comment"
          action="Save"
          initial={entry.text}
          onSend={(text) => {
            stopEditing();
            comments.edit(thread, entry.id, text);
          }}
          onCancel={stopEditing}
        />
      ) : (
        <p className="entry-text">{entry.text}</p>
      )}
    </div>
  );
}
