/** What the sheet can do beyond writing in blocks: one line a feature, each in a folder of its own. */
import { registerDragging } from './dragging/register-dragging.ts';
import type { EditorFeature } from './feature-context.ts';
import { registerKeepCaret } from './keep-caret.ts';
import { registerReferences } from './references/register-references.ts';
import { registerSlash } from './slash/register-slash.ts';

export const editorFeatures: readonly EditorFeature[] = [
  registerKeepCaret,
  registerDragging,
  registerSlash,
  registerReferences,
];
