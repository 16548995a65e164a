import { expect, test } from 'vitest';
import { errorCodes } from '../../../shared/contract/errors.ts';
import { explainSource } from '../../../shared/contract/evidence-messages.ts';

const files = ['a.pdf', 'a.docx', 'a.xlsx', 'a.csv', 'a.html', 'a.eml', 'a.png', 'a.txt', 'a.xyz', 'a'];
const codes = errorCodes.filter((code) => code.startsWith('input.'));

test.each(codes)('%s: nobody is sent to Word with what is no writing, nor told to import', (code) => {
  for (const file of files) {
    const says = explainSource({ code, details: { file, reason: 'it is so' } }, file);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(says).not.toMatch(/\bimport/i);
    if (file !== 'a.docx' && !code.startsWith('input.docx')) expect(says).not.toContain('Word');
  }
});

test.each([
  ['a.pdf', 'print it to a new PDF'],
  ['A.XLSX', 'Open it in Excel'],
  ['a.eml', 'mail program'],
  ['a.png', 'picture program'],
  ['a.html', 'in a browser'],
])('a damaged %s is mended in its own way', (file, words) => {
  expect(explainSource({ code: 'input.damaged', details: { file } }, file)).toContain(words);
});

test('what Despatch does not read comes with one way out, never with two that differ', () => {
  const details = { reason: 'it is a presentation; save it as PDF' };
  expect(explainSource({ code: 'input.unsupported', details }, 'a.pptx')).toBe(
    'It is a presentation; save it as PDF.',
  );
});
