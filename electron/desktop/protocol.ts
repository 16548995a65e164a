/** `app://despatch/…`: the built window and nothing else, each answer under the content policy. */
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { fileOf, SCHEME } from './address.ts';

/** Everything is refused that the window does not need today. WebRTC obeys no policy: see network.ts. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // Pictures of the document come from the library over the port and are shown from memory.
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
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

function refusal(status: number): Response {
  return new Response(null, { status, headers });
}
