import { expect, test } from 'vitest';
import { type Grant, Grants } from '../../../electron/desktop/grants.ts';

test('the window learns a token and a name only after the library knows the file', async () => {
  const known: Grant[] = [];
  const grants = new Grants(async (grant) => {
    await Promise.resolve();
    known.push(grant);
  });
  const given = await grants.give('/home/me/Brief.docx', 'read');
  expect(given.name).toBe('Brief.docx');
  expect(Object.keys(given)).toEqual(['grant', 'name']);
  expect(known).toEqual([{ grant: given.grant, file: '/home/me/Brief.docx', use: 'read' }]);
});

test('a file given to be read cannot be opened as an export', async () => {
  const grants = new Grants(async () => {});
  const read = await grants.give('/home/me/in.docx', 'read');
  const written = await grants.give('/home/me/out.docx', 'write');
  expect(grants.exported(read.grant)).toBeNull();
  expect(grants.exported(written.grant)).toBe('/home/me/out.docx');
  expect(grants.exported('made up')).toBeNull();
});

test('a new library process is told everything again', async () => {
  const told: string[] = [];
  const grants = new Grants(async ({ file }) => {
    told.push(file);
  });
  await grants.give('/a', 'read');
  await grants.give('/b', 'write');
  await grants.tellAgain();
  expect(told).toEqual(['/a', '/b', '/a', '/b']);
});
