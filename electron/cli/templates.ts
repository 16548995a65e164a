import { explainInOneLine } from '../../shared/contract/messages.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `templates`: what a new document can begin from. */
export const run: RunVerb = async (command, io) => {
  const found = await withLibrary(command, io, 'later', ({ call }) => call('templates.list', {}));
  return {
    json: found,
    words: [
      ...found.templates.flatMap(({ id, name, department, description }) => [
        `${id}  ${department === '' ? name : `${name} (${department})`}`,
        `    ${description === '' ? 'No description.' : description}`,
      ]),
      ...found.broken.map((details) => explainInOneLine({ code: 'template.invalid', details })),
    ],
  };
};
