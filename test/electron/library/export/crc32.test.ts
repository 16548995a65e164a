import { crc32 as known } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../../electron/library/export/docx/crc32.ts';

test('the checksum of any bytes is that of zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32(bytes)).toBe(known(bytes));
    }),
    { numRuns: 500 },
  );
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});
