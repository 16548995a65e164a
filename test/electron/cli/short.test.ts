import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShort } from '../../../electron/cli/short.ts';
import { valueOptions, verbs } from '../../../electron/cli/verbs.ts';

const short = (line: string) => isShort(line.split(' '));

test('a text that becomes Word or PDF is converted by the short program', () => {
  for (const line of [
    'convert brief.txt --docx brief.docx --pdf brief.pdf',
    'convert --pdf brief.pdf brief.md',
    'convert REPORT.TXT --as report --json',
    'convert brief.markdown --pdf out.pdf --draft --line-numbers --contents with --pdf-standard a-2a',
    'convert brief.md --docx out.docx --speaking-copy',
  ]) {
    expect(short(line), line).toBe(true);
  }
});

test('everything else is left to the whole program', () => {
  for (const line of [
    'convert',
    'convert brief.docx --pdf brief.pdf',
    'convert brief.despatch --pdf brief.pdf',
    'convert - --pdf brief.pdf',
    'convert brief --pdf brief.pdf',
    'convert --docx brief.txt',
    'convert brief.txt other.txt --pdf brief.pdf',
    'convert brief.txt --json-out brief.json',
    'convert brief.txt --pdf brief.pdf --style oscola',
    'convert brief.txt --pdf brief.pdf --evidence notes',
    'convert brief.txt --pdf=brief.pdf',
    'convert brief.txt --help',
    'convert brief.txt --version',
    'convert -- brief.txt',
    'import brief.txt --docx brief.docx',
    'help convert brief.txt',
  ]) {
    expect(short(line), line).toBe(false);
  }
});

test('no word that is not known to be short makes a command line short', () => {
  const known = new Set([
    '--as',
    '--docx',
    '--pdf',
    '--pdf-standard',
    '--contents',
    '--line-numbers',
    '--draft',
    '--speaking-copy',
    '--json',
  ]);
  const options = Object.keys(valueOptions).map((name) => `--${name}`);
  const other = fc.constantFrom(
    ...options.filter((option) => !known.has(option)),
    ...Object.keys(verbs),
    '-x',
    '',
  );
  fc.assert(
    fc.property(other, fc.nat({ max: 2 }), (word, at) => {
      const words = ['brief.txt', '--draft'];
      words.splice(at, 0, word);
      return !isShort(['convert', ...words]);
    }),
  );
});
