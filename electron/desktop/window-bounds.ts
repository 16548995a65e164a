/** Where the last window of a kind stood, unless that screen is gone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import * as z from 'zod';
import { keepSetting } from './kept-settings.ts';

export type Remembered = 'main' | 'reader';
interface Size {
  readonly width: number;
  readonly height: number;
}
export const smallest: Readonly<Record<Remembered, Size>> = {
  main: { width: 960, height: 600 },
  reader: { width: 480, height: 400 },
};
const first: Readonly<Record<Remembered, Size>> = {
  main: { width: 1440, height: 900 },
  reader: { width: 900, height: 1000 },
};
const files: Readonly<Record<Remembered, string>> = { main: 'window.json', reader: 'reader-window.json' };
/** As much of the title bar as a hand needs to pull the window back. */
const GRIP = 100;

const storedSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximised: z.boolean(),
});
type Stored = z.infer<typeof storedSchema>;

function file(kind: Remembered): string {
  return path.join(app.getPath('userData'), files[kind]);
}

/** Bounds for a new window; without x and y it is centred. */
export function startBounds(kind: Remembered): Partial<Rectangle> & { maximised: boolean } {
  const stored = read(kind);
  if (stored !== null && isWithinReach(stored)) {
    return {
      ...stored,
      width: Math.max(stored.width, smallest[kind].width),
      height: Math.max(stored.height, smallest[kind].height),
    };
  }
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return {
    width: Math.min(width, first[kind].width),
    height: Math.min(height, first[kind].height),
    maximised: false,
  };
}

export function rememberBounds(kind: Remembered, window: BrowserWindow): void {
  const stored: Stored = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  keepSetting(file(kind), stored);
}

function read(kind: Remembered): Stored | null {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file(kind), 'utf8')));
  } catch {
    return null;
  }
}

function isWithinReach({ x, y, width }: Stored): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return across >= GRIP && y >= workArea.y - 1 && y < workArea.y + workArea.height - GRIP;
  });
}
