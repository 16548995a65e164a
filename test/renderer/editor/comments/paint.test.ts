import { expect, test, vi } from 'vitest';
import { rulesFor } from '../../../../renderer/editor/comments/paint.ts';

vi.stubGlobal('CSS', { escape: (words: string) => words.replace(/["\\]/g, '\\$&') });

test('without comments there is no rule to match', () => {
  expect(rulesFor({ threads: [], blocks: [], current: null })).toBe('');
});

test('every selector ends in the id it is for, so that the browser looks at no other element', () => {
  const rules = rulesFor({ threads: ['a', 'b'], blocks: ['x', 'y'], current: 'b' });
  const selectors = [...rules.matchAll(/([^{}\n]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  expect(selectors).toHaveLength(5);
  for (const selector of selectors) {
    expect(selector).toMatch(/^\.sheet \[data-(?:comments~|block-id)="[abxy]"\]$/);
  }
});

test('an id cannot end its selector', () => {
  const rules = rulesFor({ threads: ['"]{}*{color:red'], blocks: [], current: null });
  expect(rules).toContain('\\"]');
});
