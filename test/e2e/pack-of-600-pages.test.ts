/**
 * The proof that page numbers of a pack are right: twelve reports written here and forty PDFs of strangers become one
 * pack through the command line, and other programs read it back.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { despatch } from '../electron/cli/despatch.ts';
import { type LargeMeeting, type LargePaper, largeMeeting } from '../fixtures/pack/large-meeting.ts';
import { hasPrograms, qpdf } from '../fixtures/pack/programs.ts';
import { complaints, type Mark, type PackRead, type PageRead, readPack } from '../fixtures/pack/read-back.ts';

interface Told {
  readonly title: string;
  readonly first: number;
  readonly last: number;
}
interface ToldItem extends Told {
  readonly number: string;
  readonly documents: readonly Told[];
}

let folder: string;
let meeting: LargeMeeting;
let told: readonly ToldItem[];
let pack: PackRead;
let open: PackRead;
let places: ReadonlyMap<string, readonly number[]>;
let openPlaces: typeof places;
const file = () => path.join(folder, 'pack.pdf');
const publicFile = () => path.join(folder, 'public.pdf');
const proofFile = () => path.join(folder, 'proof.json');

beforeAll(async () => {
  if (!hasPrograms) return;
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-pack-'));
  meeting = await largeMeeting(folder);
  const files = ['--pdf', file(), '--public', publicFile(), '--proof', proofFile()];
  const args = ['pack', 'build', meeting.file, ...files, '--json'];
  const { code, stdout, stderr } = await despatch(args, { timeoutMs: 240_000 });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  told = JSON.parse(stdout).items;
  pack = readPack(file());
  open = readPack(publicFile());
  places = tokensIn(pack);
  openPlaces = tokensIn(open);
}, 300_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Pages with each token, in order. */
function tokensIn({ pages }: PackRead): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { text }] of pages.entries()) {
    for (const [token] of text.matchAll(/\b(?:S\d\d|CHROM|LIBRE)p\d+\b|\bR\d\dn\d\d\b/g))
      found.set(token, [...(found.get(token) ?? []), at]);
  }
  return found;
}
/** The one page that has the token; -1: none, -2: it is there several times. */
function pageWith(token: string): number {
  const found = places.get(token) ?? [];
  return found.length > 1 ? -2 : (found[0] ?? -1);
}
const pageLabelled = (label: number | string) => pack.pages.findIndex((page) => page.label === String(label));
/** Of blanks behind notices the label has words, and of notices two numbers. */
const isFront = ({ label }: PageRead) => /^[ivx]+$/.test(label);

function* papers(): Generator<{ paper: LargePaper; range: Told; from: number }> {
  for (const [at, item] of meeting.items.entries()) {
    for (const [order, paper] of item.papers.entries()) {
      const range = told[at]?.documents[order];
      if (!range || range.title !== paper.title) throw new Error(`${paper.title} was not told`);
      yield { paper, range, from: pageLabelled(range.first) };
    }
  }
}

describe.runIf(hasPrograms)('a pack of 600 pages (skipped without qpdf, mutool and poppler)', () => {
  it('is sound, and has every page', () => {
    expect(complaints(file())).toBe('');
    expect(pack.pages.length).toBeGreaterThanOrEqual(600);
    expect([...papers()]).toHaveLength(52);
  });

  it('has labels that are the printed numbers, one after the other', async () => {
    const numbered = pack.pages.filter((page) => !isFront(page));
    expect(numbered.map(({ label }) => label)).toEqual(numbered.map((_, at) => String(at + 1)));
    const unsaid = numbered.filter(({ label, text }) => !new RegExp(`^\\s*Page ${label}$`, 'm').test(text));
    expect(unsaid.map(({ label }) => label)).toEqual([]);
    const shown = await openPdf(readFileSync(file()));
    expect(pack.pages.map((_, at) => shown.label(at))).toEqual(pack.pages.map(({ label }) => label));
    // However the page is turned, cropped and large: at the bottom, in the middle, as it is shown.
    for (const [at, page] of pack.pages.entries()) {
      if (isFront(page)) continue;
      const { text, boxes } = shown.placedText(at);
      const from = text.search(new RegExp(`(?<![A-Za-z])Page ${page.label}(?!\\d)`));
      const [left = 0, top = 0] = boxes.subarray(4 * from);
      const [, , right = 0] = boxes.subarray(4 * (from + `Page ${page.label}`.length - 1));
      const [width = 0, height = 0] = shown.sizes.subarray(2 * at);
      const middle = Math.abs((left + right) / 2 - width / 2) < 3;
      expect({ label: page.label, from: from >= 0, middle, bottom: top > height * 0.85 }).toEqual({
        label: page.label,
        from: true,
        middle: true,
        bottom: true,
      });
    }
    shown.close();
  });

  it('shows each page of each supplied file where it says, whole and once', async () => {
    for (const { paper, range, from } of papers()) {
      if (!paper.supplied) continue;
      const { tokens, name, bytes } = paper.supplied;
      expect({ name, pages: range.last - range.first + 1 }).toEqual({ name, pages: tokens.length });
      const shownOn = tokens.map((token, at) => (token === null ? from + at : pageWith(token)));
      expect({ name, shownOn }).toEqual({ name, shownOn: tokens.map((_, at) => from + at) });
      const source = await openPdf(bytes);
      const sizes = tokens.map((_, at) =>
        [source.sizes[2 * at], source.sizes[2 * at + 1]].map((side) => Math.round(side ?? 0)),
      );
      source.close();
      const packed = tokens.map((_, at) => pack.pages[from + at]?.size.map(Math.round));
      expect({ name, packed }).toEqual({ name, packed: sizes });
    }
  });

  it('shows every paragraph of each report in order within its pages', () => {
    for (const { paper, range, from } of papers()) {
      if (paper.supplied) continue;
      const shownOn = paper.paragraphs.map(pageWith);
      expect(shownOn).toEqual(shownOn.toSorted((a, b) => a - b));
      expect([shownOn[0], shownOn.at(-1)]).toEqual([from, from + range.last - range.first]);
    }
  });

  it('starts every document on a right-hand page, and says of the blanks that they are meant', () => {
    let next = 1;
    for (const { range } of papers()) {
      expect(range.first % 2).toBe(1);
      const between = Array.from(
        { length: range.first - next },
        (_, at) => pack.pages[pageLabelled(next + at)],
      );
      expect(between.length).toBeLessThan(2);
      for (const blank of between)
        expect(blank?.text.trim()).toMatch(/^This page is intentionally left blank\s+Page \d+$/);
      next = range.last + 1;
    }
  });

  it('has a front sheet with the pages of every item and paper', () => {
    const front = pack.pages
      .filter(isFront)
      .map(({ text }) => text)
      .join('\n');
    const words = ({ first, last }: Told) =>
      first === last ? `(Page ${first})` : `(Pages ${first} - ${last})`;
    const line = (title: string) =>
      front
        .split('\n')
        .find((each) => new RegExp(`\\b${title}(?!\\d)`).test(each))
        ?.trim() ?? '';
    for (const item of told) {
      expect(line(item.title)).toMatch(new RegExp(`^${item.number}\\s+${item.title}\\s+`));
      expect(line(item.title).endsWith(words(item))).toBe(true);
      for (const range of item.documents)
        expect(`${range.title} ${line(range.title)}`).toContain(words(range));
    }
    expect(told.map(({ first }) => first)).toEqual(told.map(({ documents }) => documents[0]?.first));
    expect(told.map(({ last }) => last)).toEqual(told.map(({ documents }) => documents.at(-1)?.last));
  });

  it('bears the stamp of each item on its first page and nowhere else, which leads back to the front sheet', () => {
    const stamped = new Map(told.map(({ number, first }) => [pageLabelled(first), `Agenda Item ${number}`]));
    for (const [at, page] of pack.pages.entries()) {
      if (isFront(page)) continue;
      const stamp = /Agenda Item \d+/.exec(page.text)?.[0];
      expect({ label: page.label, stamp }).toEqual({ label: page.label, stamp: stamped.get(at) });
      const back = page.links.filter((link) => link.page !== null && isFront(pack.pages[link.page] ?? page));
      expect({ label: page.label, back: back.length }).toEqual({ label: page.label, back: stamp ? 1 : 0 });
    }
  });

  it('leads from the stamp of each item to its own line on the front sheet', async () => {
    const shown = await openPdf(readFileSync(file()));
    for (const item of told) {
      const stamped = pack.pages[pageLabelled(item.first)];
      const back = stamped?.links.find(
        ({ says }) => says === `Agenda Item ${item.number}: back to the agenda`,
      );
      const front = back?.page ?? -1;
      const { text, boxes } = shown.placedText(front);
      const from = text.search(new RegExp(`\\b${item.title}(?!\\d)`));
      const above = (boxes[4 * from + 1] ?? 0) - ((pack.pages[front]?.size[1] ?? 0) - (back?.height ?? 0));
      const line = from >= 0 && above >= 0 && above < 14;
      expect({ item: item.number, above, line }).toEqual({ item: item.number, above, line: true });
    }
    shown.close();
  });

  it('has links from the front sheet to each item and paper, in words', () => {
    const links = pack.pages.filter(isFront).flatMap((page) => page.links);
    const targets = links
      .filter(({ address }) => address === null)
      .map(({ page }) => pack.pages[page ?? -1]?.label);
    const wanted = told.flatMap(({ first, documents }) => [first, ...documents.map((range) => range.first)]);
    expect(targets).toEqual(wanted.map(String));
    const addresses = pack.pages
      .flatMap((page) => page.links.map(({ says }) => says))
      .filter((says) => /despatch-pack|^\s*$/.test(says));
    expect(addresses).toEqual([]);
  });

  it('keeps the links of supplied files: within them, by name and by place, and to the world', () => {
    const linking = [...papers()].filter(({ paper }) =>
      /^(?:Local plan|Slides|Packed|Cleaned\.|Agreement|Locked long)/.test(paper.supplied?.name ?? ''),
    );
    expect(linking).toHaveLength(6);
    for (const { paper, from } of linking) {
      const links =
        pack.pages[from]?.links.filter(
          ({ page }) => page === null || !isFront(pack.pages[page] ?? (pack.pages[0] as PageRead)),
        ) ?? [];
      const last = from + (paper.supplied?.tokens.length ?? 0) - 1;
      expect({ name: paper.title, links: links.map(({ page, address }) => page ?? address) }).toEqual({
        name: paper.title,
        links: [last, last, 'https://www.example.gov.uk/'],
      });
    }
  });

  it('has a bookmark for every item and paper, with the supplied file’s own under it', async () => {
    const [agenda, ...items] = pack.bookmarks;
    expect(agenda).toMatchObject({ page: 0 });
    expect(items.map(({ title, page }) => [title, page])).toEqual(
      told.map(({ number, title, first }) => [`${number} ${title}`, pageLabelled(first)]),
    );
    const marks = new Map(
      items.flatMap(({ kids }) => kids.map((mark): [string, Mark] => [mark.title, mark])),
    );
    for (const { paper, from } of papers()) {
      const mark = marks.get(paper.title);
      expect({ title: paper.title, page: mark?.page }).toEqual({ title: paper.title, page: from });
      if (!paper.supplied) continue;
      const flat = (all: readonly Mark[]): Mark[] => all.flatMap((each) => [each, ...flat(each.kids)]);
      const own = flat(mark?.kids ?? []);
      expect({ title: paper.title, own: own.map(({ title }) => title) }).toEqual({
        title: paper.title,
        own: paper.supplied.bookmarks,
      });
      expect(own.map(({ page }) => page)).toEqual(own.map((_, at) => from + at));
    }
    const shown = await openPdf(readFileSync(file()));
    const flat = (all: readonly Mark[]): Mark[] => all.flatMap((each) => [each, ...flat(each.kids)]);
    expect(shown.outline().map(({ title, page }) => [title, page])).toEqual(
      flat(pack.bookmarks).map(({ title, page }) => [title, page]),
    );
    shown.close();
  });

  it('gives every page a place of its own in the structure tree, and nothing in it acts', () => {
    const keys = pack.pages.flatMap(({ structParents }) => structParents ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { paper, from } of papers()) {
      if (!paper.supplied?.tagged) continue;
      const without = paper.supplied.tokens.filter((_, at) => pack.pages[from + at]?.structParents === null);
      expect({ title: paper.title, without }).toEqual({ title: paper.title, without: [] });
    }
    expect(pack.acting).toEqual(['/URI']);
  });
});

/** Every stream unpacked, so that what is in the file can be found by whoever looks. */
function unpacked(pdf: string): string {
  return qpdf(readFileSync(pdf), '--qdf', '--object-streams=disable').toString('latin1');
}

describe.runIf(hasPrograms)('its public copy (skipped without qpdf, mutool and poppler)', () => {
  it('is sound, and was proved before it was written', () => {
    expect(complaints(publicFile())).toBe('');
    const sha256 = createHash('sha256').update(readFileSync(publicFile())).digest('hex');
    const proof = JSON.parse(readFileSync(proofFile(), 'utf8')) as { readonly limits: readonly string[] };
    // Scans are among the papers, whose words nobody can search: the proof says so.
    expect(proof).toMatchObject({ result: 'no leak where it could be read', sha256, findings: [] });
    expect(proof.limits.join(' ')).toMatch(/picture/);
  });

  it('has everything that is open under the number that it has in the restricted pack', () => {
    for (const { paper } of papers()) {
      if (paper.exempt) continue;
      const tokens = paper.supplied
        ? paper.supplied.tokens.flatMap((token) => token ?? [])
        : paper.paragraphs;
      const labels = (read: PackRead, at: typeof places) =>
        tokens.map((token) => (at.get(token) ?? []).map((page) => read.pages[page]?.label));
      expect({ title: paper.title, labels: labels(open, openPlaces) }).toEqual({
        title: paper.title,
        labels: labels(pack, places),
      });
    }
  });

  it('has nothing that is exempt, on no page and in no stream', () => {
    const secret = [...papers()].filter(({ paper }) => paper.exempt);
    expect(secret.length).toBeGreaterThan(5);
    const tokens = secret.flatMap(
      ({ paper }) => paper.supplied?.tokens.flatMap((token) => token ?? []) ?? [],
    );
    expect(tokens.filter((token) => openPlaces.has(token))).toEqual([]);
    const [whole, bytes] = [unpacked(file()), unpacked(publicFile())];
    // The search itself is worth something: it finds them where they are.
    expect(tokens.filter((token) => whole.includes(`${token} is`)).length).toBeGreaterThan(20);
    expect(
      tokens.filter((token) => bytes.includes(`${token} is`) || bytes.includes(`Bookmark ${token}`)),
    ).toEqual([]);
  });

  it('says of every withheld paper which pages they are', () => {
    for (const { paper, range } of papers()) {
      if (!paper.exempt) continue;
      const one = range.first === range.last;
      const label = one ? String(range.first) : `${range.first}-${range.last}`;
      const notice = open.pages.find((page) => page.label.replaceAll(' ', '') === label);
      const words = one ? `Page ${range.first} is not` : `Pages ${range.first} - ${range.last} are not`;
      expect({ title: paper.title, text: notice?.text.includes(`${words} for publication`) }).toEqual({
        title: paper.title,
        text: true,
      });
    }
  });

  it('leads from front sheet and bookmarks to the pages that it has', () => {
    const links = open.pages
      .filter(isFront)
      .flatMap((page) => page.links)
      .filter(({ address }) => address === null);
    expect(links.filter(({ page }) => page === null || page < 0 || page >= open.pages.length)).toEqual([]);
    const [, ...items] = open.bookmarks;
    expect(items.map(({ title, page }) => [title, open.pages[page]?.label])).toEqual(
      told.map(({ number, title, first }) => [`${number} ${title}`, String(first)]),
    );
    const secret = open.bookmarks
      .flatMap(({ kids }) => kids)
      .filter(({ title }) => title.endsWith('(not for publication)'));
    expect(secret).toHaveLength([...papers()].filter(({ paper }) => paper.exempt).length);
    expect(secret.flatMap(({ kids }) => kids)).toEqual([]);
  });
});
