/** Where the window stood last time, unless that screen is gone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import * as z from 'zod';
import { keepSetting } from './kept-settings.ts';

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 600;
const FIRST_WIDTH = 1440;
const FIRST_HEIGHT = 900;
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

function file(): string {
  return path.join(app.getPath('userData'), 'window.json');
}

/** Bounds for a new window; without x and y it is centred. */
export function startBounds(): Partial<Rectangle> & { maximised: boolean } {
  const stored = read();
  if (stored !== null && isWithinReach(stored)) {
    return {
      ...stored,
      width: Math.max(stored.width, MIN_WIDTH),
      height: Math.max(stored.height, MIN_HEIGHT),
    };
  }
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return { width: Math.min(width, FIRST_WIDTH), height: Math.min(height, FIRST_HEIGHT), maximised: false };
}

export function rememberBounds(window: BrowserWindow): void {
  const stored: Stored = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  keepSetting(file(), stored);
}

function read(): Stored | null {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
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
