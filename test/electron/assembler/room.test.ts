import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OpenPdf, openPdf } from '../../../electron/pdfium/open-pdf.ts';
import { canReadPacks, jobOf, objectsOf, packOf, type TestPack } from './pack-of.ts';
import { PAGE, type RawPage, type RawStream, simplePdf } from './raw-pdf.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Each word of the page as PDFium sees it, as high as its letters, with those of a stamp told by their number. */
function wordsOf(pdf: OpenPdf, page: number): { readonly word: string; readonly place: Place }[] {
  const { text, boxes } = pdf.placedText(page);
  return [...text.matchAll(/word[a-z]|[A-Z][A-Za-z]+/g)].map(({ 0: word, index }) => {
    const letters = [...word].map((_, at) => boxes.subarray(4 * (index + at), 4 * (index + at) + 4));
    const [top, bottom] = [least(letters, 1), -least(letters, 3, -1)];
    // A box is as tall as the line; letters fill about the middle of it.
    const air = (bottom - top) * 0.22;
    return {
      word,
      place: { left: least(letters, 0), right: -least(letters, 2, -1), top: top + air, bottom: bottom - air },
    };
  });
}

function least(letters: readonly Float32Array[], side: number, sign = 1): number {
  return Math.min(...letters.map((letter) => sign * (letter[side] ?? 0)));
}

const meets = (a: Place, b: Place) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

/** A pack of a file whose edges were looked at first, as every pack's are. */
async function looked(
  pages: readonly RawPage[],
  changes: {
    marking?: string | null;
    keepAnnotations?: boolean;
    catalog?: string;
    more?: Record<number, string | RawStream>;
  } = {},
): Promise<TestPack> {
  const { catalog, more, ...rest } = changes;
  const bytes = simplePdf(pages, catalog, more);
  const pdf = await openPdf(bytes);
  const { leaves } = await jobOf((await packOf([{ bytes }])).file.replace(/[^/]+$/, ''), [
    { bytes, item: 'Agenda Item 6' },
  ]);
  const seen = leaves.map((leaf, at) => ({ ...leaf, edges: pdf.edges(at) }));
  pdf.close();
  return packOf([{ bytes, item: 'Agenda Item 6' }], { ...rest, leaves: seen });
}

const STAMPED = new Set(['Page', 'Agenda', 'Item', 'OFFICIAL']);

test('numbers and stamps never lie over words, however near they come to the edge and however the page is turned', async () => {
  const line = fc.record({
    x: fc.double({ min: 0, max: 0.8, noNaN: true }),
    row: fc.integer({ min: 0, max: 32 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(line, { minLength: 1, maxLength: 14, selector: ({ row }) => row }),
      fc.constantFrom(0, 90, 180, 270),
      fc.constantFrom([595, 842], [842, 595], [420, 595], [1191, 1684]),
      fc.constantFrom(1, 2),
      fc.constantFrom(null, 'OFFICIAL'),
      fc.boolean(),
      async (lines, rotate, [width = 0, height = 0], unit, marking, cropped) => {
        const [x0, y0] = cropped ? [40, 25] : [0, 0];
        const drawn = lines.map(
          ({ x, row }, at) =>
            `BT /F1 9 Tf ${(x0 + x * (width - 60)).toFixed(1)} ${(y0 + 3 + (row / 32) * (height - 12)).toFixed(1)} Td (word${String.fromCharCode(97 + at)}) Tj ET`,
        );
        const box = `[${x0} ${y0} ${x0 + width} ${y0 + height}]`;
        const entries = cropped
          ? `/MediaBox[0 0 ${width + 90} ${height + 60}]/CropBox${box}/Rotate ${rotate}/UserUnit ${unit}`
          : `/MediaBox${box}/Rotate ${rotate}/UserUnit ${unit}`;
        const pack = await looked([{ entries, content: drawn.join(' ') }], { marking });
        const pdf = await openPdf(pack.bytes);
        const words = wordsOf(pdf, 0);
        const [across = 0, down = 0] = pdf.sizes;
        pdf.close();
        const own = words.filter(({ word }) => word.startsWith('word'));
        expect(own).toHaveLength(lines.length);
        for (const { place } of own) {
          expect(Math.min(place.left, place.top)).toBeGreaterThan(-6);
          expect(place.right - across).toBeLessThan(6);
          expect(place.bottom - down).toBeLessThan(6);
        }
        const stamps = words.filter(({ word }) => STAMPED.has(word));
        expect(stamps.length).toBeGreaterThanOrEqual(3);
        const kinds = pack.assembled.notices.map(({ kind }) => kind);
        if (kinds.includes('stampCovers')) return;
        for (const stamp of stamps)
          for (const word of own)
            expect({ stamp, word, over: meets(stamp.place, word.place) }).toMatchObject({ over: false });
      },
    ),
    { numRuns: 40 },
  );
}, 180_000);

const FOOTER = 'BT /F1 9 Tf 280 20 Td (Footer) Tj ET';
const LINK = `<</Type/Annot/Subtype/Link/Rect[280 18 310 29]/QuadPoints[280 29 310 29 280 18 310 18]/Dest[${PAGE} 0 R/XYZ 280 29 0]>>`;

test.runIf(canReadPacks)(
  'links, destinations, bookmarks, fields and places in the structure follow a page that is moved',
  async () => {
    const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(Filled)/DA(/F1 9 Tf)/Rect[350 18 400 29]>>';
    const pack = await looked(
      [
        {
          entries: `/MediaBox[0 0 595 842]/StructParents 0/Annots[${LINK}${field}]`,
          content: `/Figure<</MCID 0>>BDC ${FOOTER} EMC`,
        },
      ],
      {
        catalog: `/MarkInfo<</Marked true>>/StructTreeRoot 100 0 R/Outlines 101 0 R`,
        more: {
          100: '<</Type/StructTreeRoot/K 102 0 R>>',
          101: '<</First 103 0 R/Last 103 0 R>>',
          102: `<</Type/StructElem/S/Figure/P 100 0 R/Pg ${PAGE} 0 R/K 0/Alt(A)/A<</O/Layout/BBox[280 18 310 29]>>>>`,
          103: `<</Title(Mark)/Parent 101 0 R/Dest[${PAGE} 0 R/XYZ 280 29 0]>>`,
        },
      },
    );
    expect(pack.assembled.notices.map(({ kind }) => kind)).toContain('madeRoom');
    const pdf = await openPdf(pack.bytes);
    const words = wordsOf(pdf, 0);
    const [footer, filled, number] = ['Footer', 'Filled', 'Page'].map(
      (word) => words.find((each) => each.word === word)?.place,
    );
    pdf.close();
    if (!footer || !filled || !number) throw new Error('Words are missing.');
    expect(footer.bottom).toBeLessThan(number.top);
    expect(Math.abs(filled.bottom - footer.bottom)).toBeLessThan(4);
    const inside = ([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]) =>
      left <= footer.left + 1 &&
      right >= footer.right - 3 &&
      842 - top <= footer.top + 2 &&
      842 - bottom >= footer.bottom - 2 &&
      top - bottom < 13;
    const objects = [...objectsOf(pack.file).values()].map(
      (object) => (object as { value?: Record<string, unknown> }).value ?? {},
    );
    const link = objects.find(
      (value) => value['/Subtype'] === '/Link' && Array.isArray(value['/QuadPoints']),
    );
    expect(inside(link?.['/Rect'] as number[])).toBe(true);
    const quad = link?.['/QuadPoints'] as number[];
    expect(inside([quad[0] ?? 0, quad[5] ?? 0, quad[2] ?? 0, quad[1] ?? 0])).toBe(true);
    const figure = objects.find((value) => value['/S'] === '/Figure')?.['/A'] as { '/BBox'?: number[] };
    expect(inside(figure['/BBox'] ?? [])).toBe(true);
    const [, , x, y] = Array.isArray(link?.['/Dest']) ? link['/Dest'] : [];
    const [left, , , top] = Array.isArray(link?.['/Rect']) ? link['/Rect'] : [];
    expect([x, y]).toEqual([left, top]);
  },
);

test.each([
  [
    'readers’ notes lie on it',
    `/Annots[<</Type/Annot/Subtype/Highlight/Rect[10 10 90 30]/QuadPoints[10 30 90 30 10 10 90 10]/Contents(n)>>]`,
  ],
  ['it is filled with a pattern', '/Resources<</Font<</F1 4 0 R>>/Pattern<</P1 100 0 R>>>>'],
])('a page stays where it is when %s, and it is said what the stamps cover', async (_, entries) => {
  const wide = Array.from(
    { length: 70 },
    (_each, at) =>
      `1 0 0 1 4 ${12 * at + 4} Tm (word word word word word word word word word word word word word word word word word word word word) Tj`,
  );
  const pack = await looked(
    [{ entries: `/MediaBox[0 0 595 842]${entries}`, content: `BT /F1 11 Tf ${wide.join(' ')} ET` }],
    {
      keepAnnotations: true,
      more: {
        100: {
          entries: '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>',
          content: '0 0 4 4 re f',
        },
      },
    },
  );
  const told = pack.assembled.notices.find(({ kind }) => kind === 'stampCovers');
  expect(told?.pages).toEqual([1]);
  // On white: between the letters of the number nothing of the words is left.
  const pdf = await openPdf(pack.bytes);
  const number = wordsOf(pdf, 0).find(({ word }) => word === 'Page')?.place;
  const { pixels, width } = pdf.draw(0, 1190);
  pdf.close();
  if (!number) throw new Error('There is no number.');
  const row = Math.round(2 * (number.bottom + 1.5));
  const across = Array.from(
    { length: Math.round(2 * (number.right - number.left)) },
    (_each, at) => pixels[4 * (row * width + Math.round(2 * number.left) + at)] ?? 0,
  );
  expect(across.filter((value) => value < 128).length).toBeLessThan(across.length / 4);
});
