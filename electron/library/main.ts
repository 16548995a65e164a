/** The library process: sole owner of the database. Main introduces windows to it and lends it extractors. */
import { randomUUID } from 'node:crypto';
import { DespatchError, toErrorData } from '../../shared/contract/errors.ts';
import { type FromLibrary, type ToLibrary, toLibrarySchema } from '../../shared/contract/host.ts';
import { type CompanionPort, HostCompanions } from './companions/host-companions.ts';
import { HostExtractors } from './host-extractors.ts';
import { extractInChild } from './import/extract.ts';
import { type LocalLog, openLocalLog } from './local-log.ts';
import { type Library, openLibrary } from './open.ts';
import { createServer, type ServedPort, type Server } from './serve.ts';

/** Far longer than the largest document we accept takes on a slow laptop. */
const EXTRACT_TIMEOUT_MS = 60_000;

/** Electron's ends of the channels, as far as they are used here; this process is otherwise plain Node. */
interface HostPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): void;
}
interface WindowPort extends CompanionPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

interface Opened {
  readonly library: Library;
  readonly server: Server;
  readonly log: LocalLog;
}

const { parentPort } = process as unknown as { parentPort?: HostPort };
if (!parentPort) throw new Error('The library process is started by the application only.');
const host = parentPort;
const tell = (message: FromLibrary) => host.postMessage(message);
const extractors = new HostExtractors(tell);
const companions = new HostCompanions(tell);
let opened: Opened | undefined;

function open(folder: string, nativeBinding: string | null): void {
  const now = () => new Date();
  const log = openLocalLog(folder, now);
  try {
    const library = openLibrary({
      folder,
      nativeBinding,
      now,
      mint: randomUUID,
      extract: (file, signal) =>
        extractInChild(extractors.start, file, { signal, timeoutMs: EXTRACT_TIMEOUT_MS }),
      startExtractor: extractors.start,
      watch: true,
      startTypesetter: companions.starter('typesetter'),
      startReader: companions.starter('reader'),
      startAssembler: companions.starter('assembler'),
    });
    opened = { library, server: createServer(library.handlers, log), log };
    tell({ type: 'opened' });
  } catch (thrown) {
    if (!(thrown instanceof DespatchError)) log.fault('opening the library', thrown);
    tell({ type: 'failed', error: toErrorData(thrown) });
    // Not `exit`, which would end before the message has left.
    process.exitCode = 1;
  }
}

function served(port: WindowPort): ServedPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => port.on('close', listener),
  };
}

async function close(): Promise<void> {
  opened?.library.settle();
  await opened?.server.idle();
  opened?.library.close();
  process.exit(0);
}

function connect(port: WindowPort | undefined): void {
  if (!port || !opened) return;
  opened.server.serve(served(port));
  port.start();
  tell({ type: 'listening' });
}

function obey(message: ToLibrary, ports: readonly WindowPort[]): void {
  if (message.type === 'open') open(message.folder, message.nativeBinding);
  else if (message.type === 'connect') connect(ports[0]);
  else if (message.type === 'extractorMessage') extractors.receive(message.extractor, message.message);
  else if (message.type === 'extractorExit') extractors.ended(message.extractor, message.code);
  else if (message.type === 'companionStarted') companions.started(message.companion, ports[0]);
  else if (message.type === 'companionExit') companions.ended(message.companion);
  else if (message.type === 'close') void close();
  else {
    opened?.library.grants.give(message.grant, message.file, message.use);
    tell({ type: 'granted', grant: message.grant });
  }
}

host.on('message', ({ data, ports }) => {
  const message = toLibrarySchema.safeParse(data);
  if (message.success) obey(message.data, ports);
});
process.on('SIGTERM', () => void close());
process.on('uncaughtException', (error) => opened?.log.fault('the library process', error));
process.on('unhandledRejection', (error) => opened?.log.fault('the library process', error));
