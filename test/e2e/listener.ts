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
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
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
