/** `evidence edition`: takes the offer of `evidence add`; the file of one source becomes the newest edition of another. */
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

export const run: RunVerb = async (command, io) => {
  const source = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('evidence.makeEdition', { sourceId: command.operand, of: command.options.of ?? '' }),
  );
  const [newest] = source.editions;
  return {
    json: { sourceId: source.id, title: source.csl.title, editions: source.editions.length },
    words: [
      `“${newest?.fileName}” is the newest of ${source.editions.length} editions of “${source.csl.title}”.`,
      'Whatever cites an earlier one is flagged until somebody has looked.',
    ],
  };
};
