import { expect, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { openEvidence } from './evidence/evidence-library.ts';
import { context } from './scratch.ts';

test('what was made within one millisecond is listed last made first, as the rest is', async () => {
  const instant = new Date(Date.UTC(2026, 0, 5, 9));
  const { handlers } = openEvidence(scratchFolder(), { now: () => instant });
  const documents: string[] = [];
  const lines: string[] = [];
  for (const title of ['First', 'Second', 'Third']) {
    documents.unshift((await handlers['documents.create']({ kind: 'briefing' }, context)).documentId);
    lines.unshift(title);
    await handlers['lines.add'](
      { body: { kind: 'fact', title, content: [], citations: [], details: [], tags: [] }, by: 'Ada' },
      context,
    );
  }
  expect((await handlers['documents.list']({}, context)).map(({ id }) => id)).toEqual(documents);
  expect((await handlers['lines.list']({}, context)).lines.map(({ title }) => title)).toEqual(lines);
});
