/** Styles that anybody brings: used, or refused by name and reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { styleFrom } from '../../../../electron/extractor/csl/read-style.ts';
import { loadCiter } from '../../../../electron/library/evidence/csl/index.ts';
import { type ErrorData, toErrorData } from '../../../../shared/contract/errors.ts';

function errorOf(work: () => unknown): ErrorData | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return toErrorData(thrown);
  }
}

const csl = (inner: string, attributes = 'class="note" version="1.0"') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>${inner}</style>`;
const layout = '<citation><layout><text variable="title"/></layout></citation>';

test('a style of the user’s own is used', async () => {
  const style = styleFrom(
    Buffer.from(csl(`<info><title>Ours</title><id>x</id></info>${layout}`)),
    'ours.csl',
  );
  expect(style).toMatchObject({ title: 'Ours', inText: false, hasReferences: false });
  const source = {
    id: 's',
    csl: { type: 'report', title: 'A & B' },
    published: null,
    marking: null,
    paged: true,
  };
  const citer = (await loadCiter(style))(new Map([['s', source]]));
  expect(citer.cite([[{ sourceId: 's', page: 1, bearing: 'supports' }]])).toEqual([
    [{ type: 'text', text: 'A & B' }],
  ]);
  expect(citer.references(['s'])).toEqual([{ sourceId: 's', content: [{ type: 'text', text: 'A & B' }] }]);
});

test('the official styles come to no more than a style may', () => {
  for (const file of ['harvard-cite-them-right.csl', 'oscola.csl', 'gov-uk.csl']) {
    const bytes = readFileSync(path.resolve(import.meta.dirname, '../../../../resources/csl', file));
    expect(styleFrom(bytes, file).hasReferences).toBe(true);
  }
});

const nested = `${'<group>'.repeat(200)}<text value="x"/>${'</group>'.repeat(200)}`;
const bomb = Array.from(
  { length: 30 },
  (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`,
).join('');
test.each([
  [
    'a dependent style',
    csl('<info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>'),
    'only points to another style, “apa”',
  ],
  ['no XML', 'Hello', 'not well-formed XML'],
  ['half a file', csl(layout).slice(0, 80), 'not well-formed XML'],
  ['another language', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not in the Citation Style Language'],
  ['entities', `<!DOCTYPE style [<!ENTITY a "aaaa">]>${csl(layout)}`, 'document type of its own'],
  ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl"/>', 'begins with “locale”'],
  ['a newer language', csl(layout, 'class="note" version="2.0"'), 'version “2.0”'],
  ['no class', csl(layout, 'version="1.0"'), 'notes or the text'],
  ['no citations', csl(''), 'says nothing of citations'],
  ['depth', csl(`<citation><layout>${nested}</layout></citation>`), 'nest more than 100 deep'],
  [
    'a macro in a circle',
    csl(`<macro name="a"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>`),
    'calls itself',
  ],
  [
    'a macro that is not there',
    csl('<citation><layout><text macro="a"/></layout></citation>'),
    'does not have',
  ],
  [
    'macros that swell',
    csl(`${bomb}<macro name="m30"/><citation><layout><text macro="m0"/></layout></citation>`),
    'far more often',
  ],
  ['size', csl(layout + ' '.repeat(2_000_000)), 'more than 2 MB'],
])('a file is refused by its name and the reason: %s', (_, xml, reason) => {
  const error = errorOf(() => styleFrom(Buffer.from(xml), 'ours.csl'));
  expect(error).toMatchObject({ code: 'style.invalid', details: { file: 'ours.csl' } });
  expect(error?.details['reason']).toContain(reason);
});
