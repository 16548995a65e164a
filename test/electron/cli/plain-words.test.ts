import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from '../../../electron/cli/plain-words.ts';

const options = {
  docx: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const word = fc.oneof(
  fc.constantFrom(
    'convert',
    '--docx',
    '--as',
    '--json',
    '--help',
    '-h',
    '--',
    '-',
    '',
    '--docx=a',
    '--no-json',
  ),
  fc.constantFrom('--constructor', '--__proto__', '--toString', '-x', '-jh', 'brief.txt', '-5', '--AS'),
  fc.string(),
);

test('whatever is read without the parser of Node is what that would have read', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
      const ours = plainWords(argv, options);
      if (ours === null) return;
      const { values, positionals } = parseArgs({
        args: argv,
        options,
        allowPositionals: true,
        strict: true,
      });
      expect({ values: { ...ours.values }, positionals: ours.positionals }).toEqual({
        values: { ...values },
        positionals,
      });
    }),
    { numRuns: 2000 },
  );
});

test('a whole command is read, and what is wrong or seldom is left to the parser', () => {
  const command = ['convert', 'a.txt', '--docx', 'a.docx', '--json'];
  expect(plainWords(command, options)).toEqual({
    values: { docx: 'a.docx', json: true },
    positionals: ['convert', 'a.txt'],
  });
  for (const words of [['--pdf', 'x'], ['--docx'], ['--docx', '-x'], ['--json', '--json'], ['-h'], ['--']]) {
    expect(plainWords(words, options)).toBeNull();
  }
});
