/** Pictures as the sheet and the window share them: the window has the bytes, the sheet shows where they stand. */
import type { ImageBlock } from '../../../shared/document/schema.ts';
import { featureKey } from '../feature-key.ts';

/** A picture that the library has kept. */
export type KeptPicture = Pick<ImageBlock, 'asset' | 'mediaType' | 'width' | 'height'>;

/** What the sheet needs of the window. */
export interface PictureSource {
  /** An address from which the window may show the picture; null where the library has none of this hash. */
  addressOf(asset: string): Promise<string | null>;
  /** Lets the person choose a file; null: nothing was chosen, or it was refused in words already. */
  choose(): Promise<KeptPicture | null>;
  /** The same with files that were dropped or pasted. */
  take(file: File): Promise<KeptPicture | null>;
  /** Shows why a picture was not put in. */
  refused(reason: string): void;
}

export interface Pictures {
  /** @returns what takes it back. */
  connect(source: PictureSource): () => void;
  /** Lets the person choose a picture for the place of the caret. */
  choose(): Promise<void>;
  /**
   * Puts pictures behind a block, in order; behind the one with the caret where that is null.
   * @returns whether they may stand there.
   */
  takeFiles(files: readonly File[], behind: string | null): Promise<boolean>;
}

export const picturesKey = featureKey<Pictures>('pictures');

/** Image files among whatever was dropped or pasted. */
export function imageFiles(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
