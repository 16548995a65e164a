/** Files a person chose. The window knows tokens; paths come from main (or the command line) alone. */
import { DespatchError } from '../../shared/contract/errors.ts';

export type FileUse = 'read' | 'write';

export interface Grants {
  give(grant: string, file: string, use: FileUse): void;
  /** @throws DespatchError `grant.unknown`, also for a file granted for the other use. */
  fileOf(grant: string, use: FileUse): string;
}

export function createGrants(): Grants {
  const files = new Map<string, string>();
  const key = (grant: string, use: FileUse) => `${use} ${grant}`;
  return {
    give: (grant, file, use) => {
      files.set(key(grant, use), file);
    },
    fileOf: (grant, use) => {
      const file = files.get(key(grant, use));
      if (file === undefined) throw new DespatchError('grant.unknown');
      return file;
    },
  };
}
