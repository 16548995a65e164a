/** Citations leave in a Word file of ours and come back on the words they were about. */
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { renderDocx } from '../../../electron/library/export/docx/index.ts';
import { zip } from '../../../electron/library/export/docx/zip.ts';
import { section } from '../../../shared/document/build.ts';
import { citedIn, wordsOf } from '../../../shared/document/citations.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { counter } from '../../shared/import/support.ts';
import { builder } from '../library/export/builder.ts';
import {
  citation,
  cited,
  citing,
  citingAll,
  evidenceOf,
  SENSITIVE,
} from '../library/export/evidence-builder.ts';
import { pictures } from '../library/export/picture.ts';
import { richBrief } from '../library/export/rich-brief.ts';
import { richReport } from '../library/export/rich-report.ts';
import { documentOf, words } from '../library/export/sample-documents.ts';
import { parts } from '../library/export/word-file.ts';

type Form = Parameters<typeof evidenceOf>[0];
type Style = Parameters<typeof evidenceOf>[1];

async function wordFile(document: DespatchDocument, form: Form, style: Style = 'gov-uk'): Promise<Buffer> {
  const evidence = await evidenceOf(form, style, { quoteHigher: true });
  return Buffer.from(await renderDocx(printDocument(document, { evidence }), pictures));
}

async function back(bytes: Buffer, citations = true) {
  return recognise(await readDocx(bytes, 'back.docx'), { mint: counter(), citations });
}

/** Each citation by the words it is about and what it says. */
function bound(document: DespatchDocument): unknown[] {
  return [...knownBlocks(document)].flatMap((block) =>
    block.citations.map(({ id, ...rest }) => {
      const about = wordsOf(block).filter(
        (inline) => inline.type === 'text' && (inline.cited ?? []).includes(id),
      );
      const all = about.length > 0 ? about : wordsOf(block);
      return { words: plainText(all).trim(), ...rest };
    }),
  );
}

const textsOf = (document: DespatchDocument) =>
  [...knownBlocks(document)].map(({ content }) => plainText(content).trim()).filter(Boolean);

/** A brief that cites words, a whole point, and the same source twice. */
function brief(): DespatchDocument {
  const { mint, plain } = builder();
  return {
    ...documentOf('briefing', [
      section(mint, 'front', [plain('title', 'Meeting with the Guild')]),
      section(mint, 'topic', [
        plain('heading', 'Floods'),
        citing(
          plain('point', [cited('The river rose', 'a'), ...words(', and then it fell.')]),
          citation('a', 'flood', 4),
        ),
        citing(
          plain('point', [...words('Pumps '), cited('failed', 'b'), ...words(' in May.')]),
          citation('b', 'survey', 7, { bearing: 'contradicts' }),
          citation('c', 'mail', null),
        ),
        plain('point', 'Nobody was hurt.'),
      ]),
    ]),
    marking: SENSITIVE,
  };
}

describe.each([
  ['notes', 'gov-uk'],
  ['endnotes', 'oscola'],
  ['notes', 'harvard'],
  ['annex', 'gov-uk'],
] as const)('sources as %s in the style %s', (form, style) => {
  test('come back on the words they were about, and nothing that was made from them comes with the text', async () => {
    const document = brief();
    const { document: returned } = await back(await wordFile(document, form, style));
    expect(bound(returned)).toEqual(bound(document));
    expect(textsOf(returned)).toEqual(textsOf(document));
    expect(structureFaults(returned)).toEqual([]);
  });

  test('go out a second time as they went the first', async () => {
    const first = await wordFile(brief(), form, style);
    const second = await wordFile((await back(first)).document, form, style);
    const text = async (bytes: Buffer) => [
      (await parts(bytes)).get('word/document.xml')?.replace(/<[^>]+>/gu, ''),
      (await parts(bytes)).get('word/footnotes.xml')?.replace(/<[^>]+>/gu, ''),
    ];
    expect(await text(second)).toEqual(await text(first));
  });
});

test('most citations of a full brief and a full report find their block again, and none is lost silently', async () => {
  for (const make of [richBrief, richReport]) {
    const document = { ...citingAll(make()), marking: SENSITIVE };
    const { document: returned, report } = await back(await wordFile(document, 'notes'));
    const there = bound(document).length;
    const here = bound(returned).length;
    const lost = report.filter(({ code }) => code === 'citationLost').length;
    expect(here + lost).toBeGreaterThanOrEqual(there - unprinted(document));
    expect(here / there).toBeGreaterThan(0.8);
    expect(structureFaults(returned)).toEqual([]);
  }
});

/** Blocks without words are not printed, and neither are their citations. */
function unprinted(document: DespatchDocument): number {
  return [...knownBlocks(document)]
    .filter((block) => plainText(wordsOf(block)).trim() === '')
    .reduce((sum, { citations }) => sum + citations.length, 0);
}

/** The file with a part of it changed, as Word would after an afternoon. */
async function edited(bytes: Buffer, part: string, change: (xml: string) => string): Promise<Buffer> {
  const all = await parts(bytes);
  all.set(part, change(all.get(part) ?? ''));
  return Buffer.from(await zip(all));
}

test('a note that somebody changed in Word stays, as words of theirs', async () => {
  const file = await edited(await wordFile(brief(), 'notes'), 'word/footnotes.xml', (xml) =>
    xml.replace('Keeping rivers moving', 'Keeping rivers quite still'),
  );
  const { document, report } = await back(file);
  expect(textsOf(document).some((text) => text.includes('Keeping rivers quite still'))).toBe(true);
  expect(report.some(({ code }) => code === 'footnote')).toBe(true);
  expect(bound(document)).toHaveLength(3);
});

test('a citation whose words were deleted in Word is told with its quotation', async () => {
  const file = await edited(await wordFile(brief(), 'notes'), 'word/document.xml', (xml) =>
    xml.replace(/<w:r><w:t[^>]*>The river rose<\/w:t><\/w:r>/u, ''),
  );
  const { report } = await back(file);
  const row = report.find(({ code }) => code === 'citationLost');
  expect(row?.message).toContain('Keeping rivers moving');
  expect(row?.original[0]?.text).toBe('Words of flood on 4');
});

test('words that were split and retyped around keep theirs: the mark may run over several paragraphs', async () => {
  const file = await edited(await wordFile(brief(), 'none'), 'word/document.xml', (xml) => xml);
  expect(bound((await back(file)).document)).toEqual([]);
  const noted = await edited(await wordFile(brief(), 'notes'), 'word/document.xml', (xml) =>
    xml.replace(
      /(<w:t[^>]*>)The river rose<\/w:t>/u,
      '$1The river</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Point"/></w:pPr><w:r><w:t>It rose</w:t>',
    ),
  );
  const here = bound((await back(noted)).document) as { words: string; evidenceId: string }[];
  expect(here.filter(({ evidenceId }) => evidenceId === 'flood').map((each) => each.words)).toEqual([
    'The river',
    'It rose',
  ]);
});

test('where citations are not asked for, the notes stay and no run bears a key', async () => {
  const { document } = await back(await wordFile(brief(), 'notes'), false);
  expect(bound(document)).toEqual([]);
  expect(textsOf(document).some((text) => text.includes('Keeping rivers moving'))).toBe(true);
  for (const block of knownBlocks(document)) expect(citedIn(wordsOf(block)).size).toBe(0);
});

test('a part that says nonsense costs its citations, not the document', async () => {
  const file = await edited(await wordFile(brief(), 'notes'), 'customXml/item1.xml', (xml) =>
    xml
      .replace(/(<citation bookmark="_Evidence1">)[^<]*/u, '$1{"id": 7}')
      .replace(/<source[^>]*>[^<]*/u, '<source id="x">[}'),
  );
  const { document } = await back(file);
  expect(bound(document)).toHaveLength(2);
  expect(structureFaults(document)).toEqual([]);
});

test('bookmarks of that name in a file that is not ours mean nothing', async () => {
  const file = await edited(await wordFile(brief(), 'notes'), 'customXml/item1.xml', () => '<other/>');
  const { document } = await back(file);
  expect(bound(document)).toEqual([]);
  for (const block of knownBlocks(document)) expect(citedIn(wordsOf(block)).size).toBe(0);
});
