import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { noPictures } from '../../../../electron/library/export/pictures.ts';
import { writePublicCopy } from '../../../../electron/library/export/public-copy.ts';
import { nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { render } from '../../../../electron/library/render.ts';
import { openPdf } from '../../../../electron/pdfium/open-pdf.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { type DespatchDocument, DOCUMENT_FORMAT } from '../../../../shared/document/schema.ts';
import { defaultSettings } from '../../../../shared/document/settings.ts';
import { proofSchema } from '../../../../shared/pack/proof-report.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { citation, citing, evidenceOf } from './evidence-builder.ts';
import { parts } from './word-file.ts';

let next = 0;
const mint = () => `id-${++next}`;
const para = (text: string) => plainBlock(mint, 'paragraph', [{ type: 'text', text }]);
const exempt = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' } as const;
function report(title: string): DespatchDocument {
  return {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: [
      section(mint, 'front', [plainBlock(mint, 'title', [{ type: 'text', text: title }])]),
      section(mint, 'body', [
        para('The depot is let.'),
        { ...para('Falconbridge bids £1,234,567.'), exempt },
        para('The lease ends.'),
      ]),
    ],
  };
}
const proving = { start: nodeAssembler(path.resolve('electron')), signal: new AbortController().signal };

test('a public copy is written with its proof, without what is exempt and with its numbers', async () => {
  const folder = scratchFolder();
  const [file, proofFile] = [path.join(folder, 'public.pdf'), path.join(folder, 'proof.json')];
  const asked = {
    format: 'pdf' as const,
    file,
    proofFile,
    pictures: noPictures,
    evidence: undefined,
    pdf: undefined,
    date: '2026-11-28T12:00:00Z',
  };
  await writePublicCopy({ document: report('The depot'), ...asked }, proving);
  const proof = proofSchema.parse(JSON.parse(readFileSync(proofFile, 'utf8')));
  expect(proof).toMatchObject({ result: 'no leak', file: 'public.pdf', findings: [] });
  const pdf = await openPdf(readFileSync(file));
  const { text } = pdf.text(0);
  pdf.close();
  expect(text).toMatch(/1\.\s*The depot is let\.[\s\S]*left out here[\s\S]*3\.\s*The lease ends\./u);
  expect(text).not.toContain('Falconbridge');
  // The proof is of the file, not of the draft it came from.
  const { createHash } = await import('node:crypto');
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(proof.sha256);
});

test('a public copy in Word is proved in the same way', async () => {
  const folder = scratchFolder();
  const [file, proofFile] = [path.join(folder, 'public.docx'), path.join(folder, 'proof.json')];
  const asked = { pictures: noPictures, evidence: undefined, pdf: undefined, date: '2026-11-28T12:00:00Z' };
  await writePublicCopy(
    { document: report('The depot'), format: 'docx', file, proofFile, ...asked },
    proving,
  );
  expect(proofSchema.parse(JSON.parse(readFileSync(proofFile, 'utf8')))).toMatchObject({
    result: 'no leak',
    file: 'public.docx',
    findings: [],
  });
  const text = [...parts(readFileSync(file))].flat().join('\n');
  expect(text).toContain('left out here');
  expect(text).not.toContain('Falconbridge');
});

test.each(['pdf', 'docx'] as const)(
  'a %s whose name tells is refused, with the block to go to, and nothing is written but the report',
  async (format) => {
    const folder = scratchFolder();
    const file = path.join(folder, `Falconbridge – public copy.${format}`);
    const proofFile = path.join(folder, 'proof.json');
    const document = report('The depot');
    const secret = document.sections[1]?.blocks[1]?.id;
    const asked = { pictures: noPictures, evidence: undefined, pdf: undefined, date: '2026-11-28T12:00:00Z' };
    await expect(
      writePublicCopy({ document, format, file, proofFile, ...asked }, proving),
    ).rejects.toMatchObject({
      code: 'pack.leak',
      details: { place: 'in the name of the file', item: 'paragraph 2, block 3', blockId: secret },
    });
    expect(readdirSync(folder)).toEqual(['proof.json']);
    expect(readFileSync(proofFile, 'utf8')).toContain('"leaks"');
  },
);

/** Cited by an open paragraph and by a withheld one; the source of the second is cited nowhere else. */
function citedReport(): DespatchDocument {
  const document = report('The depot');
  const [front, body] = document.sections;
  if (!front || !body || body.role === 'unknown') throw new Error('not the report');
  const [first, secret, last] = body.blocks;
  if (!first || !secret || !last) throw new Error('not the report');
  const blocks = [
    citing(first, citation('c1', 'flood', 3)),
    citing(secret, citation('c2', 'mail', null), citation('c4', 'survey', 7)),
    citing(last, citation('c3', 'flood', 4)),
  ];
  return { ...document, sections: [front, { ...body, blocks }] };
}
const forms = ['notes', 'endnotes', 'annex', 'brackets'] as const;

describe.each(['pdf', 'docx'] as const)('the evidence of withheld blocks is not in a public %s', (format) => {
  test.each(forms)('with %s', async (form) => {
    const folder = scratchFolder();
    const file = path.join(folder, `public.${format}`);
    const document = citedReport();
    const evidence = await evidenceOf(
      form === 'brackets' ? 'notes' : form,
      form === 'brackets' ? 'harvard' : 'gov-uk',
    );
    const asked = { pictures: noPictures, evidence, pdf: undefined, date: '2026-11-28T12:00:00Z' };
    const { proof } = await writePublicCopy({ document, format, file, proofFile: null, ...asked }, proving);
    expect(proof.result).toBe('no leak');
    const restricted = await textOf(await render(document, format, { evidence }), format);
    const text = await textOf(readFileSync(file), format);
    // In the copy for members they stand, or this proves nothing.
    expect(restricted).toMatch(/survey/u);
    expect(restricted).toMatch(/pumps/u);
    expect(text).not.toMatch(/survey|pumps|Re: /u);
    expect(text).toContain('rivers');
    if (format === 'docx') {
      const files = parts(readFileSync(file));
      expect([...files.keys()].filter((name) => name.startsWith('customXml'))).toEqual([]);
      const notes = files.get(form === 'endnotes' ? 'word/endnotes.xml' : 'word/footnotes.xml') ?? '';
      // Two notes, numbered 1 and 2, beside the separators that every Word file has.
      if (form === 'notes' || form === 'endnotes')
        expect([...notes.matchAll(/w:id="([1-9]\d*)"/gu)].map(([, id]) => id)).toEqual(['1', '2']);
    }
    if (form === 'annex') expect(text.match(/Keeping rivers moving/gu)).toHaveLength(2);
  });
});

async function textOf(bytes: Uint8Array, format: 'pdf' | 'docx'): Promise<string> {
  if (format === 'docx')
    return [...parts(bytes)].map(([name, xml]) => `${name} ${xml.replace(/<[^>]*>/gu, '')}`).join('\n');
  const pdf = await openPdf(bytes);
  const pages = Array.from({ length: pdf.pageCount }, (_, at) => pdf.text(at).text);
  pdf.close();
  return pages.join('\n').replace(/\s+/gu, ' ');
}

test('the copy for members of the same document leaks, and the proof would refuse it', async () => {
  const { documentProofTexts } = await import('../../../../shared/pack/proof/document-texts.ts');
  const { proveNoLeak } = await import('../../../../electron/library/pack/proving.ts');
  const { writeFileSync } = await import('node:fs');
  const document = report('The depot');
  const file = path.join(scratchFolder(), 'members.pdf');
  writeFileSync(file, await render(document, 'pdf'));
  const texts = documentProofTexts(document, 'the document', { evidence: undefined });
  const proof = await proveNoLeak({ publicFile: file, publicName: 'x', date: '', ...texts }, proving);
  expect(proof.findings.map(({ where }) => where)).toContain('page 1, in its words');
  expect(existsSync(file)).toBe(true);
});
