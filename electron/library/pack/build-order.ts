/** What a builder of packs is asked for, and what it works with. */
import type { Meeting } from '../../../shared/pack/meeting.ts';
import type { Audience } from '../../../shared/pack/plan.ts';
import type { Proof } from '../../../shared/pack/proof-report.ts';
import type { Edition } from './edition.ts';
import type { PackTools } from './opened-paper.ts';

export interface BuildOrder {
  readonly meeting: Meeting;
  readonly edition: Edition;
  readonly audiences: readonly Audience[];
  /** Where all that is made goes; whoever asked removes it. */
  readonly folder: string;
  /** Name of the public file in the report of its proof. */
  readonly publicName: string;
  /** ISO 8601: of the files and of the proof. */
  readonly date: string;
  /** Whether papers that cannot be read are left out, with a page that says so; else they stop it. */
  readonly leaveOutUnreadable: boolean;
}

export interface BuildContext {
  readonly tools: PackTools;
  readonly signal: AbortSignal;
  /** @param done 0 to 1 */
  progress(done: number, label: string): void;
  /** Told of each proof, whatever it says, before a leak is refused. */
  proved?(proof: Proof): void;
}
