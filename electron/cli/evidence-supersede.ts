/** `evidence supersede`: another source takes the place of one; both stay. */
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

export const run: RunVerb = async (command, io) => {
  const by = command.options.by ?? '';
  const [source, later] = await withLibrary(command, io, 'refuse', async ({ call }) => [
    await call('evidence.supersede', { sourceId: command.operand, by }),
    await call('evidence.get', { sourceId: by }),
  ]);
  return {
    json: { sourceId: source.id, title: source.csl.title, supersededBy: source.supersededBy },
    words: [
      `“${source.csl.title}” is superseded by “${later.csl.title}”.`,
      'Whatever cites it is flagged until somebody has looked.',
    ],
  };
};
