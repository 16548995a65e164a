/** What features add to the settings, a line for each; what they are stands in their own folders. */
import type { ComponentType } from 'react';
import { CommentSettings } from '../comments/settings-section.tsx';

interface SettingsSection {
  /** Its heading. */
  readonly name: string;
  readonly Section: ComponentType;
}

export const settingsSections: readonly SettingsSection[] = [{ name: 'Comments', Section: CommentSettings }];
