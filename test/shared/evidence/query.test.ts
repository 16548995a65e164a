import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { matchOf, parseQuery } from '../../../shared/evidence/query.ts';

/** Which of the texts a query finds, in a real index. */
function finder(...texts: string[]) {
  const database = new SqliteDatabase(':memory:');
  onTestFinished(() => {
    database.close();
  });
  database.exec(
    `CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')`,
  );
  const put = database.prepare('INSERT INTO words VALUES (?)');
  for (const text of texts) put.run(text);
  const ask = database
    .prepare<[string], string>('SELECT text FROM words WHERE words MATCH ? ORDER BY rowid')
    .pluck();
  return (query: string): string[] => {
    const parsed = parseQuery(query).query;
    const match = parsed === null ? false : matchOf(parsed);
    if (typeof match === 'boolean') return match ? [...texts] : [];
    return ask.all(match);
  };
}

const pieces = fc.constantFrom(
  ...[
    'flood',
    'AND',
    'OR',
    'NOT',
    '(',
    ')',
    '"',
    '“',
    '*',
    ':',
    'title:',
    'author:',
    '^',
    '+',
    '-',
    "'",
    ',',
    '{',
    '}',
  ],
  ...['NEAR(', '£1.6bn', '10%', '\0', '😀', 'é', ' ', '  ', 'a', '3', 'well-being', 'ﬁ', '\ud800', 'İ', '؀'],
);

test('no text whatever makes a question that the index refuses', () => {
  const find = finder('a flood', 'the title of 3 floods');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
        fc.array(pieces, { maxLength: 40 }).map((some) => some.join(' ')),
        fc.string({ unit: 'binary', maxLength: 200 }),
      ),
      (query) => {
        find(query);
      },
    ),
    { numRuns: 2000 },
  );
});

test('queries of 10,000 characters are asked too', () => {
  const find = finder('a flood');
  for (const piece of [
    '(',
    ')',
    '"',
    'flood ',
    'flood OR ',
    'NOT ',
    'flood NOT ',
    '😀',
    '\0',
    '!',
    '-',
    'a',
    "a'",
    'a-',
  ]) {
    find(piece.repeat(10_000 / piece.length));
  }
  find(`${'('.repeat(5000)}flood${')'.repeat(5000)}`);
  expect(find(`flood ${'\0'.repeat(5000)}`)).toEqual(['a flood']);
});

test('all words must be there, in any order; a phrase in its own', () => {
  const find = finder('the quay at low tide', 'tide and time', 'the tide was low');
  expect(find('tide low ')).toEqual(['the quay at low tide', 'the tide was low']);
  expect(find('"low tide"')).toEqual(['the quay at low tide']);
  expect(find('“low tide”')).toEqual(['the quay at low tide']);
});

test('AND, OR, NOT and brackets mean what they say, NOT binding first and OR last', () => {
  const texts = ['red quay', 'red pier', 'blue quay', 'blue pier'];
  const find = finder(...texts);
  expect(find('red AND quay ')).toEqual(['red quay']);
  expect(find('red OR blue quay ')).toEqual(['red quay', 'red pier', 'blue quay']);
  expect(find('(red OR blue) quay ')).toEqual(['red quay', 'blue quay']);
  expect(find('red NOT quay ')).toEqual(['red pier']);
  expect(find('NOT quay AND blue ')).toEqual(['blue pier']);
  expect(find('(red OR blue) NOT (quay OR red) ')).toEqual(['blue pier']);
});

test('small letters make a word of and, or and not', () => {
  const find = finder('quays and piers', 'quays');
  expect(find('quays and piers ')).toEqual(['quays and piers']);
});

test('the last word is taken for a beginning unless a space follows it; others only with a star', () => {
  const find = finder('harbourwards', 'harbour', 'the quayside harbour');
  expect(find('harbourw')).toEqual(['harbourwards']);
  expect(find('harbourw ')).toEqual([]);
  expect(find('quays harb')).toEqual([]);
  expect(find('quays* harb')).toEqual(['the quayside harbour']);
});

test('a letter that begins the next word changes nothing yet', () => {
  const find = finder('flood warning', 'flood');
  expect(find('flood w')).toEqual(['flood warning', 'flood']);
  expect(find('flood AND w')).toEqual(['flood warning', 'flood']);
  expect(parseQuery('flood AND w').problem).toBeNull();
  expect(find('flood wa')).toEqual(['flood warning']);
});

test.each([
  'relation',
  'government',
  'sustainability',
  'planning',
  'organisation',
  'organization',
  'caring',
  'policies',
  'happiness',
  'payment',
  'quayside',
  'universities',
  'responsible',
])('%s is found at every letter from the second on while it is typed', (word) => {
  const find = finder(`of ${word} it is said`);
  // The stem of a short word in -ing is not reached until the word is whole.
  const missing = Array.from(word, (_, at) => word.slice(0, at + 1)).filter(
    (typed) => typed.length >= 2 && find(typed).length === 0,
  );
  expect(missing).toEqual(word === 'caring' ? ['cari', 'carin'] : []);
});

test('a word is found in its other forms', () => {
  const find = finder('the schools closed');
  expect(find('school closing ')).toEqual(['the schools closed']);
});

test.each([
  ['organise', 'organize'],
  ['organisations', 'organizations'],
  ['analyse', 'analyze'],
  ['colour', 'color'],
  ['neighbouring', 'neighboring'],
  ['centre', 'center'],
  ['centimetres', 'centimeters'],
  ['programme', 'program'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['practise', 'practice'],
  ['travelled', 'traveled'],
  ['counsellor', 'counselor'],
  ['fulfil', 'fulfill'],
  ['enrolment', 'enrollment'],
  ['judgement', 'judgment'],
  ['ageing', 'aging'],
  ['grey', 'gray'],
  ['catalogue', 'catalog'],
  ['paediatric', 'pediatric'],
  ['foetal', 'fetal'],
  ['manoeuvre', 'maneuver'],
  ['plough', 'plow'],
])('%s and %s find each other', (british, american) => {
  expect(finder(`the ${american} here`)(`${british} `)).toHaveLength(1);
  expect(finder(`the ${british} here`)(`${american} `)).toHaveLength(1);
});

test('an unfinished word finds the other spelling too', () => {
  const find = finder('organizing the flood', 'organising it');
  expect(find('organis')).toHaveLength(2);
  expect(find('organisi')).toHaveLength(2);
});

test('hyphens and apostrophes need not be as in the text', () => {
  const find = finder(
    'their well-being',
    'their wellbeing',
    'well, being there',
    "the minister's view",
    'ministers',
  );
  expect(find('well-being ')).toEqual(['their well-being', 'their wellbeing', 'well, being there']);
  expect(find('minister’s ')).toEqual(["the minister's view", 'ministers']);
});

test.each(['£1.6bn', '£1.6 billion', '£1,600m', '£1,600 million', '£1.6b', '1.6 billion'])(
  '%s finds the same sum written otherwise',
  (query) => {
    const texts = [
      'cost £1.6bn',
      'cost £1.6 billion',
      'cost £1,600m',
      'cost 1600000000',
      'cost £1,600,000,000',
    ];
    expect(finder(...texts, 'cost £1.7bn', 'cost £16bn')(`${query} `)).toEqual(texts);
  },
);

test('a percentage is found with its sign and in words', () => {
  expect(finder('by 10%', 'by 10 per cent', 'by 110%')('10% ')).toEqual(['by 10%', 'by 10 per cent']);
});

test('accents are no difference', () => {
  expect(finder('the café')('cafe ')).toHaveLength(1);
  expect(finder('the cafe')('café ')).toHaveLength(1);
});

test.each([
  ['', null],
  ['   ', null],
  ['flood', null],
  ['"flood war', null],
  ['(flood', null],
  ['!!! …', 'There are no words in it to look for.'],
  ['flood)', 'A bracket is closed that was not opened.'],
  ['flood OR', 'OR needs words on both sides.'],
  ['AND flood', 'AND needs words on both sides.'],
  ['NOT flood', 'NOT needs something beside it to look for; its words were looked for instead.'],
  ['flood title: ', 'Nothing follows “title:”.'],
  ['a*', '“a*” is too short: two letters or more must stand before *.'],
  ['word '.repeat(61), 'Only the first 60 words were looked for.'],
])('of %j it is said: %s', (query, problem) => {
  expect(parseQuery(query).problem).toBe(problem);
});
