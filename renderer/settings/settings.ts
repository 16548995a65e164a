/** How the window looks to this person on this machine. */
import { useSyncExternalStore } from 'react';
import * as z from 'zod';
import type { ColourScheme, DesktopApi } from '../../shared/contract/desktop.ts';

export const themes = ['system', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type Theme = (typeof themes)[number];
const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];
/** Sizes of the whole interface; the sheet has its own zoom besides. */
export const scales = [0.9, 1, 1.1, 1.25, 1.5] as const;

/** Where a start leads: to what was open last, or to the list of documents. */
const starts = ['place', 'list'] as const;
export type Start = (typeof starts)[number];

const settingsSchema = z.object({
  theme: z.enum(themes).catch('system'),
  density: z.enum(densities).catch('comfortable'),
  scale: z.number().min(0.8).max(2).catch(1),
  start: z.enum(starts).catch('place'),
});
export type Settings = z.infer<typeof settingsSchema>;

const NAME = 'settings';
let settings = settingsSchema.parse({});
let desktop: Pick<DesktopApi, 'setColourScheme' | 'setScale'> | null = null;
const listeners = new Set<() => void>();

/** Before anything is drawn, so that no window flashes in the wrong colours. */
export function startSettings(api: Pick<DesktopApi, 'setColourScheme' | 'setScale'>): void {
  desktop = api;
  settings = settingsSchema.parse(stored());
  wantsContrast().addEventListener('change', apply);
  apply();
}

function wantsContrast(): MediaQueryList {
  return matchMedia('(prefers-contrast: more)');
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  localStorage.setItem(NAME, JSON.stringify(settings));
  apply();
  for (const listener of listeners) listener();
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => settings);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): unknown {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const schemes: Readonly<Record<Theme, ColourScheme>> = {
  system: 'system',
  light: 'light',
  dark: 'dark',
  'contrast-light': 'light',
  'contrast-dark': 'dark',
};

function apply(): void {
  const { theme, density, scale } = settings;
  const { dataset } = document.documentElement;
  dataset['scheme'] = schemes[theme];
  const asked = theme.startsWith('contrast') || (theme === 'system' && wantsContrast().matches);
  dataset['contrast'] = asked ? 'more' : 'usual';
  dataset['density'] = density;
  desktop?.setColourScheme(schemes[theme]);
  desktop?.setScale(scale);
}
