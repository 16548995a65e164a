/** What building a pack is for the library: a meeting and what was published before in, finished files out. */
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError, type ErrorDetails } from '../../../shared/contract/errors.ts';
import type { PackFinding } from '../../../shared/pack/check/finding.ts';
import type { KeptPackKind, KeptPlan, PackAudience } from '../../../shared/pack/kept-pack.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import type { Proof } from '../../../shared/pack/proof-report.ts';
import type { PackRow, PackSource } from '../db/packs-repository.ts';

export interface PackOrder {
  readonly meeting: Meeting;
  readonly kind: KeptPackKind;
  readonly audiences: readonly PackAudience[];
  /** Of a supplement: its papers, and how its pages are numbered. */
  readonly supplement: {
    readonly paperIds: readonly string[];
    readonly numbers: 'continuing' | 'prefixed';
  } | null;
  /** Whether papers that cannot be read are left out, with a page that says so; else they stop it. */
  readonly leaveOutUnreadable: boolean;
  /** Latest first. */
  readonly published: readonly PackRow[];
  /** Where the files are to be put down, under names that begin with `prefix`. */
  readonly folder: string;
  readonly prefix: string;
}

export interface BuiltPack {
  readonly audience: PackAudience;
  /** Whole, and for a public pack proved. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** Of a supplement. */
  readonly letter: string | null;
  /** Before its numbers; else empty. */
  readonly prefix: string;
  readonly lastNumber: number;
  readonly plan: KeptPlan;
  readonly sources: readonly PackSource[];
  readonly proof: unknown;
  readonly notices: readonly string[];
}

/** `pack.leak`, with the proof that found it. */
export class PackRefused extends DespatchError {
  readonly proof: Proof;

  constructor(details: ErrorDetails, proof: Proof) {
    super('pack.leak', details);
    this.proof = proof;
  }
}

/** @throws PackRefused; DespatchError `pack.*`, `input.*`, `call.cancelled`; what it put down is then removed by whoever asked. */
export type BuildPacks = (order: PackOrder, context: CallContext) => Promise<readonly BuiltPack[]>;

/** Looks at what a pack would be built of. @throws DespatchError `call.cancelled`, `pack.stopped` */
export type CheckPack = (order: CheckOrder, context: CallContext) => Promise<PackFinding[]>;

export interface CheckOrder {
  readonly meeting: Meeting;
  /** A restricted pack of this very meeting, so that references to its pages can be judged; null: none was built. */
  readonly pack: PackRow | null;
  readonly folder: string;
  readonly prefix: string;
}

export interface PackWorkshop {
  readonly build: BuildPacks;
  readonly check: CheckPack;
}

export const noWorkshop: PackWorkshop = { build: notHere, check: notHere };

function notHere(): Promise<never> {
  return Promise.reject(new DespatchError('pack.stopped', { reason: 'packs are not built here' }));
}
