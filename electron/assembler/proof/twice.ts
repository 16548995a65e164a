/** Entries that a dictionary has twice: readers take one of them, and the other stands in the file unseen. */
import { readings } from './strings.ts';
import type { Syntax } from './syntax.ts';

interface Open {
  /** null: a list. */
  readonly keys: Set<string> | null;
  /** The next name is one that an entry begins with. */
  awaitsKey: boolean;
}

/** What the strings and names say of an object that has such an entry; nothing of any other. */
export function wordsOfTwice(object: Iterable<Syntax>): string[] {
  const open: Open[] = [];
  const words: string[] = [];
  let twice = false;
  for (const each of object) {
    const inside = open.at(-1);
    if (each.type === 'open')
      open.push({ keys: each.bracket === 'array' ? null : new Set(), awaitsKey: true });
    else if (each.type === 'close') {
      open.pop();
      const outer = open.at(-1);
      if (outer) outer.awaitsKey = true;
    } else if (each.type === 'name' && inside?.keys && inside.awaitsKey) {
      twice ||= inside.keys.has(each.text);
      inside.keys.add(each.text);
      inside.awaitsKey = false;
    } else if (inside) inside.awaitsKey = true;
    if (each.type === 'string') words.push(...readings(each.bytes));
    else if (each.type === 'name') words.push(each.text);
  }
  return twice ? words : [];
}
