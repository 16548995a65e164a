/** What the sheet offers for cross-references to the picker and to the checks. */
import type { Reference } from '../../../shared/document/schema.ts';
import type { TypedReference } from '../../../shared/references/convert.ts';
import type { ReferenceTargets } from '../../../shared/references/words.ts';
import { featureKey } from '../feature-key.ts';
import type { CaretPlace } from '../inline/caret-place.ts';

export type Pointer = Pick<Reference, 'target' | 'show'>;

export interface References {
  /** Called when the writer asks for the picker, by key or by menu. */
  onAsk: ((place: CaretPlace) => void) | null;
  /** Everything that can be referred to, with the numbers of this moment. */
  targets(): ReferenceTargets;
  /** The reference that is selected by itself; null where there is none. */
  selected(): Pointer | null;
  /** Puts a reference at the caret, in place of what is selected, as one step that undo takes back. */
  insert(pointer: Pointer): void;
  /** Makes typed references live, as one step. @returns how many were, which is fewer where the words changed since. */
  convert(references: readonly TypedReference[]): number;
}

export const referencesKey = featureKey<References>('references');
