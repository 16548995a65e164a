import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/arguments.ts';
import { askedPrint } from '../../../electron/cli/print-options.ts';
import { helpOf, helpOfAll } from '../../../electron/cli/verbs.ts';

const reason = (words: string[]) => {
  try {
    parseCommandLine(words);
  } catch (thrown) {
    return (thrown as { details: { reason: string } }).details.reason;
  }
  return 'none';
};

test('a verb of two words takes as many files as are named, wherever the options stand', () => {
  expect(
    parseCommandLine(['evidence', '--library', '/l', 'add', 'a.pdf', '--json', 'b.pdf', 'c d.txt']),
  ).toEqual({
    want: 'command',
    command: {
      verb: 'evidence add',
      operand: 'a.pdf',
      operands: ['a.pdf', 'b.pdf', 'c d.txt'],
      options: { library: '/l' },
      json: true,
    },
  });
});

test('what is missing of a verb of two words, or is no such verb, is said', () => {
  expect(reason(['evidence'])).toContain('"evidence" needs a second word, such as "add"');
  expect(reason(['evidence', 'burn', 'x'])).toBe('there is no verb "evidence burn"');
  expect(reason(['evidence', 'add'])).toBe('"evidence add" needs FILE…');
  expect(reason(['evidence', 'add', 'a', ''])).toBe('"evidence add" needs FILE…');
  expect(reason(['add', 'a'])).toBe('there is no verb "add"');
  expect(reason(['check', 'one', 'two'])).toBe('"two" is one word too many');
});

test('help is for all verbs, for those that begin with a word, and for each', () => {
  expect(parseCommandLine(['help', 'evidence'])).toEqual({ want: 'help', verb: null, group: 'evidence' });
  expect(parseCommandLine(['evidence', 'add', '--help'])).toMatchObject({ verb: 'evidence add' });
  expect(parseCommandLine(['--help'])).toEqual({ want: 'help', verb: null, group: null });
  expect(helpOfAll('/l', 'evidence')).toContain('evidence add');
  expect(helpOfAll('/l', 'evidence')).not.toContain('convert');
  expect(helpOfAll('/l')).toMatch(/^ {2}evidence add /m);
  expect(helpOf('evidence add', '/l')).toContain('despatch evidence add FILE…');
});

test('options without a value are taken where they belong, and none of them goes with --despatch', () => {
  const asked = parseCommandLine(['export', 'id', '--pdf', 'out.pdf', '--speaking-copy', '--draft']);
  if (asked.want !== 'command') throw new Error('no command');
  expect(askedPrint(asked.command.options)).toEqual({
    speaking: true,
    pdf: { standard: 'ua-1', contents: 'auto', lineNumbers: false, draftMark: true },
  });
  expect(() => parseCommandLine(['export', 'id', '--despatch', 'out', '--draft'])).toThrow();
  expect(() => parseCommandLine(['list', '--draft'])).toThrow();
  expect(() => parseCommandLine(['convert', 'a.md', '--pdf-standard', 'a-1b'])).toThrow();
});
