import { expect, test } from 'vitest';
import { appendixReferences } from '../../../shared/checks/appendix-references.ts';
import { appendixBlock, section } from '../../../shared/document/build.ts';
import {
  block,
  body,
  brief,
  counter,
  documents,
  findings,
  heading,
  point,
  report,
  topic,
} from './builder.ts';

const appendix = (designation: string) =>
  appendixBlock(counter(), [{ type: 'text', text: 'A list' }], designation);

test.each([
  ['List available at Appendix 1.', ['1']],
  ['See Appendices 1 and 2.', ['1', '2']],
  ['See appendices 1, 2 and 4; Annex B.', ['1', '2', '4', 'B']],
  ['See Appendices A to C.', ['A', 'B', 'C']],
  ['See Appendices 2–4.', ['2', '3', '4']],
  ['See Appendix 1 and 2.', ['1', '2']],
  ['See Appendix 1 and 15 schools.', ['1']],
  ['See Appendix 2b, (Appendix IV).', ['2B', 'IV']],
  ['Appendix 2 to this report.', ['2']],
  ['Appendix 2 to the Framework.', []],
  ['Annex a building; appendix to the code; Appendices.', []],
])('%s refers to %j', (text, expected) => {
  expect(appendixReferences(text).map(({ designation }) => designation)).toEqual(expected);
});

test('an appendix cited but not listed is told where it is first cited, and only once', () => {
  const first = block('paragraph', 'See Appendices 1 and 3.');
  const document = report(
    body(heading('Report'), first, block('paragraph', 'See Appendix 3 again.')),
    documents(heading('Appendices'), { ...appendix('1'), id: 'appendix-1' }),
  );
  const found = findings('appendix-not-listed', document);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ blockId: first.id, message: expect.stringContaining('“Appendix 3”') });
  expect(findings('appendix-not-cited', document)).toEqual([]);
});

test('an appendix that no paragraph mentions is noted at the appendix', () => {
  const document = report(documents(heading('Appendices'), { ...appendix('9'), id: 'appendix-9' }));
  expect(findings('appendix-not-cited', document)).toMatchObject([
    { blockId: 'appendix-9', severity: 'note' },
  ]);
});

test('an annex that is a section of its own is listed', () => {
  const document = brief(
    topic(heading('A'), point('See Annex B.')),
    topic(heading('Annex B: Biographies'), point('x.')),
  );
  expect(findings('appendix-not-listed', document)).toEqual([]);
});

test('an annex bears the letter that its place gives it, and another letter is nobody’s', () => {
  const annex = (text: string) => section(counter(), 'annex', [heading(text), block('text', 'x.')]);
  const document = brief(
    topic(heading('A'), point('See Annexes A and B, and Annex C.')),
    annex('Forces that publish'),
    annex('Letters'),
  );
  expect(findings('appendix-not-listed', document)).toMatchObject([
    { message: expect.stringContaining('“Annex C” is cited here, but no appendix or annex bears that name') },
  ]);
});
