import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { MAX_COMMENT } from '../../shared/comments/thread.ts';
import { Button } from '../ui/button.tsx';
import { setAuthor, useAuthor } from './author.ts';

interface Props {
  /** What one writes: "Comment", "Reply". */
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  readonly onSend: (text: string, author: string) => void;
  readonly onCancel: () => void;
}

/** A box to say something in; the first time it asks who is speaking. */
export function Composer({ label, action, initial = '', onSend, onCancel }: Props) {
  const known = useAuthor();
  const nameId = useId();
  const [name, setName] = useState('');
  const [text, setText] = useState(initial);
  const author = known === '' ? name.trim() : known;
  const box = useRef<HTMLTextAreaElement>(null);
  // A side panel that has just opened takes the focus in the next frame.
  useEffect(() => {
    box.current?.focus();
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const composer = box.current?.parentElement;
        if (!composer?.contains(document.activeElement)) box.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const ready = author !== '' && text.trim() !== '';

  const send = () => {
    if (!ready) return;
    if (known === '') setAuthor(author);
    onSend(text.trim(), author);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.ctrlKey) send();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of its fields, heard once.
    <div className="composer" onKeyDown={onKeyDown}>
      <textarea
        ref={box}
        className="input"
        aria-label={label}
        placeholder={label}
        rows={3}
        maxLength={MAX_COMMENT}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {known === '' ? (
        <div className="field">
          <label htmlFor={nameId}>Your name, once for all comments</label>
          <input
            id={nameId}
            className="input"
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      ) : null}
      <div className="composer-actions">
        <span className="quiet">{known === '' ? '' : `as ${known}`}</span>
        <Button onPress={onCancel}>Cancel</Button>
        <Button look="primary" isDisabled={!ready} onPress={send}>
          {action}
        </Button>
      </div>
    </div>
  );
}
