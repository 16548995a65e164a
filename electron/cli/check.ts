import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `check`: what is wrong with a document, as last saved. */
export const run: RunVerb = async (command, io) => {
  const findings = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('documents.check', { documentId: command.operand }),
  );
  const words = findings.map(
    ({ severity, rule, blockId, message }) => `${severity.padEnd(8)} ${rule}: ${message} [${blockId}]`,
  );
  return {
    json: findings.map(({ rule, severity, blockId, message }) => ({ rule, severity, blockId, message })),
    words: words.length === 0 ? ['No findings.'] : words,
    findings: findings.length > 0,
  };
};
