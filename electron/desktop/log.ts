/** The local log: unexpected faults with their stacks, never words of a document. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

const MAX_BYTES = 1_000_000;

function logFile(): string {
  return path.join(app.getPath('userData'), 'logs', 'despatch.log');
}

/** @param source which process: main, library, extractor, window. */
export function logFault(source: string, fault: unknown): void {
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  if (words.trim() === '') return;
  const line = `${new Date().toISOString()} ${source}: ${words.trimEnd()}\n`;
  process.stderr.write(line);
  try {
    const file = logFile();
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.old`);
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // A full disk must not turn a fault into two.
  }
}
