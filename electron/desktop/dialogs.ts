/** The native file dialogs. */
import path from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { GrantedFile } from '../../shared/contract/desktop.ts';
import { safeFileName, withExtension } from './file-names.ts';
import type { Grants } from './grants.ts';

export type ExportFormat = 'docx' | 'pdf';

const formatNames: Record<ExportFormat, string> = { docx: 'Word document', pdf: 'PDF document' };

export class FileDialogs {
  readonly #grants: Grants;
  /** Where the last file was; null before the first, when the system's own memory decides. */
  #folder: string | null = null;

  constructor(grants: Grants) {
    this.#grants = grants;
  }

  async chooseTemplateFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Add a template',
      buttonLabel: 'Add',
      filters: [
        { name: 'Despatch templates', extensions: ['despatch-template.json', 'json'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async chooseImportFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Import a brief or report',
      buttonLabel: 'Import',
      filters: [
        { name: 'Briefs and reports', extensions: ['docx', 'txt', 'md', 'markdown'] },
        { name: 'Word document', extensions: ['docx'] },
        { name: 'Text and Markdown', extensions: ['txt', 'md', 'markdown'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async chooseImageFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Insert a picture',
      buttonLabel: 'Insert',
      filters: [
        { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async #chooseFile(window: BrowserWindow, asked: OpenDialogOptions): Promise<GrantedFile | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...asked,
      ...(this.#folder === null ? {} : { defaultPath: this.#folder }),
      properties: ['openFile'],
    });
    const [file] = filePaths;
    if (canceled || file === undefined) return null;
    this.#folder = path.dirname(file);
    return this.#grants.give(file, 'read');
  }

  async chooseExportFile(
    window: BrowserWindow,
    format: ExportFormat,
    suggestedName: string,
  ): Promise<GrantedFile | null> {
    const folder = this.#folder ?? app.getPath('documents');
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: format === 'docx' ? 'Export to Word' : 'Export to PDF',
      buttonLabel: 'Export',
      defaultPath: path.join(folder, safeFileName(suggestedName, format)),
      filters: [{ name: formatNames[format], extensions: [format] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    this.#folder = path.dirname(filePath);
    return this.#grants.give(withExtension(filePath, format), 'write');
  }
}
