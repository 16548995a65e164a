import type { DesktopApi } from '../../shared/contract/desktop.ts';
import type { PortClient } from '../client/client.ts';

declare global {
  interface Window {
    readonly despatch: DesktopApi;
  }
}

/**
 * Gives the client each port that the preload script hands over: the first, and one more whenever the library
 * process was started afresh.
 * @returns resolves with the first port.
 */
export function receivePorts(client: PortClient): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'despatch:library-port' || !port) return;
      client.connect(port);
      resolve();
    });
  });
}
