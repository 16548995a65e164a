/** Which documents were opened last in this window, for the File menu. */
import * as z from 'zod';

const NAME = 'documents.recent';
const MOST = 9;
const recentSchema = z.array(z.strictObject({ id: z.string(), title: z.string() })).max(50);
type Recent = z.infer<typeof recentSchema>[number];

export function recentDocuments(): readonly Recent[] {
  try {
    return recentSchema.parse(JSON.parse(localStorage.getItem(NAME) ?? '[]'));
  } catch {
    return [];
  }
}

export function noteOpened(opened: Recent): void {
  keep([opened, ...recentDocuments().filter(({ id }) => id !== opened.id)].slice(0, MOST));
}

/** Leaves out what is no longer in the library, and takes over new titles. */
export function keepRecent(present: readonly Recent[]): void {
  const titles = new Map(present.map(({ id, title }) => [id, title]));
  keep(
    recentDocuments().flatMap(({ id }) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    }),
  );
}

function keep(recent: readonly Recent[]): void {
  localStorage.setItem(NAME, JSON.stringify(recent));
}
