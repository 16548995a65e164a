/** What features add to the settings, a line for each; what they are stands in their own folders. */
import type { ComponentType } from 'react';

interface SettingsSection {
  /** Its heading. */
  readonly name: string;
  readonly Section: ComponentType;
}

export const settingsSections: readonly SettingsSection[] = [];
