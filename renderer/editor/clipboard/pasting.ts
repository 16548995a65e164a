/** Pasting as the sheet and the window share it: the sheet pastes, the window tells of it. */
import { featureKey } from '../feature-key.ts';
import type { KeptPicture } from '../images/pictures.ts';
import type { PasteNote } from './notes.ts';

export type PasteEvent =
  /** Much is being pasted; from 0 to 1. */
  | { readonly is: 'working'; readonly share: number }
  /** The document is as it was. */
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly reason: string }
  | {
      readonly is: 'pasted';
      readonly blocks: number;
      readonly notes: readonly PasteNote[];
      /** Its characters alone can be pasted instead. */
      readonly canBePlain: boolean;
    }
  /** Something else was written since, so that the paste can no longer be taken back by itself. */
  | { readonly is: 'settled' };

export interface Pasting {
  /** @returns what stops it. */
  subscribe(listener: (event: PasteEvent) => void): () => void;
  cancel(): void;
  /** Takes the last paste back; nothing once it is settled. */
  undo(): void;
  /** Pastes the characters alone instead; nothing once it is settled. */
  asPlainText(): void;
  /** Keeps the bytes of a picture; null while pictures cannot be kept. */
  keepPicture: ((bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<KeptPicture>) | null;
}

export const pastingKey = featureKey<Pasting>('pasting');
