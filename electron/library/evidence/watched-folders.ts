/** Folders whose files become sources by themselves. */
import path from 'node:path';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { WatchedFolderRow } from '../db/intake-repository.ts';
import type { Services } from '../handlers.ts';

type WatchedFolder = CallOutput<'evidence.watch'>;

export class WatchedFolders {
  readonly #services: Services;
  readonly #problems = new Map<string, string>();

  constructor(services: Services) {
    this.#services = services;
  }

  list(): WatchedFolder[] {
    return this.#services
      .store()
      .read(({ intake }) => intake.folders())
      .map((row) => this.#shown(row));
  }

  /** A folder that is watched already stays as it is. */
  add(folder: string): WatchedFolder {
    const { store, mint, now, evidenceNews } = this.#services;
    const row = store().write(({ intake }) => {
      const there = intake.folders().find((one) => one.path === folder);
      if (there) return there;
      const added = { id: mint(), path: folder, addedAt: now().toISOString() };
      intake.insertFolder(added);
      return added;
    });
    evidenceNews.changed();
    return this.#shown(row);
  }

  /** Its sources stay. */
  remove(folderId: string): void {
    const { store, evidenceNews } = this.#services;
    if (!store().write(({ intake }) => intake.deleteFolder(folderId))) {
      throw new DespatchError('call.invalid', { reason: 'the folder is not watched' });
    }
    evidenceNews.changed();
  }

  #shown({ id, path: folder, addedAt }: WatchedFolderRow): WatchedFolder {
    return { id, name: path.basename(folder), addedAt, problem: this.#problems.get(id) ?? null };
  }
}
