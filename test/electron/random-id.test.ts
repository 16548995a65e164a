import { expect, test } from 'vitest';
import { randomId } from '../../electron/random-id.ts';

test('an id is a version 4 UUID, and a hundred thousand of them differ', () => {
  const ids = Array.from({ length: 100_000 }, randomId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
