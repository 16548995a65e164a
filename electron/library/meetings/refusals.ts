/** The report of the proof that last refused a public pack of a meeting: kept beside the packs, to be read again and saved. */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { proofSchema } from '../../../shared/pack/proof-report.ts';
import { writeTarget } from '../export/target.ts';

const refusalSchema = z.strictObject({
  /** What the window was told, so that it can be told again: see `pack.leak`. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  proof: proofSchema,
});
export type Refusal = z.infer<typeof refusalSchema>;

export class Refusals {
  readonly #folder: string;

  /** @param library its folder. */
  constructor(library: string) {
    this.#folder = path.join(library, 'refused-packs');
  }

  /** The one before makes room. @throws DespatchError `output.*` */
  async keep(meetingId: string, refusal: Refusal): Promise<void> {
    await promises.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeTarget(this.#fileOf(meetingId), jsonBytes(refusal));
  }

  /** null: none was refused since the last that was not, or what is kept cannot be read any more. */
  async find(meetingId: string): Promise<Refusal | null> {
    try {
      return refusalSchema.parse(JSON.parse(await promises.readFile(this.#fileOf(meetingId), 'utf8')));
    } catch {
      return null;
    }
  }

  async forget(meetingId: string): Promise<void> {
    await promises.rm(this.#fileOf(meetingId), { force: true });
  }

  /** Ids come from meetings that others may have written. */
  #fileOf(meetingId: string): string {
    return path.join(this.#folder, `${createHash('sha256').update(meetingId).digest('hex')}.json`);
  }
}

/** As reports are given out. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
