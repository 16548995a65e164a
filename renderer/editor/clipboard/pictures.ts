/** Pictures that came along are kept in the library before they are put down. */
import { blankState } from '../nodes/block-state.ts';
import type { Fragment } from './fragment.ts';
import type { Notes } from './notes.ts';
import type { Pasting } from './pasting.ts';
import { Cancelled } from './steps.ts';

function isPicture({ origin }: Fragment): boolean {
  return 'role' in origin && origin.role === 'picture';
}

export function havePictures(fragments: readonly Fragment[]): boolean {
  return fragments.some(isPicture);
}

/** Pictures become blocks; those that cannot be kept are noted. @throws Cancelled */
export async function kept(
  fragments: readonly Fragment[],
  keep: Pasting['keepPicture'],
  notes: Notes,
  signal: AbortSignal,
): Promise<Fragment[]> {
  const made: Fragment[] = [];
  for (const fragment of fragments) {
    const { origin, content } = fragment;
    if (!('role' in origin) || origin.role !== 'picture') {
      made.push(fragment);
      continue;
    }
    if (signal.aborted) throw new Cancelled();
    const { alternativeText } = origin;
    const asset = await keep?.(origin.bytes, alternativeText || 'Pasted picture').catch(() => null);
    if (!asset) {
      notes.add('refusedPicture', alternativeText);
      continue;
    }
    const image = { ...asset, alternativeText, decorative: false };
    made.push({ origin: { ...blankState('image'), image }, content });
  }
  return made;
}
