/** Whether a window could open here: what the environment names must also answer. */
import { createConnection, type NetConnectOpts } from 'node:net';
import path from 'node:path';

/** What Chromium must be told about a display that is there; or why there is none, as a sentence. */
export type FoundDisplay = { readonly chromiumArguments: readonly string[] } | { readonly none: string };

const ANSWER_MS = 2000;

export async function findDisplay(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<FoundDisplay> {
  if (platform !== 'linux') return { chromiumArguments: [] };
  const x11 = environment['DISPLAY'] ?? '';
  const wayland = environment['WAYLAND_DISPLAY'] ?? '';
  if (x11 === '' && wayland === '') return { none: 'There is no display here (DISPLAY is not set).' };
  if (await anyAnswers(x11Addresses(x11))) return { chromiumArguments: [] };
  if (await anyAnswers(waylandAddresses(wayland, environment['XDG_RUNTIME_DIR'] ?? ''))) {
    return { chromiumArguments: ['--ozone-platform=wayland'] };
  }
  const named = [x11 && `DISPLAY names ${x11}`, wayland && `WAYLAND_DISPLAY names ${wayland}`].filter(
    Boolean,
  );
  return { none: `There is no display here (${named.join(', ')}, where nothing answers).` };
}

/** `[host]:number[.screen]`, as X11 writes it; a display without a host has a socket of this computer. */
function x11Addresses(name: string): NetConnectOpts[] {
  const [, host, number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(name) ?? [];
  if (host === undefined || number === undefined) return [];
  if (host !== '' && host !== 'unix') return [{ host, port: 6000 + Number(number) }];
  const socket = `/tmp/.X11-unix/X${number}`;
  // Linux has a second name for it, which needs no file and so works inside containers.
  return [{ path: socket }, { path: `\0${socket}` }];
}

function waylandAddresses(name: string, folder: string): NetConnectOpts[] {
  return name === '' || (folder === '' && !path.isAbsolute(name))
    ? []
    : [{ path: path.resolve(folder, name) }];
}

async function anyAnswers(addresses: readonly NetConnectOpts[]): Promise<boolean> {
  return (await Promise.all(addresses.map(answers))).includes(true);
}

function answers(address: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ ...address, timeout: ANSWER_MS });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
