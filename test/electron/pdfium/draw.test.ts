import { expect, test } from 'vitest';
import { renderPdf } from '../../../electron/library/export/pdf/index.ts';
import { openPdf } from '../../../electron/pdfium/open-pdf.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { sampleBrief } from '../library/export/sample-documents.ts';

const A4 = [595.28, 841.89];
const bytes = () => renderPdf(printDocument(sampleBrief()));

test('every page has its size in points and is drawn at the width asked for, black on white', async () => {
  const pages = await openPdf(await bytes());
  expect([...pages.sizes.slice(0, 2)].map((size) => Math.round(size * 100) / 100)).toEqual(A4);
  const { width, height, pixels } = pages.draw(0, 600);
  expect([width, height, pixels.length]).toEqual([600, 849, 600 * 849 * 4]);
  expect([...pixels.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  const dark = pixels.filter((value, at) => at % 4 === 0 && value < 64).length;
  expect(dark).toBeGreaterThan(1000);
  expect(dark).toBeLessThan(0.1 * width * height);
  pages.close();
});

test('a coloured page has its red where a canvas expects it', async () => {
  const pages = await openPdf(redPage());
  expect([...pages.draw(0, 100).pixels.slice(0, 4)]).toEqual([255, 0, 0, 255]);
  pages.close();
});

test('a page that is not there and a file that is no PDF are errors', async () => {
  const pages = await openPdf(await bytes());
  expect(() => pages.draw(99, 600)).toThrow('There is no page 99.');
  pages.close();
  await expect(openPdf(Buffer.from('not a PDF'))).rejects.toThrow('PDFium does not read this file.');
});

test('two hundred files opened, drawn and closed leave no memory behind', async () => {
  const pdf = await bytes();
  const once = async () => {
    const pages = await openPdf(pdf);
    pages.draw(0, 800);
    pages.close();
  };
  for (let run = 0; run < 20; run += 1) await once();
  const before = process.memoryUsage().rss;
  for (let run = 0; run < 200; run += 1) await once();
  // One picture alone has 3.6 MB: two hundred of them would be 720, what Node itself comes and goes with is far less.
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

/** One page, red all over. */
function redPage(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>',
    '<< /Length 28 >>\nstream\n1 0 0 rg 0 0 100 100 re f \nendstream',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
