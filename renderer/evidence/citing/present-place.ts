/** The words of a citation as they stand in the present edition, to be cited from there. */
import type { Citation, Locator } from '../../../shared/document/schema.ts';
import type { Anchor } from '../../../shared/evidence/facts.ts';
import { takePassage } from '../../../shared/evidence/taken.ts';
import type { LibraryClient } from '../../client/client.ts';

/** @returns null where nothing stands there any more. @throws DespatchError where the source cannot be read. */
export async function presentPlace(
  client: LibraryClient,
  { evidenceId }: Citation,
  { edition, start, end }: NonNullable<Anchor['place']>,
): Promise<{ readonly edition: string; readonly locator: Locator } | null> {
  const { pages, paged } = await client.call('reading.open', { sourceId: evidenceId, edition });
  const at = pages.findLastIndex((page) => page.start <= start);
  const page = pages[at];
  if (!page) return null;
  const number = at + 1;
  const { text } = await client.call('reading.text', { edition, page: number });
  const taken = takePassage(
    { sourceId: evidenceId, edition, page: paged ? number : null, text, start: page.start },
    { start, end },
  );
  return taken && { edition, locator: taken.locator };
}
