import { expect, test } from 'vitest';
import { errorCodes } from '../../../shared/contract/errors.ts';
import { explain, explainInOneLine } from '../../../shared/contract/messages.ts';

test.each(errorCodes)('%s is explained in whole sentences, with and without details', (code) => {
  for (const details of [{}, { file: 'a brief.docx', reason: 'because of a test.', limit: 3 }]) {
    for (const sentence of Object.values(explain({ code, details }))) {
      expect(sentence).toMatch(/^[“A-Z].*[^.]\.$/u);
      expect(sentence).not.toMatch(/undefined|\s{2}|\s\.$/);
    }
  }
});

test.each(errorCodes)('%s never shows a code of the system', (code) => {
  for (const reason of ['ENOENT', "ENOENT: no such file or directory, mkdir '/proc/x'", 'ENOTDIR', 'EROFS']) {
    expect(explainInOneLine({ code, details: { file: 'a', folder: 'b', reason } })).not.toMatch(
      /\bE[A-Z]{3,}/,
    );
  }
});

test.each(errorCodes.filter((code) => /^(input|output|library)\./.test(code)))(
  '%s names the file or folder concerned',
  (code) => {
    const key = code.startsWith('library') ? 'folder' : 'file';
    expect(explainInOneLine({ code, details: { [key]: '/shelf/brief.txt' } })).toContain('/shelf/brief.txt');
  },
);

test('a name that no file can have is told in words, not in the code of the system', () => {
  const error = {
    code: 'input.unreadable',
    details: { file: 'a.pdf', reason: 'ERR_INVALID_ARG_VALUE' },
  } as const;
  expect(explain(error).why).toMatch(/no file can have/);
});
