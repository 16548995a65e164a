/** The name under which this person comments, asked for once and kept on this machine. */
import { useSyncExternalStore } from 'react';

const NAME = 'comments.author';
const listeners = new Set<() => void>();

/** Empty where nobody has said yet. */
export function useAuthor(): string {
  return useSyncExternalStore(subscribe, currentAuthor);
}

export function currentAuthor(): string {
  return localStorage.getItem(NAME) ?? '';
}

export function setAuthor(name: string): void {
  localStorage.setItem(NAME, name.trim().slice(0, 100));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
