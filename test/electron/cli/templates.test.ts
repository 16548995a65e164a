import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';

// The first call may have to build the bundle.
beforeAll(() => despatch(['--version']), 120_000);

test('the templates are listed, those of a department and broken files among them', async () => {
  const library = scratchFolder();
  mkdirSync(path.join(library, 'templates'));
  writeFileSync(path.join(library, 'templates/half.despatch-template.json'), '{');
  const { code, stdout } = await despatch(['templates', '--library', library]);
  expect(code).toBe(0);
  expect(stdout).toContain('council-report  Council report\n    For decision by a committee');
  expect(stdout).toContain(
    '“half.despatch-template.json” is not a template that Despatch can use. Its file is wrong: it is not JSON.',
  );
});

test('a document begins from a template, in a library made for it', async () => {
  const library = path.join(scratchFolder(), 'new', 'library');
  const begun = await despatch(['new', '--template', 'submission', '--library', library, '--json']);
  expect(begun.stderr).toBe('');
  const { documentId } = JSON.parse(begun.stdout) as { documentId: string };
  const listed = await despatch(['list', '--library', library]);
  expect(listed.stdout).toContain(`${documentId}  Submission: (no title)`);
});

test('a template that is not there is named, and no library is made', async () => {
  const library = path.join(scratchFolder(), 'none');
  const ended = await despatch(['new', '--template', 'sonnet', '--library', library]);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('“sonnet” is not among the templates');
  expect((await despatch(['list', '--library', library])).stderr).toContain('There is no library');
});
