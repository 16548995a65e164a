/** Where in a meeting file something is wrong, as a person finds it: "item 3 “Budget”, document 2, title". */
import type * as z from 'zod';
import { quotedList } from './quoted-list.ts';

type Place = readonly PropertyKey[];

const singular: Readonly<Record<string, string>> = {
  items: 'item',
  documents: 'document',
  members: 'member',
};

function titleOf(value: unknown): string {
  const title = value instanceof Object && 'title' in value ? value.title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? ` “${title.trim().slice(0, 60)}”` : '';
}

/** @param raw the file as it was read, for the titles. */
export function placeInFile(raw: unknown, place: Place): string {
  const words: string[] = [];
  let value: unknown = raw;
  for (const [at, key] of place.entries()) {
    const inside = value instanceof Object ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    if (typeof key === 'number') {
      const list = String(place[at - 1] ?? '');
      const name = singular[list] ?? list;
      words.push(`${name === 'item' && at > 1 ? 'sub-item' : name} ${key + 1}${titleOf(inside)}`);
    } else if (typeof place[at + 1] !== 'number') words.push(String(key));
    value = inside;
  }
  return words.join(', ');
}

function valueAt(raw: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, key) => (value instanceof Object ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    raw,
  );
}

const kinds: Readonly<Record<string, string>> = {
  string: 'words in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
};

function complaint(raw: unknown, issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there is no field ${quotedList(issue.keys)} here; docs/meeting-packs.md lists those there are`;
    case 'invalid_type':
      if (valueAt(raw, issue.path) === undefined) return 'it is missing';
      return `it must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      if (valueAt(raw, issue.path) === undefined) return 'it is missing';
      return `it must be ${quotedList(issue.values.map(String), 'or')}, not “${String(valueAt(raw, issue.path))}”`;
    case 'too_small':
      return issue.message.startsWith('Too small') ? 'it is empty' : issue.message;
    case 'too_big':
      return 'it is too long';
    case 'invalid_union': {
      // The alternative that its writer came nearest to.
      const nearest = issue.errors.find((each) =>
        each.every(({ path, code }) => path.length > 0 || code !== 'invalid_type'),
      );
      const inner = nearest?.[0];
      if (!inner) return valueAt(raw, issue.path) === undefined ? 'it is missing' : 'it has the wrong shape';
      return inWords(raw, { ...inner, path: [...issue.path, ...inner.path] }, issue.path.length);
    }
    default:
      return issue.message;
  }
}

function inWords(raw: unknown, issue: z.core.$ZodIssue, from: number): string {
  const place = issue.path.length > from ? placeInFile(raw, issue.path) : '';
  return place === '' ? complaint(raw, issue) : `${place}: ${complaint(raw, issue)}`;
}

/** "item 3 “Budget”, document 2, title: it is missing" */
export function issueInWords(raw: unknown, issue: z.core.$ZodIssue): string {
  return inWords(raw, issue, 0);
}
