import { beforeAll, expect, test } from 'vitest';
import { run } from '../../../electron/cli/run.ts';
import { despatch } from './despatch.ts';

async function notice(...words: string[]) {
  const said = { out: '', err: '' };
  const code = await run(['notice', ...words], {
    stdin: (async function* () {})(),
    out: async (text) => {
      said.out += text;
    },
    err: async (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}
const dates = (published: string, meeting: string, country = 'England') => [
  '--published',
  published,
  '--meeting',
  meeting,
  '--country',
  country,
];

// The first call may have to build the bundle.
beforeAll(() => despatch(['--version']), 120_000);

test('the real command line counts, prints four things and ends with 0 or 1', async () => {
  const lawful = await despatch(['notice', ...dates('2025-01-22', '2025-01-30'), '--json']);
  expect(lawful).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(lawful.stdout)).toEqual({
    clearDays: 5,
    required: 5,
    lawful: true,
    reason: expect.stringContaining(
      '5 clear days, Thursday 23, Friday 24, Monday 27, Tuesday 28 and Wednesday 29',
    ),
  });
  const late = await despatch(['notice', ...dates('2024-05-06', '2024-05-13'), '--json']);
  expect(late).toMatchObject({ code: 1, stderr: '' });
  expect(JSON.parse(late.stdout)).toMatchObject({ clearDays: 4, required: 5, lawful: false });
});

test('without --json it says the same in lines', async () => {
  const { code, out } = await notice(...dates('2024-05-06', '2024-05-13'));
  expect(code).toBe(1);
  expect(out.split('\n').slice(0, 2)).toEqual([
    'Too late.',
    expect.stringMatching(/^Published Monday 6 May 2024, a bank holiday .* section 100B\)\.$/),
  ]);
  expect(out).toContain('the last lawful day to publish is Thursday 2 May 2024');
});

test.each(['scotland', 'SCOTLAND', 'northern ireland', ' Wales '])(
  'the country may be written %s',
  async (country) => {
    expect((await notice(...dates('2025-01-20', '2025-01-30', country))).code).toBe(0);
  },
);

test('one’s own number, days of closure and late hours are taken', async () => {
  const json = async (...more: string[]) =>
    JSON.parse((await notice(...dates('2025-01-22', '2025-01-30'), '--json', ...more)).out);
  expect(await json('--required', '6')).toMatchObject({ clearDays: 5, required: 6, lawful: false });
  expect(await json('--closed', '2025-01-27, 2025-01-28')).toMatchObject({ clearDays: 3, lawful: false });
  expect(await json('--after-hours', 'yes')).toMatchObject({ clearDays: 4, lawful: false });
});

test.each([
  [dates('2025-02-30', '2025-03-10'), '--published "2025-02-30" is no day of the calendar'],
  [dates('2025-02-03', '10 March'), '--meeting "10 March" is not written YYYY-MM-DD'],
  [dates('2025-03-10', '2025-03-03'), 'the meeting (2025-03-03) is before its publication (2025-03-10)'],
  [
    dates('2025-03-03', '2025-03-10', 'Cornwall'),
    '--country takes England, Wales, Scotland or "Northern Ireland"',
  ],
  [dates('1066-10-14', '2025-03-10'), 'is outside the years 1990 to 2100'],
  [['--published', '2025-03-03', '--country', 'Wales'], '"notice" needs --meeting DATE'],
  [[...dates('2025-03-03', '2025-03-10'), '--required', 'five'], '--required takes a number from 0 to 60'],
  [[...dates('2025-03-03', '2025-03-10'), '--after-hours', 'maybe'], '--after-hours takes yes or no'],
  [[...dates('2025-03-03', '2025-03-10'), '--closed', '2025-03-04,soon'], '--closed "soon" is not written'],
])('wrong words are refused with what is wrong: %j', async (words, said) => {
  const { code, out, err } = await notice(...words);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(said);
});
