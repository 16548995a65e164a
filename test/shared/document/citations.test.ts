import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citationsOfPart,
  citedIn,
  distinctCitations,
  joinCitations,
  renameCited,
  sameCitation,
  shareCitations,
  takeInCited,
} from '../../../shared/document/citations.ts';
import { placedText, sliceContent } from '../../../shared/document/places.ts';
import { bearings, type Citation, type Inline } from '../../../shared/document/schema.ts';

function citation(id: string, quote = id, more: Partial<Citation> = {}): Citation {
  return {
    id,
    evidenceId: 'source',
    edition: null,
    bearing: 'supports',
    locator: {
      quote: { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' },
      position: null,
      page: 1,
    },
    ...more,
  };
}
function run(text: string, ...cited: string[]): Inline {
  return { type: 'text', text, ...(cited.length > 0 ? { cited } : {}) };
}

/** A block whose runs bear some of its citations, as the repairs leave them. */
const cited = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      quote: fc.constantFrom('one', 'two', 'three'),
      bearing: fc.constantFrom(...bearings),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  )
  .chain((rows) => {
    const citations = rows.map(({ id, quote, bearing }) => citation(id, quote, { bearing }));
    const ids = rows.map(({ id }) => id);
    const inline = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('word', ' ', 'x y'), fc.subarray(ids))
          .map(([text, on]) => run(text, ...on)),
      },
      { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    );
    return fc.array(inline, { maxLength: 5 }).map((words) => ({ citations, words }));
  });

/** What each character is about, whole-block citations included, by what they say. */
function evidenceByPlace({ citations, words }: { citations: readonly Citation[]; words: readonly Inline[] }) {
  const onWords = citedIn(words);
  const says = (each: Citation) => `${each.locator.quote.exact} ${each.bearing}`;
  const whole = citations.filter(({ id }) => !onWords.has(id)).map(says);
  return words.flatMap((inline) => {
    const own = inline.type === 'break' ? [] : (inline.cited ?? []);
    const about = own.map((id) => says(citations.find((each) => each.id === id) ?? citation('?')));
    const evidence = new Set([...about, ...whole]);
    return Array.from({ length: inline.type === 'text' ? inline.text.length : 1 }, () => evidence);
  });
}

function expectAll(these: Iterable<string>, among: ReadonlySet<string> | undefined): void {
  for (const each of these) expect(among?.has(each)).toBe(true);
}

test('wherever a block is cut, every word keeps all its evidence, and no citation is lost', () => {
  fc.assert(
    fc.property(cited, fc.nat(12), (block, at) => {
      const first = sliceContent(block.words, 0, at);
      const second = sliceContent(block.words, at, Number.POSITIVE_INFINITY);
      const [one = [], two = []] = shareCitations(block.citations, [first, second]);
      const before = evidenceByPlace(block);
      const after = [
        ...evidenceByPlace({ citations: one, words: first }),
        ...evidenceByPlace({ citations: two, words: second }),
      ];
      const characters = placedText(block.words);
      for (const [place, evidence] of before.entries()) {
        if (characters[place]?.trim() !== '') expectAll(evidence, after[place]);
      }
      expect(new Set([...one, ...two])).toEqual(new Set(block.citations));
    }),
  );
});

test('whatever is joined, ids stay distinct, every word keeps its evidence, and no evidence is lost', () => {
  fc.assert(
    fc.property(cited, cited, (into, coming) => {
      const { citations, renamed } = joinCitations(into, coming);
      const words = [...into.words, ...renameCited(coming.words, renamed)];
      expect(new Set(citations.map(({ id }) => id)).size).toBe(citations.length);
      for (const id of citedIn(words)) expect(citations.some((each) => each.id === id)).toBe(true);
      for (const old of [...into.citations, ...coming.citations]) {
        expect(citations.some((each) => sameCitation(each, old))).toBe(true);
      }
      const after = evidenceByPlace({ citations, words });
      const onWordsBefore = [
        ...into.words.map((inline) => ({ inline, of: into })),
        ...coming.words.map((inline) => ({ inline, of: coming })),
      ].flatMap(({ inline, of }) => {
        const ids = inline.type === 'break' ? [] : (inline.cited ?? []);
        const about = ids.flatMap((id) => of.citations.filter((each) => each.id === id));
        const says = about.map((each) => `${each.locator.quote.exact} ${each.bearing}`);
        return Array.from({ length: inline.type === 'text' ? inline.text.length : 1 }, () => says);
      });
      for (const [place, says] of onWordsBefore.entries()) {
        expectAll(says, after[place]);
      }
    }),
  );
});

/** Cites the same twice, each for its own words, and once more for all of them. */
const twice = {
  citations: [citation('a', 'one'), citation('b', 'one'), citation('c', 'one')],
  words: [run('word', 'b'), run('word', 'a')],
};

test('a block that is cut and joined again has the citations it had, on the words it had; only twins become one', () => {
  fc.assert(
    fc.property(cited, fc.nat(12), (block, at) => {
      const first = sliceContent(block.words, 0, at);
      const second = sliceContent(block.words, at, Number.POSITIVE_INFINITY);
      const [one = [], two = []] = shareCitations(block.citations, [first, second]);
      const joined = joinCitations({ citations: one, words: first }, { citations: two, words: second });
      const byId = (citations: readonly Citation[]) => new Map(citations.map((each) => [each.id, each]));
      const [before, after] = [byId(block.citations), byId(joined.citations)];
      expect(after.size).toBe(before.size - joined.renamed.size);
      for (const [id, old] of before) {
        const name = joined.renamed.get(id) ?? id;
        expect(after.get(name)).toEqual(before.get(name));
        expect(sameCitation(before.get(name) ?? citation('?'), old)).toBe(true);
      }
      const words = [...first, ...renameCited(second, joined.renamed)];
      expect(evidenceByPlace({ citations: joined.citations, words })).toEqual(evidenceByPlace(block));
    }),
    { examples: [[twice, 4]] },
  );
});

test('words put among others bring exactly their own evidence, and the words there keep theirs', () => {
  fc.assert(
    fc.property(cited, cited, (into, coming) => {
      const taken = takeInCited(into, coming);
      const words = taken.dress(coming.words);
      const all = { citations: taken.citations, words: [...into.words, ...words] };
      const after = evidenceByPlace(all);
      const before = [...evidenceByPlace(into), ...evidenceByPlace(coming)];
      const characters = placedText(all.words);
      for (const [place, evidence] of before.entries()) {
        if (characters[place] !== '\n') expectAll(evidence, after[place]);
      }
      for (const id of citedIn(all.words)) expect(taken.citations.some((each) => each.id === id)).toBe(true);
      for (const old of into.citations) expect(taken.citations).toContainEqual(old);
    }),
  );
});

test('citations with one id get one each, and the same one twice is one', () => {
  fc.assert(
    fc.property(fc.array(cited, { maxLength: 3 }), (blocks) => {
      const citations = blocks.flatMap((block) => block.citations);
      const distinct = distinctCitations(citations);
      expect(new Set(distinct.map(({ id }) => id)).size).toBe(distinct.length);
      for (const old of citations) expect(distinct.some((each) => sameCitation(each, old))).toBe(true);
      expect(distinctCitations(distinct)).toBe(distinct);
    }),
  );
});

describe('one by one', () => {
  const block = { citations: [citation('w'), citation('f')], words: [run('It costs '), run('£1.6b', 'f')] };

  test('the half without the cited words does not have their citation, and both have that of the whole', () => {
    const [first, second] = shareCitations(block.citations, [[run('It costs ')], [run('£1.6b', 'f')]]);
    expect(first?.map(({ id }) => id)).toEqual(['w']);
    expect(second?.map(({ id }) => id)).toEqual(['w', 'f']);
  });

  test('an empty half has none', () => {
    expect(shareCitations(block.citations, [block.words, []])[1]).toEqual([]);
    expect(shareCitations(block.citations, [[], []])[0]).toEqual(block.citations);
  });

  test('two citations that share their id are told apart where blocks are joined', () => {
    const joined = joinCitations(
      { citations: [citation('c', 'here')], words: [run('here', 'c')] },
      { citations: [citation('c', 'there')], words: [run('there', 'c')] },
    );
    expect(joined.citations.map(({ id }) => id)).toEqual(['c', 'c-2']);
    expect(joined.renamed).toEqual(new Map([['c', 'c-2']]));
  });

  test('the same evidence for each of two points is one where they are joined', () => {
    const joined = joinCitations(
      { citations: [citation('a', 'same')], words: [run('One')] },
      { citations: [citation('b', 'same')], words: [run('Two')] },
    );
    expect(joined.citations).toEqual([citation('a', 'same')]);
  });

  test('of a part only what is about its words goes along, of all of it everything', () => {
    const part = [run('£1.6b', 'f')];
    expect(citationsOfPart(block, part, false).map(({ id }) => id)).toEqual(['f']);
    expect(citationsOfPart(block, [run('It')], false)).toEqual([]);
    expect(citationsOfPart(block, block.words, true)).toEqual(block.citations);
  });

  test('what was about a whole block is about its words only where they are put among others', () => {
    const taken = takeInCited(
      { citations: [], words: [run('Before ')] },
      { citations: [citation('w')], words: [run('after')] },
    );
    expect(taken.dress([run('after')])).toEqual([run('after', 'w')]);
    const alone = takeInCited(
      { citations: [], words: [] },
      { citations: [citation('w')], words: [run('after')] },
    );
    expect(alone.dress([run('after')])).toEqual([run('after')]);
  });
});
