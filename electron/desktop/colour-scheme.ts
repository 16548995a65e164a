/** Light or dark as a person chose it, kept here too, so that the window has its ground before the page paints. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import * as z from 'zod';
import { type ColourScheme, colourSchemes } from '../../shared/contract/desktop.ts';
import { keepSetting } from './kept-settings.ts';

/** As in `renderer/ui/tokens.css`. */
const GROUND = { light: '#f3f3f0', dark: '#16171a' };

const file = () => path.join(app.getPath('userData'), 'colour-scheme.json');

export function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}

/** Before the first window. */
export function startColourScheme(): void {
  try {
    nativeTheme.themeSource = z.enum(colourSchemes).parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    // Never chosen, or not readable: the system decides.
  }
}

export function chooseColourScheme(scheme: ColourScheme, window: BrowserWindow | null): void {
  if (scheme === nativeTheme.themeSource) return;
  nativeTheme.themeSource = scheme;
  window?.setBackgroundColor(groundColour());
  keepSetting(file(), scheme);
}
