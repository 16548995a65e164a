import { expect, test } from 'vitest';
import { citedIn } from '../../../renderer/evidence/cited.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { Citation, DespatchDocument } from '../../../shared/document/schema.ts';
import { newDocument } from '../../shared/document/blank.ts';

let next = 0;
const blank = newDocument('report', () => `id-${++next}`);

function citing(words: string, ...quotes: string[]): DespatchDocument {
  const citations = quotes.map(
    (exact, at): Citation => ({
      id: `c${at}`,
      evidenceId: 's',
      edition: null,
      bearing: 'supports',
      locator: {
        quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        position: null,
        page: null,
      },
    }),
  );
  const block = { ...plainBlock(() => 'block', 'paragraph', [{ type: 'text', text: words }]), citations };
  return { ...blank, sections: [section(() => 'section', 'body', [block])] };
}

test('other words of the block ask for nothing new, another citation does', () => {
  const { cited, signature } = citedIn(citing('It costs £5m.', 'five million'));
  expect(cited).toMatchObject([{ blockId: 'block', citationId: 'c0', sourceId: 's' }]);
  expect(citedIn(citing('It costs some £5m.', 'five million')).signature).toBe(signature);
  expect(citedIn(citing('It costs £5m.', 'six million')).signature).not.toBe(signature);
  expect(citedIn(citing('It costs £5m.', 'five million', 'six')).signature).not.toBe(signature);
  expect(citedIn(citing('It costs £5m.')).signature).toBe('');
});
