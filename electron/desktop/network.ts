/** No byte leaves this computer: each layer of Chromium that could send one is told not to, and none relies on another. */
import { app, type Session } from 'electron';
import { ORIGIN } from './address.ts';

/** Nothing listens there, and a proxy that refuses is asked before any name is looked up. */
const NOWHERE = 'http://127.0.0.1:9';

/** Switches that count only before Chromium starts. */
export function refuseNetworkForProcess(): void {
  const off = [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-client-side-phishing-detection',
    'disable-sync',
    'no-pings',
    'dns-prefetch-disable',
    'no-proxy-server-fallback',
  ];
  for (const name of off) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch(
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DnsOverHttps,AutofillServerCommunication',
  );
}

/** Applied to every session there is or will be. */
export async function refuseNetworkForSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurOwn(details.url) });
  });
  // No dictionary is ever fetched: there is no network, and officials' words go to nobody's server.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionaries/`);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' });
}

/** The application's own files, and the developer tools, which exist in development only. */
function isOurOwn(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || (!app.isPackaged && url.startsWith('devtools://devtools/'));
}
