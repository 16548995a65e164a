/** Every migration in order. A row that has been released is frozen: later changes are new rows. */
import type { Migration } from '../migrate.ts';
import { documents } from './0001-documents.ts';
import { structuredEditor } from './0002-structured-editor.ts';
import { evidence } from './0003-evidence.ts';
import { meetings } from './0004-meetings.ts';

export const migrations: readonly Migration[] = [documents, structuredEditor, evidence, meetings];
