import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { newDocument } from '../../../shared/document/blank.ts';
import { counter, words } from './sample-documents.ts';
import { canValidateDocx, validate } from './tools.ts';
import { parts } from './word-file.ts';

const exempt = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' } as const;
const mint = counter();
const blank = newDocument('report', mint);
const document = {
  ...blank,
  sections: [
    ...blank.sections,
    section(mint, 'body', [
      plainBlock(mint, 'heading', words('Offers'), 1),
      plainBlock(mint, 'paragraph', words('Open words.')),
      { ...plainBlock(mint, 'paragraph', words('Acme bids.')), exempt },
      plainBlock(mint, 'paragraph', words('Acme again.'), 1),
      { ...plainBlock(mint, 'quotation', words('Acme says.')), exempt },
    ]),
  ],
};

/** The left rule of the paragraph that has these words. */
function leftRule(xml: string, text: string): string | undefined {
  const paragraph = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].find(([all]) => all.includes(text))?.[0] ?? '';
  return /<w:pBdr>.*?(<w:left [^>]*>)/s.exec(paragraph)?.[1];
}

test('what is withheld has a rule beside it in the copy for members, and nothing else has', async () => {
  const bytes = await renderDocx(printDocument(document));
  const xml = parts(bytes).get('word/document.xml') ?? '';
  expect(leftRule(xml, 'Acme bids')).toMatch(/w:val="single"/u);
  expect(leftRule(xml, 'Acme again')).toMatch(/w:val="single"/u);
  // Beside the rule that a quotation has of its own.
  expect(leftRule(xml, 'Acme says')).toMatch(/w:val="double"/u);
  expect(leftRule(xml, 'Open words')).toBeUndefined();
  if (canValidateDocx) expect(validate(bytes)).toMatchObject({ status: 0 });
});

test('the public copy has the numbers of the whole document, which Word must not count again', async () => {
  const last = plainBlock(mint, 'paragraph', [
    ...words('Last, after '),
    { type: 'reference', target: 'first', show: 'label' },
  ]);
  const first = { ...plainBlock(mint, 'paragraph', words('Open words.')), id: 'first' };
  const secret = { ...plainBlock(mint, 'paragraph', words('Acme bids.')), exempt };
  const sub = plainBlock(mint, 'paragraph', words('Under the last.'), 1);
  const whole = {
    ...blank,
    sections: [...blank.sections, section(mint, 'body', [secret, first, last, sub])],
  };
  const bytes = await renderDocx(printDocument(whole, { audience: 'public' }));
  const xml = parts(bytes).get('word/document.xml') ?? '';
  const plain = xml
    .replace(/<w:tab\/>/gu, ' ')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]*>/gu, '');
  expect(plain).toContain('2. Open words.\n3. Last, after paragraph 2\na. Under the last.');
  expect(xml).not.toMatch(/w:instr="[^"]*(?:REF|SEQ)/u);
  if (canValidateDocx) expect(validate(bytes)).toMatchObject({ status: 0 });
});

test('the public copy has no such rule', async () => {
  const xml = parts(await renderDocx(printDocument(document, { audience: 'public' }))).get(
    'word/document.xml',
  );
  expect(xml).toContain('left out here');
  expect(xml).not.toMatch(/<w:left [^>]*w:val="(?:single|double)"/u);
});
