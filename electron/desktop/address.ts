/** The window's own addresses, and which file each one means. */
import path from 'node:path';
import type { KeptPlace } from '../../shared/contract/kept-place.ts';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://despatch`;
const START_PAGE = `${ORIGIN}/index.html`;
/** The same page with the code of the writing screen (`documentPage` in scripts/bundle/window.ts). */
const DOCUMENT_PAGE = `${ORIGIN}/document.html`;
/** The same page, showing one source; what is asked for follows. */
export const READER_PAGE = `${START_PAGE}?reader=`;

/** @param place where to begin; null: the list of documents. */
export function pageFor(place: KeptPlace | null): string {
  if (place === null) return START_PAGE;
  const page = place.screen === 'document' ? DOCUMENT_PAGE : START_PAGE;
  return `${page}?place=${encodeURIComponent(JSON.stringify(place))}`;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * @param root the folder of the built window.
 * @returns null when it is no address of ours, leads outside, or is of a kind that no window needs.
 */
export function fileOf(url: string, root: string): { path: string; mediaType: string } | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || `${parsed.protocol}//${parsed.host}` !== ORIGIN) return null;
  let name: string;
  try {
    name = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  const file = path.join(root, name);
  const mediaType = mediaTypes[path.extname(file)];
  const isInside = file.startsWith(root + path.sep) && !name.includes('\0');
  return isInside && mediaType !== undefined ? { path: file, mediaType } : null;
}
