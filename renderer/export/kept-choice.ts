/** What somebody chose for one kind of document, remembered on this machine; export and preview read it here. */
import { useSyncExternalStore } from 'react';
import type * as z from 'zod';
import type { DocumentKind } from '../../shared/document/schema.ts';

interface Kept<Choice> {
  /** Begins the name it is kept under. */
  readonly name: string;
  readonly schema: z.ZodType<Choice>;
  readonly initial: Choice;
  /** What is kept of a choice; the rest holds until the window is closed, or less. */
  remembered(choice: Choice): Choice;
}

export interface KeptChoice<Choice> {
  of(kind: DocumentKind): Choice;
  choose(kind: DocumentKind, choice: Choice): void;
  onChange(listener: () => void): () => void;
  use(kind: DocumentKind): Choice;
}

export function keptChoice<Choice>({ name, schema, initial, remembered }: Kept<Choice>): KeptChoice<Choice> {
  const listeners = new Set<() => void>();
  /** What each kind was last found to have, so that the same is the same object. */
  const known = new Map<DocumentKind, Choice>();
  const nameOf = (kind: DocumentKind): string => `${name}-${kind}`;
  const read = (kind: DocumentKind): Choice => {
    try {
      return schema.parse(JSON.parse(localStorage.getItem(nameOf(kind)) ?? ''));
    } catch {
      return initial;
    }
  };
  const of = (kind: DocumentKind): Choice => {
    const choice = known.get(kind) ?? read(kind);
    known.set(kind, choice);
    return choice;
  };
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    of,
    onChange,
    choose(kind, choice) {
      known.set(kind, choice);
      localStorage.setItem(nameOf(kind), JSON.stringify(remembered(choice)));
      for (const listener of listeners) listener();
    },
    use: (kind) => useSyncExternalStore(onChange, () => of(kind)),
  };
}
