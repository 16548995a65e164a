/** The same change for many sources, one after the other, and the way back. */
import type { SourceDetails } from '../../../../shared/evidence/source.ts';
import type { LibraryClient } from '../../../client/client.ts';
import { detailsOf } from './details-session.ts';
import { same } from './same.ts';

/** undefined: as it is in each. */
export interface SeveralChange {
  readonly organisation?: string | undefined;
  readonly marking?: SourceDetails['marking'] | undefined;
  readonly published?: boolean | null | undefined;
  readonly reviewBy?: string | null | undefined;
}

export function withChange(details: SourceDetails, change: SeveralChange): SourceDetails {
  const { organisation, marking, published, reviewBy } = change;
  const { publisher: _before, ...rest } = details.csl;
  return {
    ...details,
    ...(organisation === undefined
      ? {}
      : { csl: organisation === '' ? rest : { ...rest, publisher: organisation } }),
    ...(marking === undefined ? {} : { marking }),
    ...(published === undefined ? {} : { published }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
  };
}

export interface Changed {
  readonly sourceId: string;
  readonly before: SourceDetails;
  readonly after: SourceDetails;
}

/**
 * @returns what was changed; a source that fails does not keep the others from it.
 * @param onDone after each source, with how many are done.
 */
export async function changeSeveral(
  client: LibraryClient,
  sourceIds: readonly string[],
  change: SeveralChange,
  onDone: (done: number) => void,
): Promise<{ readonly changed: readonly Changed[]; readonly failures: readonly unknown[] }> {
  const changed: Changed[] = [];
  const failures: unknown[] = [];
  for (const [at, sourceId] of sourceIds.entries()) {
    try {
      const source = await client.call('evidence.get', { sourceId });
      const before = detailsOf(source);
      const after = withChange(before, change);
      if (!same(before, after)) {
        await client.call('evidence.change', { sourceId, updatedAt: source.updatedAt, details: after });
        changed.push({ sourceId, before, after });
      }
    } catch (thrown) {
      failures.push(thrown);
    }
    onDone(at + 1);
  }
  return { changed, failures };
}
