/** `npm start`: the application on a sample library, or its main job where there is no display. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBundle } from './bundle/ensure.ts';
import { despatch, type ImportSaid, sampleDocuments, seedDocuments } from './lib/command-line.ts';
import { findDisplay } from './lib/find-display.ts';
import { repository } from './lib/repository.ts';
import { ensureSampleLibrary } from './lib/sample-library.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { sandboxArguments } from './runtime/sandbox.ts';

const out = path.join(repository, 'out');
mkdirSync(out, { recursive: true });
try {
  await ensureBundle('electron');
  const display = await findDisplay();
  process.exitCode =
    'none' in display ? await workWithoutWindow(display.none) : await openWindow(display.chromiumArguments);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function openWindow(chromiumArguments: readonly string[]): Promise<number> {
  await ensureBundle('renderer');
  const runtime = await resolveRuntime();
  const library = path.join(out, 'library');
  await ensureSampleLibrary(library);
  console.log(`Library: ${library}`);
  const args = [
    ...runtime.appArguments,
    ...(await sandboxArguments(runtime)),
    ...chromiumArguments,
    `--user-data-dir=${path.join(out, 'settings')}`,
    `--library=${library}`,
  ];
  const env =
    runtime.nativeBinding === null
      ? process.env
      : { ...process.env, DESPATCH_NATIVE_BINDING: runtime.nativeBinding };
  const child = spawn(runtime.executable, args, { stdio: 'inherit', env });
  // The application ends in its own time, after its last save; this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function workWithoutWindow(reason: string): Promise<number> {
  console.log(`${reason} So no window can open.`);
  console.log('Doing the same work without one: import, check, export.');
  // Its own, because two of these may run at once.
  const library = mkdtempSync(path.join(tmpdir(), 'despatch-without-window-'));
  try {
    await importCheckExport(library);
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
  return 0;
}

async function importCheckExport(library: string): Promise<void> {
  for (const { name, file } of [...sampleDocuments, ...seedDocuments()]) {
    const imported = await despatch<ImportSaid>('import', file, '--library', library);
    const at = ['--library', library];
    const findings = await despatch<unknown[]>('check', imported.documentId, ...at);
    const target = path.join(out, name);
    await despatch(
      'export',
      imported.documentId,
      '--docx',
      `${target}.docx`,
      '--pdf',
      `${target}.pdf`,
      ...at,
    );
    console.log(
      `\n${imported.title}\n` +
        `  ${imported.kind} from ${file}\n` +
        `  ${count(imported.report, 'line')} to look at in the import report, ${count(findings, 'finding')}\n` +
        `  Word  ${target}.docx\n` +
        `  PDF   ${target}.pdf`,
    );
  }
}

function count(rows: readonly unknown[], noun: string): string {
  return `${rows.length} ${noun}${rows.length === 1 ? '' : 's'}`;
}
