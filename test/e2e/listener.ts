/** Servers on this computer that only count who comes. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly port: number;
  /** What arrived since the start: 'TCP' for each connection, 'UDP' for each packet. */
  readonly arrived: readonly string[];
  stop(): Promise<void>;
}

/** Hears TCP and UDP on the same port of 127.0.0.1; to HTTP it answers with permission for everybody. */
export async function listen(): Promise<Listener> {
  // A port that is free for TCP may be taken for UDP; the next one hardly is, too.
  for (;;) {
    const listener = await listenOnce();
    if (listener) return listener;
  }
}

/** @returns null where the port that TCP got is taken for UDP. */
async function listenOnce(): Promise<Listener | null> {
  const arrived: string[] = [];
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' });
    response.end('reached');
  });
  server.on('connection', () => arrived.push('TCP'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => arrived.push('UDP'));
  const bound = await new Promise<boolean>((resolve) => {
    udp.once('error', () => resolve(false));
    udp.bind(port, '127.0.0.1', () => resolve(true));
  });
  if (!bound) {
    server.close();
    return null;
  }
  return {
    port,
    arrived,
    async stop() {
      server.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => server.close(() => resolve())),
        new Promise<void>((resolve) => udp.close(() => resolve())),
      ]);
    },
  };
}
