/** Pictures that we do not take, told apart so that the words can say what to do. */
import { latin } from './bytes.ts';

export const foreignFormats = ['SVG', 'TIFF', 'EMF', 'WMF', 'HEIC', 'AVIF', 'BMP', 'PDF'] as const;
export type ForeignFormat = (typeof foreignFormats)[number];

const starts: readonly (readonly [string, ForeignFormat])[] = [
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\xd7\xcd\xc6\x9a', 'WMF'],
  ['BM', 'BMP'],
  ['%PDF-', 'PDF'],
];

/** The format by its first bytes; null for one that we cannot name. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const start = latin(bytes.subarray(0, 1024));
  if (start.slice(40, 44) === ' EMF' && start.startsWith('\x01\0\0\0')) return 'EMF';
  if (start.slice(4, 8) === 'ftyp') {
    const brand = start.slice(8, 12);
    if (brand === 'avif' || brand === 'avis') return 'AVIF';
    return /^(?:hei|hev|mif|msf)/u.test(brand) ? 'HEIC' : null;
  }
  const known = starts.find(([sign]) => start.startsWith(sign));
  if (known) return known[1];
  return /<svg[\s>]/iu.test(start) ? 'SVG' : null;
}
