/** What the sheet can do beyond writing in blocks: one line a feature, each in a folder of its own. */
import { registerCiting } from './citing/register-citing.ts';
import { registerClipboard } from './clipboard/register-clipboard.ts';
import { registerComments } from './comments/register-comments.ts';
import { registerDragging } from './dragging/register-dragging.ts';
import { registerExempt } from './exempt/register-exempt.ts';
import type { EditorFeature } from './feature-context.ts';
import { registerFind } from './find/register-find.ts';
import { registerHighlights } from './highlights/register-highlights.ts';
import { registerPictures } from './images/register-pictures.ts';
import { registerLinks } from './inline/register-links.ts';
import { registerKeepCaret } from './keep-caret.ts';
import { registerLines } from './lines/register-lines.ts';
import { registerReferences } from './references/register-references.ts';
import { registerSlash } from './slash/register-slash.ts';
import { registerCorrections } from './spelling/register-corrections.ts';
import { registerTables } from './tables/register-tables.ts';

export const editorFeatures: readonly EditorFeature[] = [
  registerClipboard,
  registerComments,
  registerCiting,
  registerLines,
  registerExempt,
  registerKeepCaret,
  registerDragging,
  registerSlash,
  registerLinks,
  registerReferences,
  registerHighlights,
  registerFind,
  registerCorrections,
  registerTables,
  registerPictures,
];
