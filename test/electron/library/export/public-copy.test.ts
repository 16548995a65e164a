import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noPictures } from '../../../../electron/library/export/pictures.ts';
import { writePublicCopy } from '../../../../electron/library/export/public-copy.ts';
import { nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { openPdf } from '../../../../electron/pdfium/open-pdf.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { type DespatchDocument, DOCUMENT_FORMAT } from '../../../../shared/document/schema.ts';
import { defaultSettings } from '../../../../shared/document/settings.ts';
import { proofSchema } from '../../../../shared/pack/proof-report.ts';
import { scratchFolder } from '../../../scratch-folder.ts';

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

test('the copy for members of the same document leaks, and the proof would refuse it', async () => {
  const { render } = await import('../../../../electron/library/render.ts');
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
