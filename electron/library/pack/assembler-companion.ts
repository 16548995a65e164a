import { DespatchError } from '../../../shared/contract/errors.ts';
import { ASSEMBLER_TIMEOUT_MS } from '../../assembler/limits.ts';
import { type AssemblerOrder, outputSchemas } from '../../assembler/messages.ts';
import type { StartCompanion } from '../companions/companion-process.ts';
import { RunningCompanion } from '../companions/running-companion.ts';

export type StartAssembler = StartCompanion<AssemblerOrder>;
export type RunningAssembler = RunningCompanion<AssemblerOrder, typeof outputSchemas>;

/** @throws as `start` does */
export function startAssembler(start: StartAssembler, timeoutMs = ASSEMBLER_TIMEOUT_MS): RunningAssembler {
  return new RunningCompanion<AssemblerOrder, typeof outputSchemas>({
    name: 'assembler',
    start,
    outputs: outputSchemas,
    timeoutMs,
    stopped: (reason) => new DespatchError('pack.stopped', { reason }),
  });
}
