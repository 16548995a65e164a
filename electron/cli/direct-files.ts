/**
 * The part of `node:fs/promises` that we use, done at once in this thread. The bundled command line has it in that
 * module's place (`scripts/bundle/targets.ts`): a process that does nothing else gains nothing from handing each call
 * to another thread and being woken by it, and some sixty such calls took 9 ms of `convert`.
 */
import {
  accessSync,
  chmodSync,
  closeSync,
  copyFileSync,
  fchmodSync,
  fstatSync,
  fsync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { promisify } from 'node:util';

/** Failures are rejections, as there. */
function later<Given extends unknown[], Result>(
  call: (...given: Given) => Result,
): (...given: Given) => Promise<Result> {
  return async (...given) => call(...given);
}

export const access = later(accessSync);
export const chmod = later(chmodSync);
export const copyFile = later(copyFileSync);
export const link = later(linkSync);
export const readFile = later((file: string, encoding?: BufferEncoding) => readFileSync(file, encoding));
export const realpath = later((file: string) => realpathSync.native(file));
export const rename = later(renameSync);
export const rm = later(rmSync);
export const stat = later((file: string) => statSync(file));
export const unlink = later(unlinkSync);

export const open = later((file: string, flags: string) => {
  const descriptor = openSync(file, flags);
  return {
    chmod: later((mode: number) => fchmodSync(descriptor, mode)),
    close: later(() => closeSync(descriptor)),
    read: later((buffer: Buffer, offset: number, length: number, position: number) => ({
      bytesRead: readSync(descriptor, buffer, offset, length, position),
    })),
    stat: later(() => fstatSync(descriptor)),
    // In another thread after all: the disk then takes two files at once, which took 1 ms instead of 4.
    sync: promisify((done: (error: Error | null) => void) => fsync(descriptor, done)),
    writeFile: async (content: Uint8Array | AsyncIterable<Uint8Array>) => {
      if (content instanceof Uint8Array) writeFileSync(descriptor, content);
      else for await (const bytes of content) writeFileSync(descriptor, bytes);
    },
  };
});
