/** Word files of documents that have every part of their kind, read back by our reader, by LibreOffice and as XML. */
import { beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../../../electron/extractor/docx/index.ts';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { appendixBlock, questionBlock, section } from '../../../../shared/document/build.ts';
import { referenceForms } from '../../../../shared/document/inline.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { documentKinds, plainBlockKinds } from '../../../../shared/document/schema.ts';
import { plainText } from '../../../../shared/document/walk.ts';
import type { PrintBlock, PrintDocument } from '../../../../shared/print/blocks.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { builder } from './builder.ts';
import { pictures } from './picture.ts';
import { richBrief } from './rich-brief.ts';
import { richReport } from './rich-report.ts';
import { richSubmission } from './rich-submission.ts';
import { documentOf, words } from './sample-documents.ts';
import { canConvertWord, canValidateDocx, validate, wordTexts } from './tools.ts';
import { parts } from './word-file.ts';

const documents = { brief: richBrief(), report: richReport(), submission: richSubmission() } as const;
const kinds = ['brief', 'report', 'submission'] as const;
type Kind = (typeof kinds)[number];
const prints = Object.fromEntries(kinds.map((kind) => [kind, printDocument(documents[kind])])) as Record<
  Kind,
  PrintDocument
>;
const files = {} as Record<Kind, Uint8Array>;

beforeAll(async () => {
  for (const kind of kinds) files[kind] = await renderDocx(prints[kind], pictures);
});

const partOf = (kind: Kind, name: string) => parts(files[kind]).get(name) ?? '';
const bodyOf = (kind: Kind) => partOf(kind, 'word/document.xml');

/** The number and the first words of everything that is counted by a list of Word's own. */
function counted(print: PrintDocument): string[] {
  const isListed = (block: PrintBlock) => block.type === 'numbered' || block.type === 'heading';
  return print.blocks
    .filter((block) => isListed(block) && 'marker' in block && block.marker !== null)
    .map((block) => `${'marker' in block ? block.marker : ''} ${printedText(block.content).slice(0, 20)}`);
}

test.each(kinds)('the sample %s is legal, or these tests prove nothing', (kind) => {
  expect(structureFaults(documents[kind])).toEqual([]);
});

test.skipIf(!canValidateDocx).each(kinds)(
  'no error and no warning from validate-docx: %s (skipped without ../shared/tools and xmllint)',
  (kind) => {
    expect(validate(files[kind]).output).toMatch(/0 error\(s\).*, 0 warning\(s\)/);
  },
);

test.each(kinds)('our own reader counts every list of a %s as it is printed', async (kind) => {
  const { lines } = await readDocx(Buffer.from(files[kind]), `${kind}.docx`);
  const read = lines
    .filter(({ marker }) => marker !== null && marker.style !== 'bullet')
    .map(({ marker, content }) => `${marker?.text} ${plainText(content).slice(0, 20)}`);
  // Words without a digit or a letter of the alphabet before the full stop are no marker to our reader.
  const known = counted(prints[kind]).filter((line) => !/^(?:Option|Annex|Q\d)/u.test(line));
  expect(read.filter((line) => !/^(?:Option|Annex|Q\d)/u.test(line))).toEqual(known);
});

test.skipIf(!canConvertWord)(
  'LibreOffice shows the same numbers, references and captions, counted by itself (skipped without soffice)',
  () => {
    const texts = wordTexts(kinds.map((kind) => files[kind])).map((text) => text.replace(/[ \t]+/g, ' '));
    for (const [at, kind] of kinds.entries()) {
      for (const line of counted(prints[kind])) expect(texts[at]).toContain(line);
    }
    const report = texts[1];
    expect(report).toContain('As paragraph 3.2 and paragraph 3.2(b)(i) explain');
    expect(report).toContain('The costs are in Table 1; Figure 1 shows');
    expect(report).toContain('described in Appendix A, as recommendation a and recommendation b(ii) say.');
  },
  60_000,
);

test('a sectional report has one native list for its headings and the paragraphs under them', () => {
  const numbering = partOf('report', 'word/numbering.xml');
  const list = numbering.match(
    /<w:abstractNum [^>]*>(?:(?!<\/w:abstractNum>).)*%1\.%2.*?<\/w:abstractNum>/,
  )?.[0];
  expect(list).toMatch(
    /<w:pStyle w:val="Heading1"\/>.*"%1\.".*<w:pStyle w:val="NumberedParagraph"\/>.*"%1\.%2"/,
  );
  const styles = partOf('report', 'word/styles.xml');
  const paragraph = styles.match(/<w:style [^>]*w:styleId="NumberedParagraph".*?<\/w:style>/)?.[0];
  expect(paragraph).toContain('<w:numPr><w:ilvl w:val="1"/>');
});

test('recommendations said again start a list afresh that is of the same kind', () => {
  const restarted = [...partOf('report', 'word/numbering.xml').matchAll(/<w:num .*?<\/w:num>/g)].filter(
    ([xml]) => xml.includes('w:startOverride'),
  );
  expect(restarted.length).toBeGreaterThan(0);
  const used = [
    ...bodyOf('report').matchAll(/<w:pStyle w:val="Recommendation"\/>.*?<w:numId w:val="(\d+)"\/>/g),
  ];
  expect(new Set(used.map(([, id]) => id)).size).toBe(2);
});

test.each(kinds)('every reference of a %s is a field or a link to a bookmark that exists once', (kind) => {
  const body = bodyOf(kind);
  const bookmarks = [...body.matchAll(/<w:bookmarkStart w:name="([^"]*)" w:id="(\d+)"/g)];
  const names = bookmarks.map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(bookmarks.map(([, , id]) => id)).size).toBe(names.length);
  const used = [...body.matchAll(/w:instr=" REF (\S+) |<w:hyperlink w:anchor="([^"]*)"/g)];
  expect(used.length).toBeGreaterThan(0);
  for (const [, field, anchor] of used) expect(names).toContain(field ?? anchor);
});

test('a reference through two levels is made of a field for each', () => {
  const storm = bodyOf('report').match(/paragraph <\/w:t><\/w:r><w:fldSimple.*? explain/)?.[0] ?? '';
  const fields = [...storm.matchAll(/w:instr="( REF \S+ [^"]*)".*?<w:t[^>]*>(.*?)<\/w:t>/g)];
  expect(fields.map(([, , text]) => text)).toEqual(['3.2', '3.2', 'b', 'i']);
  expect(fields.every(([, instruction]) => instruction?.includes('\\n \\h'))).toBe(true);
});

test('links are hyperlinks of the file, each address kept once', () => {
  const relations = partOf('brief', 'word/_rels/document.xml.rels');
  expect(relations).toContain('Target="https://www.gov.example/harbours" TargetMode="External"');
  expect(bodyOf('brief')).toMatch(/<w:hyperlink r:id="rIdLink1".*?<w:rStyle w:val="Hyperlink"\/>/);
  expect(partOf('report', 'word/_rels/document.xml.rels')).toContain('survey?year=2031&amp;part=2');
});

test('tables repeat their header, keep their rows whole and say what names a row', () => {
  const tables = [...bodyOf('brief').matchAll(/<w:tbl>.*?<\/w:tbl>/g)].map(([xml]) => xml);
  expect(tables).toHaveLength(4);
  for (const table of tables) {
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([xml]) => xml);
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows.slice(1).join('')).not.toContain('<w:tblHeader/>');
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(table).toMatch(/w:firstRow="(?:1|true)".*w:firstColumn="(?:1|true)"/);
  }
  expect(bodyOf('brief')).not.toContain('</w:tbl><w:tbl>');
  expect(tables[2]).toMatch(/<w:jc w:val="right"\/>.*£1,250/);
});

test('captions are counted by fields, pictures have their words, decorations say that they are', () => {
  const body = bodyOf('brief');
  expect(body).toMatch(/<w:fldSimple w:instr=" SEQ Table \\\* ARABIC ">.*?<w:t[^>]*>1<\/w:t>/);
  expect(body).toMatch(/<w:fldSimple w:instr=" SEQ Figure \\\* ARABIC ">/);
  const drawings = [...body.matchAll(/<wp:docPr .*?(?:\/>|<\/wp:docPr>)/g)].map(([xml]) => xml);
  expect(drawings[0]).toContain(
    'descr="Bar chart: the saving grows from 5% with two harbours to 17% with twelve."',
  );
  expect(drawings[1]).not.toContain('descr=');
  expect(drawings[1]).toContain('decorative');
  expect(parts(files.brief).has('word/document.xml')).toBe(true);
});

test('boxes to tick are controls named after what they stand for', () => {
  const aliases = [...bodyOf('submission').matchAll(/<w:sdt>.*?<w:alias w:val="(.*?)"\/>.*?w14:checkbox/g)];
  expect(aliases.map(([, alias]) => alias)).toEqual([
    'Agreed',
    'Not agreed',
    'Please discuss',
    'Agreed',
    'Not agreed',
    'Please discuss',
  ]);
});

test('each annex starts a page', () => {
  const annexes = [...bodyOf('brief').matchAll(/<w:p><w:pPr><w:pStyle w:val="AnnexHeading"\/>.*?<\/w:pPr>/g)];
  expect(annexes).toHaveLength(2);
  for (const [xml] of annexes) expect(xml).toContain('<w:pageBreakBefore/>');
});

test.each(kinds)('no word of the guidance is anywhere in the file of a %s', (kind) => {
  for (const [name, part] of parts(files[kind])) expect(part, name).not.toMatch(/xylophone|Guidance/);
});

test.each(kinds)('a %s with pictures and links gives the same bytes again', async (kind) => {
  expect(Buffer.compare(await renderDocx(printDocument(documents[kind]), pictures), files[kind])).toBe(0);
});

test('a picture that the library does not have, or that Word cannot show, stops the export and is named', async () => {
  const missing = await renderDocx(prints.report).catch(toErrorData);
  expect(missing).toMatchObject({ code: 'image.missing', details: { blockId: 'saving' } });
  const blocks = prints.report.blocks.map((block) =>
    block.type === 'image' ? { ...block, mediaType: 'image/webp' as const } : block,
  );
  const webp = await renderDocx({ ...prints.report, blocks }, pictures).catch(toErrorData);
  expect(webp).toMatchObject({ code: 'export.imageFormat', details: { blockId: 'saving' } });
});

test('every style and list that any block needs is in the file, whatever kind of document it stands in', async () => {
  const { mint, plain, detail, attendee, row, table } = builder();
  const all = [
    ...plainBlockKinds.map((kind) => plain(kind, `A ${kind}`)),
    plain('likelyQuestion', 'Why?'),
    detail('answer', 'Because.'),
    questionBlock(mint, words('And then?'), null),
    detail('followUp', 'What next?'),
    ...attendee('ours', 'Jo', 'Secretary', 'Us'),
    ...row('clearer', 'Ann', 'All', 'Today'),
    table('Costs', [['A'], ['B']]),
    appendixBlock(mint, words('Terms'), 'A'),
  ];
  for (const kind of documentKinds) {
    for (const numbering of ['continuous', 'sectional'] as const) {
      const document = documentOf(kind, [
        section(mint, 'body', all),
        section(mint, 'annex', [plain('heading', 'B')]),
      ]);
      const settings = { ...document.settings, numbering };
      const written = parts(await renderDocx(printDocument({ ...document, settings })));
      const part = (name: string) => written.get(`word/${name}.xml`) ?? '';
      const used = (pattern: RegExp) => new Set([...part('document').matchAll(pattern)].map(([, id]) => id));
      for (const id of used(/<w:[pr]Style w:val="(.*?)"/g))
        expect(part('styles')).toContain(`w:styleId="${id}"`);
      for (const id of used(/<w:numId w:val="([1-9]\d*)"/g))
        expect(part('numbering')).toContain(`<w:num w:numId="${id}"`);
    }
  }
});

test.skipIf(!canConvertWord)(
  'a reference of every form to every kind of target says the same in LibreOffice (skipped without soffice)',
  async () => {
    const { mint, plain } = builder();
    const targets = {
      aim: plain('aim', 'to agree', { id: 'aim' }),
      item: plain('agendaItem', 'Opening', { id: 'item' }),
      topic: plain('heading', 'A topic', { id: 'topic' }),
      bare: plain('heading', 'Bare one', { level: 2, id: 'bare' }),
      question: plain('likelyQuestion', 'Why?', { id: 'question' }),
      option: plain('option', 'Do nothing', { id: 'option' }),
      annex: plain('heading', 'Terms', { id: 'annex' }),
    };
    const referring = Object.keys(targets).flatMap((target) =>
      referenceForms.map((show) =>
        plain('text', [
          ...words(`${target} ${show}: `),
          { type: 'reference', target, show },
          ...words(' end'),
        ]),
      ),
    );
    const { aim, item, topic, bare, question, option, annex } = targets;
    const print = printDocument(
      documentOf('briefing', [
        section(mint, 'agenda', [aim, item]),
        section(mint, 'topic', [topic, bare, question, option]),
        section(mint, 'background', referring),
        section(mint, 'annex', [annex]),
      ]),
    );
    const shown = wordTexts([await renderDocx(print)])[0] ?? '';
    const expected = print.blocks
      .map(({ content }) => printedText(content))
      .filter((text) => text.endsWith(' end'));
    expect(shown.split('\n').filter((line) => line.endsWith(' end'))).toEqual(expected);
  },
  60_000,
);
