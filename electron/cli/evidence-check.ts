import { COVERAGE_RULE } from '../../shared/checks/evidence-check.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `evidence check`: what a document rests on, as last saved. Shares are no findings. */
export const run: RunVerb = async (command, io) => {
  const findings = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('standing.check', { documentId: command.operand }),
  );
  return {
    json: findings.map(({ rule, severity, blockId, message }) => ({ rule, severity, blockId, message })),
    words: findings.map(({ severity, rule, blockId, message }) =>
      rule === COVERAGE_RULE ? message : `${severity.padEnd(8)} ${rule}: ${message} [${blockId}]`,
    ),
    findings: findings.some(({ rule }) => rule !== COVERAGE_RULE),
  };
};
