import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Parts, zip } from '../../../../electron/library/export/docx/zip.ts';
import { render } from '../../../../electron/library/render.ts';
import { documentProofTexts } from '../../../../shared/pack/proof/document-texts.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { sampleReport } from '../../library/export/sample-documents.ts';
import { parts } from '../../library/export/word-file.ts';
import { exempt, proofOf, SECRET } from './leaking.ts';

const document = sampleReport();
const { open } = documentProofTexts(document, 'the document', { evidence: undefined });
let clean: Parts;
beforeAll(async () => {
  clean = parts(await render(document, 'docx'));
});

/** The proof of the file with one part changed. */
async function proofWith(name: string, change: (part: string) => string | Uint8Array) {
  const changed = new Map(clean);
  changed.set(name, change(String(clean.get(name) ?? '')));
  return proofOf(scratchFolder(), await zip(changed), { exempt, open });
}
const said = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const inBody = (xml: string) => (part: string) => part.replace('<w:sectPr', `${xml}<w:sectPr`);

test('a Word file of public words alone has no leak, and the report says where it looked', async () => {
  const proof = await proofOf(scratchFolder(), await zip(clean), { exempt, open });
  expect(proof).toMatchObject({ result: 'no leak', findings: [], limits: [], pages: 0 });
  const searched = proof.searched.filter(({ texts }) => texts > 0).map(({ place }) => place);
  expect(searched).toEqual(
    expect.arrayContaining([
      'document text',
      'headers and footers',
      'document properties',
      'styles and settings',
    ]),
  );
  expect(proof.searched.map(({ place }) => place)).not.toContain('page text');
});

describe('a Word file is refused for exempt words', () => {
  const leaks: readonly (readonly [string, string, (part: string) => string | Uint8Array, string])[] = [
    ['in the text', 'word/document.xml', inBody(said(SECRET)), 'in the text of the document'],
    [
      'cut into runs in the middle of a word',
      'word/document.xml',
      inBody('<w:p><w:r><w:t>Falcon</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bridge</w:t></w:r></w:p>'),
      'in the text of the document',
    ],
    [
      'in deleted and hidden text',
      'word/document.xml',
      inBody(`<w:p><w:del w:id="1"><w:r><w:delText>${SECRET}</w:delText></w:r></w:del></w:p>`),
      'in the text of the document',
    ],
    [
      'in a field that nobody sees',
      'word/document.xml',
      inBody('<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://falconbridge.example/&quot; "/></w:p>'),
      'in the description of a picture or field',
    ],
    [
      'in the alternative text of a picture',
      'word/document.xml',
      inBody('<w:p><wp:docPr id="9" name="Picture" descr="Falconbridge&apos;s offer"/></w:p>'),
      'in the description of a picture or field',
    ],
    ['in a header', 'word/header9.xml', () => said(SECRET), 'in a header or footer'],
    [
      'in a footnote',
      'word/footnotes.xml',
      (part) => part.replace('</w:footnotes>', `${said(SECRET)}</w:footnotes>`),
      'in a footnote or endnote',
    ],
    ['in a comment', 'word/comments.xml', () => `<w:comments>${said(SECRET)}</w:comments>`, 'in a comment'],
    [
      'in custom XML, as JSON with its letters escaped',
      'customXml/item1.xml',
      () => String.raw`<x>{"note":"Fal\u0063onbridge"}</x>`,
      'in data that the file keeps beside the text (custom XML)',
    ],
    [
      'in the properties',
      'docProps/core.xml',
      (part) => part.replace('<dc:language>', '<dc:creator>Falconbridge</dc:creator><dc:language>'),
      'in the properties of the document',
    ],
    [
      'in a remark',
      'word/styles.xml',
      (part) => part.replace('</w:styles>', `<!-- ${SECRET} --></w:styles>`),
      'in a style or setting',
    ],
    [
      'in raw characters',
      'word/document.xml',
      inBody(`<w:p><w:r><w:t><![CDATA[${SECRET}]]></w:t></w:r></w:p>`),
      'in the text of the document',
    ],
    [
      'as entities',
      'word/document.xml',
      inBody(said('Falconb&#114;&#x69;dge')),
      'in the text of the document',
    ],
    [
      'in the name of a picture',
      'word/media/falconbridge.png',
      () => Buffer.from([0x89, 0x50]),
      'in the name of a part of the file',
    ],
    [
      'in the file of a picture',
      'word/media/image9.png',
      () => Buffer.from(`\x89PNG tEXt ${SECRET}`, 'latin1'),
      'in the file of a picture',
    ],
    [
      'in the address of a link',
      'word/_rels/document.xml.rels',
      (part) =>
        part.replace(
          '</Relationships>',
          '<Relationship Id="r99" Type="x" Target="https://falconbridge.example" TargetMode="External"/></Relationships>',
        ),
      'in the description of a picture or field',
    ],
  ];
  test.each(leaks)('%s', async (_, part, change, where) => {
    const proof = await proofWith(part, change);
    expect(proof.result).toBe('leaks');
    expect(proof.findings.map((finding) => finding.where)).toContain(where);
    expect(JSON.stringify(proof).toLowerCase().replaceAll('falconbridge.png', '')).not.toContain('1,234,567');
  });

  test('in bytes that belong to no part', async () => {
    const bytes = Buffer.from(await zip(clean));
    // Before the first part: offsets are counted from the end by those who read it, or the file is refused.
    const proof = await proofOf(
      scratchFolder(),
      Buffer.concat([bytes.subarray(0, -2), Buffer.from([SECRET.length, 0]), Buffer.from(SECRET, 'latin1')]),
      { exempt, open },
    );
    expect(proof.findings.map(({ where }) => where)).toContain('in bytes between the parts of the file');
  });

  test('in the name of the file itself', async () => {
    const proof = await proofOf(scratchFolder(), await zip(clean), {
      exempt,
      open,
      name: 'Falconbridge.docx',
    });
    expect(proof.findings.map(({ where }) => where)).toContain('in the name of the file');
  });
});

test('of a damaged Word file nothing is proven', async () => {
  const bytes = Buffer.from(await zip(clean)).subarray(0, 900);
  await expect(proofOf(scratchFolder(), bytes, { exempt, open })).rejects.toMatchObject({
    code: 'pack.partFailed',
  });
});
