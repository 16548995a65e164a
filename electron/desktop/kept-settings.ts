/** Small files beside the library's folder that main itself needs before there is a window. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logFault } from './log.ts';

/** Whole or not at all; what cannot be kept is only forgotten. */
export function keepSetting(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  } catch (error) {
    logFault('main', error);
  }
}

/** What cannot be forgotten is only remembered. */
export function forgetSetting(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    logFault('main', error);
  }
}
