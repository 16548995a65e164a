import { expect, test } from 'vitest';
import { optionsOf, requestFor } from '../../../renderer/evidence/shelf/search/search-model.ts';
import type { SearchHit } from '../../../shared/contract/evidence-search-calls.ts';

const text = 'The gauge failed twice in January. Culverts are cleared every spring. Nobody was hurt.';
const hit: SearchHit = {
  sourceId: 's1',
  edition: 'a'.repeat(64),
  title: 'Annual report',
  kind: 'pdf',
  organisation: '',
  issued: '',
  page: 4,
  label: null,
  start: 1000,
  end: 1000 + text.length,
  text,
  snippet: [{ text: 'Culverts', hit: true }],
  score: 1,
};

test('a passage that was found opens at the sentence that answers the search, not at all of it', () => {
  const [option] = optionsOf([], [{ sourceId: 's1', hits: [hit] }]);
  if (!option) throw new Error('there is a hit');
  const { at } = requestFor(option);
  const { start, end } = at?.position ?? { start: 0, end: 0 };
  expect(text.slice(start - 1000, end - 1000)).toBe('Culverts are cleared every spring.');
  expect(at?.page).toBe(4);
});
