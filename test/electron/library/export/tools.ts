/** The checkers that stand beside the project, and reading back what was written with other programs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../../../scratch-folder.ts';

const tools = path.resolve(import.meta.dirname, '../../../../../shared/tools');
const validateDocx = path.join(tools, 'validate-docx');
const checkPdf = path.join(tools, 'check-pdf');

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}
/** Both print why a test was skipped where a tool is missing. */
export const canValidateDocx = existsSync(validateDocx) && runs('xmllint', '--version');
export const canCheckPdf = existsSync(checkPdf) && runs('qpdf', '--version') && runs('mutool', '-v');
export const canReadPdf = runs('pdftotext', '-v');
export const canConvertWord = runs('soffice', '--version');

function temporaryFile(name: string, bytes: Uint8Array): string {
  const file = path.join(scratchFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

/** What `validate-docx` says of a file: its own exit code and words. */
export function validate(bytes: Uint8Array): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [validateDocx, temporaryFile('a.docx', bytes)],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

export function checkAccessible(bytes: Uint8Array): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [checkPdf, '--ua', temporaryFile('a.pdf', bytes)],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

/** The text of a PDF as poppler reads it, line by line as laid out. */
export function pdfText(bytes: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-layout', temporaryFile('a.pdf', bytes), '-'], {
    encoding: 'utf8',
  });
  return stdout;
}

/** How high each word stands on its page, in points, with where from its top; a line of Arimo is 1.117 of its size. */
export function wordHeights(bytes: Uint8Array): { readonly top: number; readonly height: number }[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', temporaryFile('a.pdf', bytes), '-'], {
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)].map(([, top, bottom]) => ({
    top: Number(top),
    height: Number(bottom) - Number(top),
  }));
}

/** The text of Word files as LibreOffice reads them, numbers and fields made by itself. */
export function wordTexts(files: readonly Uint8Array[]): string[] {
  const folder = scratchFolder();
  const names = files.map((_, at) => path.join(folder, `${at}.docx`));
  for (const [at, name] of names.entries()) writeFileSync(name, files[at] ?? Buffer.of());
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const asText = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
  spawnSync('soffice', [profile, ...asText, ...names]);
  return names.map((name) => readFileSync(name.replace(/docx$/, 'txt'), 'utf8'));
}
