/** `app://despatch/…`: the built window and nothing else, each answer under the content policy. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';

const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://despatch`;
export const START_PAGE = `${ORIGIN}/index.html`;

/** Everything is refused that the window does not need today. `webrtc` because it obeys no other rule. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "webrtc 'block'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Before the application is ready: Chromium learns the schemes it treats like https only once. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** @param root the folder of the built window. */
export function serveWindow(session: Session, root: string): void {
  session.protocol.handle(SCHEME, async ({ url, method }) => {
    const file = method === 'GET' ? fileOf(url, root) : null;
    if (file === null) return refusal(400);
    try {
      const body = await readFile(file.path);
      return new Response(body, { headers: { ...headers, 'Content-Type': file.mediaType } });
    } catch {
      return refusal(404);
    }
  });
}

/** null: not an address of ours. */
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

function refusal(status: number): Response {
  return new Response(null, { status, headers });
}
