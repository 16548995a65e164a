/** Files that a person chose in a native dialog. The window holds tokens; what they stand for stays here. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { GrantedFile } from '../../shared/contract/desktop.ts';

export type GrantUse = 'read' | 'write';

export interface Grant {
  readonly grant: string;
  readonly file: string;
  readonly use: GrantUse;
}

export class Grants {
  readonly #grants = new Map<string, Grant>();
  readonly #tell: (grant: Grant) => Promise<void>;

  /** @param tell makes the grant known to the library, before the window can use it. */
  constructor(tell: (grant: Grant) => Promise<void>) {
    this.#tell = tell;
  }

  async give(file: string, use: GrantUse): Promise<GrantedFile> {
    const grant = { grant: randomUUID(), file, use };
    this.#grants.set(grant.grant, grant);
    await this.#tell(grant);
    return { grant: grant.grant, name: path.basename(file) };
  }

  /** The file of an export, or null: a token is worth only what it was given for. */
  exported(grant: string): string | null {
    const found = this.#grants.get(grant);
    return found?.use === 'write' ? found.file : null;
  }

  /** A library process that was started afresh knows none of them. */
  async tellAgain(): Promise<void> {
    for (const grant of this.#grants.values()) await this.#tell(grant);
  }
}
