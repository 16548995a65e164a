import type { ReactNode } from 'react';
import { deskProviders } from './registered.ts';

/** Whatever the features keep while a document is open, around the whole screen. */
export function Provided({ children }: { children: ReactNode }) {
  let inner = children;
  for (const Provider of deskProviders.toReversed()) inner = <Provider>{inner}</Provider>;
  return inner;
}
