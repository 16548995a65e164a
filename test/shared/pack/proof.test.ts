import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { furniture } from '../../../shared/pack/proof/furniture.ts';
import { tokensOf } from '../../../shared/pack/proof/tokens.ts';
import { type ExemptText, SEQUENCE, Sought } from '../../../shared/pack/proof.ts';
import { proofJsonSchema } from '../../../shared/pack/proof-json-schema.ts';

const secret = (text: string, kind: ExemptText['kind'] = 'words'): ExemptText => ({
  item: 'Agenda Item 8',
  kind,
  text,
});
const finds = (sought: Sought, text: string) => sought.find(text, 'prose').hits.length > 0;
const words = (text: string) => tokensOf(text).map(({ word }) => word);

describe('words are the same however a file writes them', () => {
  test.each([
    ['the o\u00ADffice', 'the office'],
    ['the oﬃce', 'the office'],
    ['redun-\n   dancy terms', 'redundancy terms'],
    ['redun\u0002\ndancy', 'redundancy'],
    ['CAFÉ', 'cafe'],
    ['£1,234,567', '£1234567'],
    ['£1\u202f234\u00a0567', '£1234567'],
    ['the council’s self‑employed', "the council's self-employed"],
    ['ＡＣＭＥ', 'acme'],
    ['zero\u200bwidth', 'zerowidth'],
  ])('%j', (one, other) => {
    expect(words(one)).toEqual(words(other));
  });

  test('names are told from words that begin a sentence', () => {
    const names = tokensOf('Paid to Acme. Later, Bolt asked.').filter(({ capital }) => capital === 'inside');
    expect(names.map(({ word }) => word)).toEqual(['acme', 'bolt']);
  });
});

describe('what stands in exempt parts alone', () => {
  const open = ['The council will consider the lease of the depot for the next ten years.'];

  test('is found as a name, a sum or a sequence, in any dress', () => {
    const sought = new Sought(
      [secret('The council will pay £1,234,567 to Acme for the next depot and yard.')],
      open,
    );
    for (const leak of [
      'acme',
      '1234567',
      '£1 234 567'.replaceAll(' ', '\u202f'),
      'acme for the next',
      'forthenextdepotandyard',
      'f o r t h e n e x t d e p o t a n d y a r d',
    ]) {
      expect([leak, finds(sought, leak)]).toEqual([leak, true]);
    }
    expect(finds(sought, open[0] ?? '')).toBe(false);
    expect(finds(sought, 'the council will consider the lease')).toBe(false);
  });

  test('ordinary words common to both refuse nothing', () => {
    const sought = new Sought([secret('The depot will consider ten years.')], open);
    expect(finds(sought, 'ten years for the council')).toBe(false);
    expect(finds(sought, 'the depot will consider ten')).toBe(true);
  });

  test('a short title counts as a whole, though its words are public', () => {
    const sought = new Sought([secret('Depot lease', 'name')], open);
    expect(finds(sought, 'Bookmark: depot lease')).toBe(true);
    expect(finds(sought, 'the lease of the depot')).toBe(false);
  });

  test('is found in what hyphens, apostrophes and capitals join to it, and the other way round', () => {
    const sought = new Sought([secret('The offer of Acme and a Bolt-led bid.')], ['Nothing here.']);
    for (const leak of ['Acme-led', 'Acme’s', 'acmeOffer', 'bid-Acme', 'bolt']) {
      expect([leak, sought.find(leak, 'machine').hits.length > 0]).toEqual([leak, true]);
    }
    const joined = new Sought([secret('They use it.')], ['We re-use it.']);
    expect(joined.find('We re-use it.', 'prose').hits).toEqual([]);
  });

  test('small bare figures are no evidence, signed and large ones are', () => {
    const sought = new Sought([secret('Rates: 27, £38, 7.35, 1,234 and 4.5%.')], ['Nothing else.']);
    expect(finds(sought, 'page 27')).toBe(false);
    expect(finds(sought, '38')).toBe(false);
    for (const leak of ['£38', '7.35', '1234', '4.5%'])
      expect([leak, finds(sought, leak)]).toEqual([leak, true]);
    expect(sought.find('1,234', 'prose', new Set(['1234'])).hits).toEqual([]);
  });

  test('among what programs write only names and figures count alone', () => {
    const sought = new Sought([secret('They asked Acme for an extension of warranty.')], ['Nothing.']);
    expect(sought.find('extension', 'machine').hits).toEqual([]);
    expect(sought.find('extension', 'prose').hits).toHaveLength(1);
    expect(sought.find('/Acme', 'machine').hits).toHaveLength(1);
    expect(sought.find('an extension of warranty', 'machine').hits).toHaveLength(1);
  });

  test('tells how much of it is public too, and of which part a hit is', () => {
    const sought = new Sought(
      [
        secret('The council will consider the lease of the depot.'),
        { item: 'Agenda Item 9', kind: 'words', text: 'Bolt wins.' },
      ],
      open,
    );
    expect(sought.parts.map(({ item, alsoPublic }) => [item, alsoPublic > 0])).toEqual([
      ['Agenda Item 8', true],
      ['Agenda Item 9', false],
    ]);
    expect(sought.find('Bolt', 'prose').hits).toEqual([{ item: 'Agenda Item 9', words: 1 }]);
  });

  test('is not what Despatch prints in every pack', () => {
    const sought = new Sought([secret(furniture.join(' '))], []);
    for (const text of furniture) expect(finds(sought, text)).toBe(false);
  });
});

const word = fc.stringMatching(/^[a-z]{3,9}$/u);
const text = fc.array(word, { minLength: 1, maxLength: 120 });

test('no sequence of exempt-only words is ever missed, wherever it is planted', () => {
  fc.assert(
    fc.property(text, text, text, fc.nat(), fc.nat(), fc.nat(), (hidden, open, around, from, length, at) => {
      const shown = new Set([...open, ...furniture.flatMap(words)]);
      const own = hidden.filter((each) => !shown.has(each));
      fc.pre(own.length > 0);
      const start = from % own.length;
      const planted = own.slice(start, start + 1 + (length % 6));
      const sought = new Sought([secret(hidden.join(' '))], [open.join(' ')]);
      const host = around.filter((each) => !own.includes(each));
      const place = at % (host.length + 1);
      const leaking = [...host.slice(0, place), ...planted, ...host.slice(place)].join(' ');
      expect(finds(sought, leaking)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test('no run of four words that only exempt parts have is ever missed, though every word is public', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('the', 'council', 'lease', 'depot', 'for', 'years'), {
        minLength: SEQUENCE,
        maxLength: 40,
      }),
      fc.nat(),
      (hidden, from) => {
        const start = from % (hidden.length - SEQUENCE + 1);
        const run = hidden.slice(start, start + SEQUENCE).join(' ');
        const open = ['the', 'council', 'lease', 'depot', 'for', 'years'];
        const sought = new Sought([secret(hidden.join(' '))], open);
        expect(finds(sought, `open words ${run} more`)).toBe(true);
      },
    ),
  );
});

test('a public text is never flagged against itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      text,
      (one, other, more) => {
        const open = `${one} ${more.join(' ')}`;
        const sought = new Sought([secret(`${more.join(' ')} ${other} ${one}`)], [open]);
        expect(sought.find(open, 'prose').hits).toEqual([]);
      },
    ),
    { numRuns: 80 },
  );
});

test('ten times the words take ten times the steps', () => {
  const made = (count: number) =>
    Array.from({ length: count }, (_, at) => `w${(at * 7919) % 1013}x${at % 97}`).join(' ');
  const steps = (count: number) => {
    const sought = new Sought([secret(made(count))], [made(count / 2)]);
    sought.find(made(count), 'prose');
    return sought.steps;
  };
  const [small, large] = [steps(2000), steps(20_000)];
  expect(large / small).toBeLessThan(11);
});

test('the report is documented by the schema that stands in docs/', () => {
  const file = path.join(import.meta.dirname, '../../../docs/schemas/proof.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(proofJsonSchema());
});
