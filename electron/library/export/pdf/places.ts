/**
 * Where blocks stand on the pages. An invisible mark goes before and after the words of each block; it takes no room,
 * so that the pages, and even the bytes of the PDF, are those of an export.
 */
import * as z from 'zod';
import type { Layout } from './layout.ts';

/**
 * Points from the top left of a page; pages count from 1. `y` is the top or the baseline of the first line, whichever
 * Typst gives; `endY` the bottom or the baseline of the last.
 */
export interface Place {
  readonly blockId: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly endPage: number;
  readonly endY: number;
}

/** What `sheet` in common.typ collects. */
export const PLACES = { selector: '<places>', field: 'value' } as const;

const mark = z.object({
  id: z.string(),
  edge: z.enum(['start', 'end']),
  page: z.number(),
  x: z.number(),
  y: z.number(),
});
const found = z.array(z.array(mark));

type Fields = Readonly<Record<string, unknown>>;

/** What a person's line is joined of stands in one line, where a mark would break up the letters' spacing. */
function withoutDetailIds(person: Fields): Fields {
  const details = (person['details'] as readonly Fields[]).map(({ id: _, ...detail }) => detail);
  return { ...person, details };
}

function marked(value: Fields): Fields {
  const { type, id, content } = value;
  const own = type === 'person' ? withoutDetailIds(value) : value;
  if (typeof id !== 'string' || !Array.isArray(content) || content.length === 0) return own;
  const edge = (name: 'start' | 'end') => ({ type: 'mark', id, edge: name });
  return { ...own, content: [edge('start'), ...content, edge('end')] };
}

/** The layout as JSON, with marks around the content of everything that has an id. */
export function withMarks(layout: Layout): string {
  return JSON.stringify(layout, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? marked(value as Fields) : value,
  );
}

/** @param answer what Typst answers to the query `PLACES`. @returns in reading order. */
export function placesIn(answer: unknown): readonly Place[] {
  const started = new Map<string, z.infer<typeof mark>>();
  const places = new Map<string, Place>();
  for (const at of found.parse(answer).flat()) {
    if (at.edge === 'start') {
      started.set(at.id, at);
      continue;
    }
    const start = started.get(at.id);
    if (!start) continue;
    // A heading is also in the list of contents, which stands before it: the last one is the block itself.
    places.delete(at.id);
    const { id: blockId, page, x, y } = start;
    places.set(blockId, { blockId, page, x, y, endPage: at.page, endY: at.y });
  }
  return [...places.values()];
}
