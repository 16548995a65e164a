import { expect, test } from 'vitest';
import { canReadPacks, type OutlineEntry, objectsOf, packOf, summaryOf } from './pack-of.ts';
import { PAGE, simplePdf } from './raw-pdf.ts';

type Dict = Readonly<Record<string, unknown>>;

interface Link {
  /** Of the page, from 1. */
  readonly from: number;
  /** Of the page it leads to; null: an address. */
  readonly to: number | null;
  /** How it is shown, as in ["/XYZ", 0, 842, null]. */
  readonly view: readonly unknown[];
  readonly uri: string | null;
  readonly contents: string;
}

/** All links of a pack as qpdf reads them. */
function linksOf(file: string): Link[] {
  const objects = objectsOf(file);
  const objectAt = (name: unknown): unknown => {
    const object = typeof name === 'string' ? objects.get(`obj:${name}`) : undefined;
    return object === undefined ? name : (object as { value?: unknown }).value;
  };
  const pages = summaryOf(file).pages.map(({ object }) => object);
  return pages.flatMap((page, at) => {
    const annotations = objectAt((objectAt(page) as Dict)['/Annots']);
    if (!Array.isArray(annotations)) return [];
    return annotations.map((annotation): Link => {
      const dict = objectAt(annotation) as Dict;
      const dest = objectAt(dict['/Dest']);
      const action = objectAt(dict['/A']) as Dict | undefined;
      return {
        from: at + 1,
        to: Array.isArray(dest) ? pages.indexOf(dest[0] as string) + 1 : null,
        view: Array.isArray(dest) ? dest.slice(1) : [],
        uri: action ? String(action['/URI']).replace(/^u:/, '') : null,
        contents: String(dict['/Contents']).replace(/^u:/, ''),
      };
    });
  });
}

const link = (entries: string) => `<</Type/Annot/Subtype/Link/Rect[10 10 90 30]${entries}>>`;
const led = (links: readonly Link[]) => links.map(({ from, to, uri }) => `${from} → ${to ?? uri}`);

test.runIf(canReadPacks)(
  'links of a supplied file lead to the same pages in the pack, however they say where',
  async () => {
    const annotations = [
      link(`/Dest[${PAGE + 2} 0 R/XYZ 0 700 0]`),
      link('/Dest/old'),
      link('/Dest(named)'),
      link(`/A<</S/GoTo/D[${PAGE + 1} 0 R/FitH 300]>>`),
      link('/A<</S/GoTo/D(in a dictionary)>>'),
      link('/A<</S/Named/N/LastPage>>'),
      link('/A<</S/URI/URI(https://www.gov.uk/)>>'),
    ];
    const bytes = simplePdf(
      [{ entries: `/MediaBox[0 0 595 842]/Annots[${annotations.join('')}]` }, {}, {}],
      `/Dests<</old[${PAGE + 1} 0 R/Fit]>>/Names<</Dests 100 0 R>>`,
      {
        100: '<</Kids[101 0 R 100 0 R]>>',
        101: `<</Limits[(in a dictionary)(named)]/Names[(in a dictionary)<</D[${PAGE + 2} 0 R/XYZ 1 2 3]>>(named)[${PAGE + 2} 0 R/Fit]]>>`,
      },
    );
    const { file, assembled } = await packOf([{ bytes: simplePdf([{}, {}]) }, { bytes }]);
    expect(led(linksOf(file))).toEqual([
      '3 → 5',
      '3 → 4',
      '3 → 5',
      '3 → 4',
      '3 → 5',
      '3 → 5',
      '3 → https://www.gov.uk/',
    ]);
    expect(linksOf(file)[0]?.contents).toBe('Page 5');
    expect(assembled.notices.filter(({ kind }) => kind === 'brokenLinksRemoved')).toEqual([]);
  },
);

test.runIf(canReadPacks)(
  'links to pages that are not in the pack, or to nowhere, are taken away and told',
  async () => {
    const annotations = [
      link(`/Dest[${PAGE + 1} 0 R/Fit]`),
      link('/Dest(nowhere)'),
      link('/A<</S/URI/URI(file:///C:/secret.docx)>>'),
      link('/A<</S/URI/URI(despatch-pack:front)>>'),
      link('/A<</S/URI/URI(mailto:clerk@council.gov.uk)>>'),
    ];
    const bytes = simplePdf([{ entries: `/MediaBox[0 0 595 842]/Annots[${annotations.join('')}]` }, {}]);
    const { file, assembled } = await packOf([{ bytes, pages: [0] }]);
    expect(led(linksOf(file))).toEqual(['1 → mailto:clerk@council.gov.uk']);
    const notice = assembled.notices.find(({ kind }) => kind === 'brokenLinksRemoved');
    expect(notice?.pages).toEqual([1]);
    expect(notice?.detail).toContain('page 2, which is not in the pack');
    expect(notice?.detail).toContain('file:///C:/secret.docx');
  },
);

test.runIf(canReadPacks)(
  'links of our own parts lead to the targets of the pack, and stamps back to the front sheet',
  async () => {
    const annotations = [
      link('/A<</S/URI/URI(despatch-pack:item-6)>>'),
      link('/A<</S/URI/URI(despatch-pack:nothing)>>'),
    ];
    const front = simplePdf([{ entries: `/MediaBox[0 0 595 842]/Annots[${annotations.join('')}]` }]);
    const { file } = await packOf(
      [
        { bytes: front, origin: 'ours' },
        { bytes: simplePdf([{}, {}]), item: 'Agenda Item 6' },
      ],
      { targets: { front: { leaf: 0 }, 'item-6': { leaf: 1 } } },
    );
    expect(led(linksOf(file))).toEqual(['1 → 2', '2 → 1']);
    expect(linksOf(file)[1]?.contents).toBe('Agenda Item 6: back to the agenda');
  },
);

test.runIf(canReadPacks)(
  'a stamp leads to its own line where the pack knows it, however the page with the line is turned and cropped',
  async () => {
    const front = simplePdf([{ entries: '/MediaBox[0 0 700 900]/CropBox[50 20 650 820]/Rotate 90' }]);
    const { file } = await packOf(
      [
        { bytes: front, origin: 'ours' },
        { bytes: simplePdf([{}]), item: 'Agenda Item 6' },
      ],
      { targets: { front: { leaf: 0, top: 308 } } },
    );
    // Turned by a quarter, what is 308 points below the top as it is shown is 308 to the right of the left edge.
    expect(linksOf(file)[0]?.view).toEqual(['/XYZ', 50 + 300, 20, null]);
  },
);

test.runIf(canReadPacks)(
  'a file that is its own page tree, outline and name tree in a circle ends',
  async () => {
    const bytes = simplePdf([{}], '/Names<</Dests 100 0 R>>/Outlines 101 0 R', {
      100: '<</Kids[100 0 R]>>',
      101: '<</First 102 0 R/Last 102 0 R>>',
      102: `<</Title(Round)/Next 102 0 R/First 102 0 R/Dest[${PAGE} 0 R/Fit]>>`,
    });
    const { file } = await packOf([{ bytes }], {
      bookmarks: [{ title: 'Item', leaf: 0, part: 0, children: [] }],
    });
    expect(summaryOf(file).outlines[0]?.kids.map(({ title }) => title)).toEqual(['Round']);
  },
);

test.runIf(canReadPacks)(
  'bookmarks of supplied files stand under that of their item, as they were',
  async () => {
    const bytes = simplePdf([{}, {}, {}], '/Outlines 100 0 R', {
      100: '<</First 101 0 R/Last 103 0 R/Count 3>>',
      101: `<</Title(Findings)/Parent 100 0 R/Next 102 0 R/Dest[${PAGE} 0 R/Fit]/First 104 0 R/Last 104 0 R/Count 1/C[1 0 0]/F 2>>`,
      102: `<</Title<FEFF00C900740065>/Parent 100 0 R/Prev 101 0 R/Next 103 0 R/A<</S/GoTo/D[${PAGE + 2} 0 R/Fit]>>>>`,
      103: '<</Title(Run)/Parent 100 0 R/Prev 102 0 R/A<</S/Launch/F(calc.exe)>>>>',
      104: `<</Title(Detail)/Parent 101 0 R/Dest[${PAGE + 1} 0 R/Fit]>>`,
    });
    const { file } = await packOf([{ bytes: simplePdf([{}]) }, { bytes, pages: [0, 1] }], {
      bookmarks: [
        { title: '1 Apologies', leaf: 0, part: null, children: [] },
        { title: '2 “Findings” – report', leaf: 1, part: 1, children: [] },
      ],
    });
    const shape = (entries: readonly OutlineEntry[]): unknown[] =>
      entries.map(({ title, destpageposfrom1, kids }) => [title, destpageposfrom1, ...shape(kids)]);
    expect(shape(summaryOf(file).outlines)).toEqual([
      ['1 Apologies', 1],
      ['2 “Findings” – report', 2, ['Findings', 2, ['Detail', 3]]],
    ]);
    const findings = [...objectsOf(file).values()]
      .map((object) => (object as { value?: Dict }).value ?? {})
      .find((value) => value['/Title'] === 'u:Findings');
    expect(findings).toMatchObject({ '/C': [1, 0, 0], '/F': 2, '/Count': 1 });
  },
);

test.runIf(canReadPacks)(
  'labels are the printed numbers, and those of pages without one what they are called',
  async () => {
    const { file, job } = await packOf([{ bytes: simplePdf([{}, {}, {}, {}]) }], {});
    const numbers = [null, null, '1', '2'];
    const leaves = job.leaves.map((leaf, at) => ({
      ...leaf,
      number: numbers[at] ?? null,
      fallbackLabel: ['i', 'ii'][at] ?? '',
    }));
    const labelled = await packOf([{ bytes: simplePdf([{}, {}, {}, {}]) }], { leaves });
    expect(summaryOf(labelled.file).pagelabels.map(({ index, label }) => [index, label['/S']])).toEqual([
      [0, '/r'],
      [2, '/D'],
    ]);
    expect(summaryOf(file).pagelabels).toHaveLength(1);
  },
);
