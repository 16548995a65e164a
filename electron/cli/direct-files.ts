/**
 * The part of `node:fs/promises` that we use, done at once in this thread. The bundled command line has it in that
 * module's place (`scripts/bundle/targets.ts`): a process that does nothing else gains nothing from handing each call
 * to another thread and being woken by it, and some sixty such calls took 9 ms of `convert`.
 */
import * as fs from 'node:fs';

/** Failures are rejections, as there. */
function later<Given extends unknown[], Result>(
  call: (...given: Given) => Result,
): (...given: Given) => Promise<Result> {
  return async (...given) => call(...given);
}

export const access = later(fs.accessSync);
export const chmod = later(fs.chmodSync);
export const copyFile = later(fs.copyFileSync);
export const link = later(fs.linkSync);
export const readFile = later((file: string, encoding?: BufferEncoding) => fs.readFileSync(file, encoding));
export const realpath = later((file: string) => fs.realpathSync.native(file));
export const rename = later(fs.renameSync);
export const rm = later(fs.rmSync);
export const stat = later((file: string) => fs.statSync(file));
export const unlink = later(fs.unlinkSync);

export const open = later((file: string, flags: string) => {
  const descriptor = fs.openSync(file, flags);
  return {
    chmod: later((mode: number) => fs.fchmodSync(descriptor, mode)),
    close: later(() => fs.closeSync(descriptor)),
    read: later((buffer: Buffer, offset: number, length: number, position: number) => ({
      bytesRead: fs.readSync(descriptor, buffer, offset, length, position),
    })),
    stat: later(() => fs.fstatSync(descriptor)),
    sync: later(() => fs.fsyncSync(descriptor)),
    writeFile: async (content: Uint8Array | AsyncIterable<Uint8Array>) => {
      if (content instanceof Uint8Array) fs.writeFileSync(descriptor, content);
      else for await (const bytes of content) fs.writeFileSync(descriptor, bytes);
    },
  };
});
