/**
 * Where blocks stand on the pages. An invisible mark goes before and after the words of each block; it takes no room,
 * so that the pages, and even the bytes of the PDF, are those of an export.
 */
import * as z from 'zod';
import type { Layout } from './layout.ts';

/** Points from the top left of a page; pages count from 1. Heights are those of a baseline. */
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

/** The layout as JSON, with marks around the content of everything that has an id. */
export function withMarks(layout: Layout): string {
  return JSON.stringify(layout, (_key, value: unknown) => {
    const { id, content } = (value ?? {}) as { id?: unknown; content?: unknown };
    if (typeof id !== 'string' || !Array.isArray(content) || content.length === 0) return value;
    const edge = (name: 'start' | 'end') => ({ type: 'mark', id, edge: name });
    return { ...(value as object), content: [edge('start'), ...content, edge('end')] };
  });
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
