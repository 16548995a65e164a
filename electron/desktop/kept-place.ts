/** The screen that was shown last in the main window, kept beside the library's folder for the next start. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import * as z from 'zod';
import { type KeptPlace, keptPlaceSchema } from '../../shared/contract/kept-place.ts';
import { forgetSetting, keepSetting } from './kept-settings.ts';

const storedSchema = z.strictObject({ library: z.string(), place: keptPlaceSchema });

const file = () => path.join(app.getPath('userData'), 'place.json');

/**
 * Forgets it besides: the page keeps it anew once it is shown. A document that ends the window as it is drawn would
 * otherwise do so at every start.
 * @param library the folder of the library; a place of another one is none.
 * @returns null: the list of documents.
 */
export function takeKeptPlace(library: string): KeptPlace | null {
  try {
    const stored = storedSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
    forgetSetting(file());
    return stored.library === library ? stored.place : null;
  } catch {
    return null;
  }
}

export function keepPlace(library: string, place: KeptPlace | null): void {
  if (place === null) forgetSetting(file());
  else keepSetting(file(), { library, place });
}
