/** Starts the real application in the real runtime, for tests, pictures and measurements alike. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { ensureBundle } from '../bundle/ensure.ts';
import { resolveRuntime } from '../runtime/resolve.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sandboxArguments } from '../runtime/sandbox.ts';
import { type Display, ensureDisplay } from './display.ts';

export interface Desk {
  readonly runtime: Runtime;
  /** An empty folder for whatever a test makes; gone with the desk. */
  readonly folder: string;
  /** With these any program of this runtime opens a window here. */
  readonly environment: Record<string, string>;
  readonly chromiumArguments: readonly string[];
  /** Where `start` of this name keeps its library; a test may put one there before. */
  libraryOf(name: string): string;
  /** Starts the application; the same name means the same library and settings as before. */
  start(name?: string): Promise<Started>;
  /** Ends what is still running and removes the folder. */
  clear(): Promise<void>;
}

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly library: string;
  /** As a person closes it; resolves when no process of it is left. */
  close(): Promise<void>;
  /** As a power cut ends it. */
  kill(): Promise<void>;
}

/** Builds what is stale, finds a runtime and a display. */
export async function setUpDesk(): Promise<Desk> {
  await Promise.all([ensureBundle('electron'), ensureBundle('renderer')]);
  const runtime = await resolveRuntime();
  const display = await ensureDisplay();
  const chromiumArguments = [...(await sandboxArguments(runtime)), ...display.chromiumArguments];
  const folder = mkdtempSync(path.join(tmpdir(), 'despatch-'));
  const environment = environmentFor(display, runtime);
  const running = new Set<Started>();
  const libraryOf = (name: string) => path.join(folder, name, 'library');
  return {
    runtime,
    folder,
    environment,
    chromiumArguments,
    libraryOf,
    async start(name = 'desk') {
      const library = libraryOf(name);
      const app = await _electron.launch({
        executablePath: runtime.executable,
        args: [
          ...runtime.appArguments,
          ...chromiumArguments,
          `--user-data-dir=${path.join(folder, name, 'settings')}`,
          `--library=${library}`,
        ],
        env: environment,
      });
      const child = app.process();
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const started: Started = {
        app,
        page: await app.firstWindow(),
        library,
        async close() {
          await app.close();
          await gone;
          running.delete(started);
        },
        async kill() {
          child.kill('SIGKILL');
          await gone;
          running.delete(started);
        },
      };
      running.add(started);
      return started;
    },
    async clear() {
      for (const started of running) await started.kill();
      await display.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function environmentFor(display: Display, runtime: Runtime): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    ...display.env,
    ...(runtime.nativeBinding === null ? {} : { DESPATCH_NATIVE_BINDING: runtime.nativeBinding }),
  };
}
