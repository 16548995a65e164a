/** `app://despatch/…`: the built window and nothing else, each answer under the content policy. */
import { readFile } from 'node:fs';
import { type ProtocolResponse, protocol, type Session } from 'electron';
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

/**
 * `protocol.handle` would do the same with Node's own `fetch`, which has to be loaded first and hands every file over
 * in a stream: on a busy machine the page was parsed a quarter of a second later.
 * @param root the folder of the built window.
 */
export function serveWindow(session: Session, root: string): void {
  session.protocol.registerBufferProtocol(SCHEME, ({ url, method }, answer) => {
    const file = method === 'GET' ? fileOf(url, root) : null;
    if (file === null) return answer(refusal(400));
    readFile(file.path, (error, data) => {
      answer(error ? refusal(404) : { data, headers: { ...headers, 'Content-Type': file.mediaType } });
    });
  });
}

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, headers, data: Buffer.alloc(0) };
}
