import type { ErrorData } from '../../shared/contract/errors.ts';
import { ReadOnlyBanner } from '../library/read-only.tsx';
import { Banner, SaveBanner } from '../saving/banner.tsx';
import { type KeptSaveState, useSaveState } from '../saving/kept-state.ts';

interface Props {
  readonly unknownParts: readonly string[];
  readonly libraryShut: ErrorData | null;
  readonly saving: KeptSaveState;
  readonly onRetry: () => void;
  readonly onOverwrite: () => Promise<void>;
  readonly onReopen: () => void;
}

/** What stands between the writer and the disk, said where it cannot be overlooked. */
export function Banners({ unknownParts, libraryShut, saving, ...ways }: Props) {
  const saveState = useSaveState(saving);
  if (unknownParts.length > 0) {
    return (
      <Banner tone="note" actions={null}>
        <strong>Read only.</strong> A newer version of Despatch wrote parts of this document that this version
        does not know ({unknownParts.join(', ')}). Nothing is lost; open it there to write in it or to export
        it.
      </Banner>
    );
  }
  if (libraryShut) return <ReadOnlyBanner why={libraryShut} />;
  return <SaveBanner what="document" saveState={saveState} {...ways} />;
}
