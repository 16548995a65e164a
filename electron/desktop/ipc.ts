/** The calls of the preload script: who asks and what is asked are checked before anything is done. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import * as z from 'zod';
import {
  type ColourScheme,
  colourSchemes,
  editActions,
  type MenuLists,
  meetingFiles,
  type WindowState,
} from '../../shared/contract/desktop.ts';
import { DespatchError, type ErrorData } from '../../shared/contract/errors.ts';
import { type KeptPlace, keptPlaceSchema } from '../../shared/contract/kept-place.ts';
import { referenceFormats } from '../../shared/contract/reference-calls.ts';
import { type Bearing, bearings, documentKinds } from '../../shared/document/schema.ts';
import { type ReaderRequest, readerRequestSchema } from '../../shared/evidence/reader-request.ts';
import { type TakenPassage, takenPassageSchema } from '../../shared/evidence/taken.ts';
import { ORIGIN } from './address.ts';
import { channels } from './channels.ts';
import type { FileDialogs } from './dialogs.ts';
import { grantDropped, MOST_FILES } from './dropped.ts';
import type { Grants } from './grants.ts';
import type { PassageAnswer } from './handed-passages.ts';
import { logFault } from './log.ts';

const format = z.enum(['docx', 'pdf', 'despatch']);
const grant = z.string().min(1).max(200);

const windowStateSchema: z.ZodType<WindowState> = z.strictObject({
  title: z.string().max(1000),
  saved: z.boolean(),
  documentOpen: z.boolean(),
  documentKind: z.enum(documentKinds).nullable(),
  meetingOpen: z.boolean().optional(),
});

const words = z.string().max(1000);
const menuListsSchema: z.ZodType<MenuLists> = z.strictObject({
  recent: z.array(z.strictObject({ id: words, title: words })).max(20),
  insert: z
    .array(z.array(z.strictObject({ id: words, name: words, keys: words.nullable() })).max(100))
    .max(20),
});

const closeAnswerSchema = z.strictObject({
  request: z.number().int(),
  reason: z.string().max(2000).nullable(),
});
export type CloseAnswer = z.infer<typeof closeAnswerSchema>;

const passageAnswerSchema: z.ZodType<PassageAnswer> = z.strictObject({
  request: z.number().int(),
  taken: z.boolean(),
});

export interface IpcParts {
  readonly window: () => BrowserWindow | null;
  /** Windows of sources, which may ask for far less. */
  readonly readers: () => readonly BrowserWindow[];
  readonly dialogs: FileDialogs;
  readonly grants: Grants;
  onWindowState(state: WindowState): void;
  onKeptPlace(place: KeptPlace | null): void;
  onMenuLists(lists: MenuLists): void;
  onColourScheme(scheme: ColourScheme): void;
  onCloseAnswer(answer: CloseAnswer): void;
  onOpenReader(request: ReaderRequest): void;
  /** @returns whether a document took the words. */
  onHandedPassage(taken: TakenPassage, bearing: Bearing): Promise<boolean>;
  onPassageAnswer(answer: PassageAnswer): void;
}

export function serveWindowCalls(parts: IpcParts): void {
  const { dialogs, grants } = parts;
  answer(parts, channels.chooseImportFile, z.tuple([]), (window) => dialogs.chooseImportFile(window));
  answer(parts, channels.chooseImageFile, z.tuple([]), (window) => dialogs.chooseImageFile(window));
  answer(parts, channels.chooseTemplateFile, z.tuple([]), (window) => dialogs.chooseTemplateFile(window));
  answer(parts, channels.chooseStyleFile, z.tuple([]), (window) => dialogs.chooseStyleFile(window));
  answer(parts, channels.chooseEvidenceFiles, z.tuple([]), (window) => dialogs.chooseEvidenceFiles(window));
  answer(parts, channels.chooseEvidenceFolder, z.tuple([]), (window) => dialogs.chooseEvidenceFolder(window));
  answer(parts, channels.choosePaperFiles, z.tuple([]), (window) => dialogs.choosePaperFiles(window));
  answer(
    parts,
    channels.chooseMeetingTarget,
    z.tuple([z.enum(meetingFiles), z.string().max(1000)]),
    (window, [file, suggestedName]) => dialogs.chooseMeetingTarget(window, file, suggestedName),
  );
  answer(parts, channels.chooseOriginalFile, z.tuple([z.string().max(1000)]), (window, [suggestedName]) =>
    dialogs.chooseOriginalFile(window, suggestedName),
  );
  answer(
    parts,
    channels.grantDropped,
    z.tuple([z.array(z.string().max(32_768)).max(MOST_FILES)]),
    (_window, [paths]) => grantDropped(grants, paths),
  );
  answer(parts, channels.chooseReferencesFile, z.tuple([]), (window) => dialogs.chooseReferencesFile(window));
  answer(
    parts,
    channels.chooseReferencesTarget,
    z.tuple([z.enum(referenceFormats), z.string().max(1000)]),
    (window, [wanted, suggestedName]) => dialogs.chooseReferencesTarget(window, wanted, suggestedName),
  );
  answer(
    parts,
    channels.chooseExportFile,
    z.tuple([format, z.string().max(1000)]),
    (window, [wanted, suggestedName]) => dialogs.chooseExportFile(window, wanted, suggestedName),
  );
  answer(
    parts,
    channels.openExported,
    z.tuple([grant, z.enum(['open', 'reveal'])]),
    (_window, [token, how]) => openExported(grants.exported(token), how),
  );
  hear(parts, channels.windowState, windowStateSchema, parts.onWindowState);
  hear(parts, channels.keptPlace, keptPlaceSchema.nullable(), parts.onKeptPlace);
  hear(parts, channels.edit, z.enum(editActions), (action) => parts.window()?.webContents[action]());
  hear(parts, channels.menuLists, menuListsSchema, parts.onMenuLists);
  hear(parts, channels.colourScheme, z.enum(colourSchemes), parts.onColourScheme, 'any');
  hear(parts, channels.openReader, readerRequestSchema, parts.onOpenReader);
  hear(parts, channels.passageAnswer, passageAnswerSchema, parts.onPassageAnswer);
  answer(
    parts,
    channels.handPassage,
    z.tuple([takenPassageSchema, z.enum(bearings)]),
    (_window, [taken, bearing]) => parts.onHandedPassage(taken, bearing),
    'readers',
  );
  hear(parts, channels.closeAnswer, closeAnswerSchema, parts.onCloseAnswer);
}

async function openExported(file: string | null, how: 'open' | 'reveal'): Promise<ErrorData | null> {
  if (file === null) return { code: 'grant.unknown', details: {} };
  const name = path.basename(file);
  if (!existsSync(file)) return { code: 'export.moved', details: { file: name } };
  if (how === 'reveal') {
    shell.showItemInFolder(file);
    return null;
  }
  const reason = await shell.openPath(file);
  return reason === '' ? null : { code: 'export.notOpened', details: { file: name, reason } };
}

function answer<Input>(
  parts: IpcParts,
  channel: string,
  schema: z.ZodType<Input>,
  serve: (window: BrowserWindow, input: Input) => Promise<unknown>,
  from: From = 'main',
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    const window = senderOf(parts, event, from);
    const input = schema.safeParse(args);
    if (window === null || !input.success) {
      logFault(
        'main',
        `Refused a call of ${channel} from ${event.senderFrame?.url ?? 'a frame that is gone'}.`,
      );
      throw new DespatchError('call.invalid', { reason: channel });
    }
    return serve(window, input.data);
  });
}

function hear<Input>(
  parts: IpcParts,
  channel: string,
  schema: z.ZodType<Input>,
  serve: (input: Input) => void,
  from: From = 'main',
): void {
  ipcMain.on(channel, (event, message: unknown) => {
    const input = schema.safeParse(message);
    if (senderOf(parts, event, from) !== null && input.success) serve(input.data);
    else logFault('main', `Refused a message on ${channel}.`);
  });
}

/** Which windows may ask. */
type From = 'main' | 'readers' | 'any';

/** The window that asks, if it is one of those that may. */
function senderOf(
  { window, readers }: Pick<IpcParts, 'window' | 'readers'>,
  event: IpcMainEvent | IpcMainInvokeEvent,
  from: From,
): BrowserWindow | null {
  const main = from === 'readers' ? null : window();
  const others = from === 'main' ? [] : readers();
  return [...(main ? [main] : []), ...others].find((each) => isOurPage(event, each)) ?? null;
}

function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    !window.isDestroyed() &&
    frame === window.webContents.mainFrame &&
    new URL(frame.url).href.startsWith(`${ORIGIN}/`)
  );
}
