/** The native file dialogs. */
import path from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { GrantedFile, MeetingFile } from '../../shared/contract/desktop.ts';
import type { ReferenceFormat } from '../../shared/contract/reference-calls.ts';
import { safeFileName, withExtension } from './file-names.ts';
import type { Grants } from './grants.ts';

export type ExportFormat = 'docx' | 'pdf' | 'despatch';

const formatNames: Record<ExportFormat, string> = {
  docx: 'Word document',
  pdf: 'PDF document',
  despatch: 'Despatch file',
};
const exportTitles: Record<ExportFormat, string> = {
  docx: 'Export to Word',
  pdf: 'Export to PDF',
  despatch: 'Export as a Despatch file',
};

const referenceFiles: Record<ReferenceFormat, { readonly name: string; readonly extension: string }> = {
  'csl-json': { name: 'CSL-JSON', extension: 'json' },
  ris: { name: 'RIS', extension: 'ris' },
  bibtex: { name: 'BibTeX', extension: 'bib' },
};

const meetingTargets: Record<
  MeetingFile,
  { readonly title: string; readonly name: string; readonly extension: string }
> = {
  pack: { title: 'Save the pack', name: 'PDF document', extension: 'pdf' },
  proof: { title: 'Save the proof', name: 'Proof report (JSON)', extension: 'json' },
  calendar: { title: 'Save the dates', name: 'Calendar file', extension: 'ics' },
};

const evidenceExtensions = [
  ...['pdf', 'docx', 'odt', 'rtf', 'html', 'htm', 'md', 'markdown', 'txt', 'csv', 'xlsx', 'eml', 'msg'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp'],
];

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

  async chooseStyleFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Add a citation style',
      buttonLabel: 'Add',
      filters: [
        { name: 'Citation styles', extensions: ['csl'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async chooseReferencesFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Import references',
      buttonLabel: 'Import',
      filters: [
        { name: 'References', extensions: ['ris', 'bib', 'bibtex', 'json', 'txt'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async chooseImportFile(window: BrowserWindow): Promise<GrantedFile | null> {
    return this.#chooseFile(window, {
      title: 'Import a brief or report',
      buttonLabel: 'Import',
      filters: [
        { name: 'Briefs and reports', extensions: ['docx', 'txt', 'md', 'markdown', 'despatch'] },
        { name: 'Despatch file', extensions: ['despatch'] },
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

  async chooseEvidenceFiles(window: BrowserWindow): Promise<readonly GrantedFile[]> {
    return this.#chooseFiles(window, {
      title: 'Add evidence',
      buttonLabel: 'Add',
      filters: [
        { name: 'Documents, tables, e-mails and pictures', extensions: evidenceExtensions },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async choosePaperFiles(window: BrowserWindow): Promise<readonly GrantedFile[]> {
    return this.#chooseFiles(window, {
      title: 'Add papers',
      buttonLabel: 'Add',
      filters: [
        {
          name: 'PDF, Word, text and Despatch files',
          extensions: ['pdf', 'docx', 'txt', 'md', 'markdown', 'despatch'],
        },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  }

  async #chooseFiles(window: BrowserWindow, asked: OpenDialogOptions): Promise<readonly GrantedFile[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...asked,
      ...this.#inLastFolder(),
      properties: ['openFile', 'multiSelections'],
    });
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    this.#folder = path.dirname(first);
    return Promise.all(filePaths.map((file) => this.#grants.give(file, 'read')));
  }

  async chooseEvidenceFolder(window: BrowserWindow): Promise<GrantedFile | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Watch a folder for evidence',
      buttonLabel: 'Watch this folder',
      ...this.#inLastFolder(),
      properties: ['openDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return null;
    this.#folder = folder;
    return this.#grants.give(folder, 'read');
  }

  async chooseOriginalFile(window: BrowserWindow, suggestedName: string): Promise<GrantedFile | null> {
    // The name came with a foreign file; an ending that is none is not worth keeping.
    const extension = /\.[a-z0-9]{1,10}$/i.exec(suggestedName)?.[0] ?? '.bin';
    const folder = this.#folder ?? app.getPath('documents');
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'Save the original',
      buttonLabel: 'Save',
      defaultPath: path.join(folder, safeFileName(suggestedName, extension.slice(1).toLowerCase())),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    this.#folder = path.dirname(filePath);
    return this.#grants.give(filePath, 'write');
  }

  #inLastFolder(): Pick<OpenDialogOptions, 'defaultPath'> {
    return this.#folder === null ? {} : { defaultPath: this.#folder };
  }

  async #chooseFile(window: BrowserWindow, asked: OpenDialogOptions): Promise<GrantedFile | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...asked,
      ...this.#inLastFolder(),
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
    return this.#chooseTarget(window, suggestedName, {
      title: exportTitles[format],
      name: formatNames[format],
      extension: format,
    });
  }

  async chooseMeetingTarget(
    window: BrowserWindow,
    file: MeetingFile,
    suggestedName: string,
  ): Promise<GrantedFile | null> {
    return this.#chooseTarget(window, suggestedName, { ...meetingTargets[file], button: 'Save' });
  }

  async chooseReferencesTarget(
    window: BrowserWindow,
    format: ReferenceFormat,
    suggestedName: string,
  ): Promise<GrantedFile | null> {
    return this.#chooseTarget(window, suggestedName, {
      title: 'Export references',
      ...referenceFiles[format],
    });
  }

  async #chooseTarget(
    window: BrowserWindow,
    suggestedName: string,
    {
      title,
      name,
      extension,
      button = 'Export',
    }: { title: string; name: string; extension: string; button?: string },
  ): Promise<GrantedFile | null> {
    const folder = this.#folder ?? app.getPath('documents');
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      buttonLabel: button,
      defaultPath: path.join(folder, safeFileName(suggestedName, extension)),
      filters: [{ name, extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    this.#folder = path.dirname(filePath);
    return this.#grants.give(withExtension(filePath, extension), 'write');
  }
}
