import { expect, test } from 'vitest';
import { late, namesOf } from '../../../electron/library/late.ts';
import { spellingCalls } from '../../../shared/contract/spelling-calls.ts';

const context = { signal: new AbortController().signal, progress: () => {} };

test('the code of a feature is loaded with its first call, and once', async () => {
  let loaded = 0;
  const heard: unknown[] = [];
  const handlers = late(['documents.remove', 'documents.restore'], async () => {
    loaded += 1;
    const note = (call: string) => async (input: unknown) => {
      heard.push([call, input]);
      return {};
    };
    return { 'documents.remove': note('remove'), 'documents.restore': note('restore') };
  });
  expect(loaded).toBe(0);
  await Promise.all([
    handlers['documents.remove']({ documentId: 'one' }, context),
    handlers['documents.restore']({ documentId: 'one' }, context),
    handlers['documents.remove']({ documentId: 'two' }, context),
  ]);
  expect(loaded).toBe(1);
  expect(heard).toEqual([
    ['remove', { documentId: 'one' }],
    ['restore', { documentId: 'one' }],
    ['remove', { documentId: 'two' }],
  ]);
});

test('what a handler refuses is refused', async () => {
  const handlers = late(['documents.remove'], async () => ({
    'documents.remove': () => Promise.reject(new Error('not that one')),
  }));
  await expect(handlers['documents.remove']({ documentId: 'one' }, context)).rejects.toThrow('not that one');
});

test('calls declared together are named together', () => {
  expect(namesOf(spellingCalls)).toEqual(Object.keys(spellingCalls));
});
