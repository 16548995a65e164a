import { expect, test } from 'vitest';
import { createGrants } from '../../../electron/library/grants.ts';

test('a grant is worth the file it was given for, and only for the use it was given for', () => {
  const grants = createGrants();
  grants.give('token', '/desk/brief.docx', 'read');
  expect(grants.fileOf('token', 'read')).toBe('/desk/brief.docx');
  const unknown = expect.objectContaining({ code: 'grant.unknown' });
  expect(() => grants.fileOf('token', 'write')).toThrowError(unknown);
  expect(() => grants.fileOf('/desk/brief.docx', 'read')).toThrowError(unknown);
});
