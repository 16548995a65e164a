import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { openEvidence, textFile } from './evidence-library.ts';

test.each([
  ['Subject: =?utf-8?B?////?=', 'Letter of the harbour master'],
  ['Subject: ...', 'Letter of the harbour master'],
  ['Subject: Tides', 'Tides'],
])('a message that says “%s” is called “%s”', async (subject, title) => {
  const library = openEvidence(scratchFolder());
  const message = `From: a@b.example\n${subject}\n\nThe quay is closed.\n`;
  const file = textFile(scratchFolder(), 'Letter of the harbour master.eml', message);
  expect((await library.add([file])).rows).toMatchObject([{ status: 'added', title }]);
});
