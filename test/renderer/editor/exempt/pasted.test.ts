/** What is withheld in one document and pasted into another. */

import { withDOM } from '@lexical/headless/dom';
import { describe, expect, test } from 'vitest';
import { $paste } from '../../../../renderer/editor/clipboard/insert-fragments.ts';
import { Notes } from '../../../../renderer/editor/clipboard/notes.ts';
import { OWN_TYPE } from '../../../../renderer/editor/clipboard/own-payload.ts';
import { readSource, type Source } from '../../../../renderer/editor/clipboard/source.ts';
import { finish } from '../../../../renderer/editor/clipboard/steps.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { exemptBlocks } from '../../../../shared/document/exempt.ts';
import { type AnySection, type DespatchDocument, documentKinds } from '../../../../shared/document/schema.ts';
import { blockText, knownBlocks } from '../../../../shared/document/walk.ts';
import type { Exemption } from '../../../../shared/pack/exemption.ts';
import { copiedWhole, pasteOwn } from '../clipboard/helpers.ts';
import { fullSample } from '../full-sample.ts';
import { $caret, type Bench, open, sample } from '../headless.ts';

const why: Exemption = { regime: 'LGA1972-Wales', paragraph: 14, publicInterest: 'Bids are open.' };
const AT = { briefing: 'Background words', report: 'As was said', submission: 'As was said' } as const;

/** Every third block that can be. */
function withheldIn(document: DespatchDocument): DespatchDocument {
  let at = 0;
  const sections = document.sections.map((section): AnySection => {
    if (section.role === 'unknown') return section;
    const blocks = section.blocks.map((block) => {
      at += 1;
      if (block.kind === 'unknown' || block.kind === 'title' || block.kind === 'guidance' || at % 3 > 0)
        return block;
      const content = [{ type: 'text', text: `Secret${at}` } as const];
      return { ...block, exempt: why, content };
    });
    return { ...section, blocks };
  });
  return { ...document, sections };
}

function publicSecrets(bench: Bench): string[] {
  const exempt = exemptBlocks(bench.current());
  return [...knownBlocks(bench.current())]
    .filter(({ id }) => !exempt.has(id))
    .map(blockText)
    .filter((text) => text.includes('Secret'));
}
const reasons = (bench: Bench) => [...knownBlocks(bench.current())].flatMap(({ exempt }) => exempt ?? []);

function into(kind: (typeof documentKinds)[number]): Bench {
  const bench = open({ ...sample(kind), id: 'another' });
  bench.edit(() => void $caret(kind === 'submission' ? 'Meeting with the council' : AT[kind], 'end'));
  return bench;
}

function pasteSource(bench: Bench, source: Source): void {
  const { id, kind } = bench.current();
  const notes = new Notes();
  bench.edit(() => {
    const selection = $rangeSelection();
    if (!selection) throw new Error('no caret');
    const reading = withDOM(() => finish(readSource(source, { documentId: id, isHere: () => false }, notes)));
    finish(
      $paste(selection, reading, { documentKind: kind, $isFree: (each) => bench.ids.$isFree(each), notes }),
    );
  });
}

describe.each(documentKinds)('blocks of a %s', (kind) => {
  test('stay withheld with their whole reason in every kind of document', () => {
    const data = copiedWhole(open(withheldIn(fullSample(kind))));
    for (const other of documentKinds) {
      const bench = into(other);
      pasteOwn(bench, data);
      expect(JSON.stringify(bench.current())).toContain('Secret');
      expect([other, publicSecrets(bench)]).toEqual([other, []]);
      for (const reason of reasons(bench)) expect(reason).toEqual(why);
    }
  });

  test.each(['text', 'html'] as const)(
    'stay withheld by their marks where only their %s is pasted',
    (form) => {
      const data = copiedWhole(open(withheldIn(fullSample(kind))));
      expect(data.get(OWN_TYPE)).toContain('Secret');
      const bench = into('report');
      const html = form === 'html' ? (data.get('text/html') ?? '') : '';
      const text = form === 'text' ? (data.get('text/plain') ?? '') : '';
      pasteSource(bench, { own: '', html, text, plain: form === 'text' });
      expect(JSON.stringify(bench.current())).toContain('Secret');
      expect(publicSecrets(bench)).toEqual([]);
      expect(JSON.stringify(bench.current())).not.toContain('[Exempt');
    },
  );
});
