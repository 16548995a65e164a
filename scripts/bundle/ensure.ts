/** Builds a half of the bundle when its sources are newer than it. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, repository } from '../lib/repository.ts';
import { type Target, targets } from './targets.ts';

const distFolder = path.join(repository, 'dist');
const stampOf = (target: Target) => path.join(distFolder, target.name, '.stamp');

/** @returns true when something had to be built. */
export async function ensureBundle(name: Target['name'], options = { force: false }): Promise<boolean> {
  const target = targets[name];
  if (!options.force && isFresh(target)) return false;
  const started = new Date();
  const building = path.join(cacheFolder, `build-${name}-${process.pid}`);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    await target.build(building);
    const stamp = path.join(building, '.stamp');
    writeFileSync(stamp, '');
    // Sources edited while the build ran must make it stale.
    utimesSync(stamp, started, started);
    swapIn(building, path.join(distFolder, name));
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return true;
}

function isFresh(target: Target): boolean {
  const built = modified(stampOf(target));
  return built > 0 && target.sources.every((source) => newest(path.join(repository, source)) <= built);
}

/** Latest change under a path, in ms; folders count too, because a deletion changes nothing else. */
function newest(entry: string): number {
  let latest = modified(entry);
  if (latest === 0 || !statSync(entry).isDirectory()) return latest;
  for (const child of readdirSync(entry, { recursive: true }) as string[]) {
    latest = Math.max(latest, modified(path.join(entry, child)));
  }
  return latest;
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Replaces a folder in one step for readers; of two builds that end together, the later one stays. */
function swapIn(fresh: string, place: string): void {
  mkdirSync(path.dirname(place), { recursive: true });
  const old = path.join(cacheFolder, `old-${path.basename(place)}-${process.pid}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (modified(place) > 0) renameSync(place, old);
      renameSync(fresh, place);
      break;
    } catch (error) {
      if (attempt === 10) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}
