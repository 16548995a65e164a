import { useSyncExternalStore } from 'react';

/** A query for the present ratio changes once; after that another one has to be asked. */
function subscribe(listener: () => void): () => void {
  let media = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const changed = () => {
    media.removeEventListener('change', changed);
    media = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    media.addEventListener('change', changed);
    listener();
  };
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Pixels of the screen to one of CSS; another one on another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => devicePixelRatio);
}
