import { DespatchError } from '../../../shared/contract/errors.ts';
import { outputSchemas, type TypesetterOrder } from '../../typesetter/messages.ts';
import type { StartCompanion } from '../companions/companion-process.ts';
import { RunningCompanion } from '../companions/running-companion.ts';

/** Far longer than 1,000 pages take; what takes longer never ends. */
const TIMEOUT_MS = 60_000;

export type StartTypesetter = StartCompanion<TypesetterOrder>;

/** One typesetter process. Its orders fail with `preview.stopped` when it ended. */
export class RunningTypesetter extends RunningCompanion<TypesetterOrder, typeof outputSchemas> {
  /** @throws DespatchError `preview.stopped` where none can be started. */
  constructor(start: StartTypesetter, timeoutMs = TIMEOUT_MS) {
    super({
      name: 'typesetter',
      start,
      outputs: outputSchemas,
      timeoutMs,
      stopped: (reason) => new DespatchError('preview.stopped', { reason }),
    });
  }
}
