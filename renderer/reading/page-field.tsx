import { type KeyboardEvent, useEffect, useState } from 'react';
import { notify } from '../ui/toasts.tsx';
import type { Book } from './book.ts';

interface Props {
  readonly book: Book;
  /** Counted from 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** The page that is looked at, by its printed name, and the way to another one. */
export function PageField({ book, page, onPage }: Props) {
  const { pages } = book.reading;
  const shown = pages[page - 1]?.label ?? String(page);
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled on, what was typed means nothing any more.
  useEffect(() => setTyped(null), [page]);
  const go = () => {
    if (typed === null) return;
    const wanted = book.find(typed);
    if (wanted !== null) onPage(wanted);
    else notify({ tone: 'info', title: `There is no page ${typed.trim()}.` });
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = pages.length.toLocaleString('en-GB');
  return (
    <label className="reader-page-field tabular">
      <span className="visually-hidden">Page</span>
      <input
        className="input"
        value={typed ?? shown}
        style={{ width: `${Math.min(8, Math.max(3, (typed ?? shown).length + 1)) + 1}ch` }}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={go}
        onKeyDown={onKeyDown}
      />
      <span>{shown === String(page) ? `of ${count}` : `(${page} of ${count})`}</span>
    </label>
  );
}
