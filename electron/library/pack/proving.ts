/** Having a finished public file proved by a process of its own, and what follows from the proof. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Proof, ProofJob } from '../../../shared/pack/proof-report.ts';
import { type Assembling, withAssembler } from './assembling.ts';

/**
 * Whether the file shows anything that stands only in exempt parts.
 * @throws DespatchError `pack.partFailed` where it, or a paper, cannot be read back; `pack.stopped`, `call.cancelled`.
 *   Then nothing is proven, and nothing may be published.
 */
export function proveNoLeak(job: ProofJob, options: Assembling): Promise<Proof> {
  const { progress = () => {} } = options;
  return withAssembler(options, (running) => running.ask({ type: 'prove', job }, progress));
}

/** @throws DespatchError `pack.leak` with the first place in words, the item, and how many there are. */
export function refuseLeaks({ findings }: Proof): void {
  const [first] = findings;
  if (!first) return;
  throw new DespatchError('pack.leak', {
    place: first.where,
    item: first.item,
    findings: findings.length,
  });
}
