/** Whatever is withheld in a document stays withheld when its Word file comes back, and nothing else becomes so. */
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { render } from '../../../electron/library/render.ts';
import { canBeExempt, exemptBlocks } from '../../../shared/document/exempt.ts';
import {
  type AnySection,
  type Block,
  type DespatchDocument,
  type DocumentKind,
  documentKinds,
  type KnownBlock,
} from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import type { PrintEvidence } from '../../../shared/print/evidence.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { citation, evidenceOf } from '../../electron/library/export/evidence-builder.ts';
import { counter } from '../../electron/library/export/sample-documents.ts';
import { fullSample } from '../../renderer/editor/full-sample.ts';

const why: Exemption = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' };
const dot = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

function changed(document: DespatchDocument, change: (block: KnownBlock) => Block): DespatchDocument {
  const sections = document.sections.map(
    (section): AnySection =>
      section.role === 'unknown'
        ? section
        : {
            ...section,
            blocks: section.blocks.map((block) => (block.kind === 'unknown' ? block : change(block))),
          },
  );
  return { ...document, sections };
}

const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Every passage of one sentence, which says whether it is withheld. @param bare tables without captions. */
function worded(document: DespatchDocument, bare: boolean): DespatchDocument {
  const hidden = exemptBlocks(document);
  let count = 0;
  return changed(document, (block) => {
    if (block.kind === 'title' || block.kind === 'guidance') return block;
    const word = () => {
      count += 1;
      const text = `${hidden.has(block.id) ? 'Withheldword' : 'Openword'}${letters(count)} stands here.`;
      return [{ type: 'text', text } as const];
    };
    if (block.kind === 'image') return { ...block, content: [] };
    if (block.kind !== 'table') return { ...block, content: word() };
    const rows = block.rows.map((row) => row.map(() => ({ content: word() })));
    return { ...block, rows, content: bare ? [] : word() };
  });
}

async function publicWords(
  document: DespatchDocument,
  evidence?: PrintEvidence,
): Promise<{ readonly restricted: string; readonly open: string }> {
  const bytes = Buffer.from(await render(document, 'docx', { pictures: () => dot, evidence }));
  const back = recognise(await readDocx(bytes, 'Back.docx'), { mint: counter() }).document;
  const said = (audience: 'public' | 'restricted') =>
    JSON.stringify(printDocument(back, { audience, draft: true }));
  return { restricted: said('restricted'), open: said('public') };
}

const found = (text: string, word: RegExp) => [...new Set(text.match(word) ?? [])].sort();
/**
 * Tables of attendees and the like come back as anybody's, which are withheld as a whole; what a heading or a paragraph
 * takes with it hangs on what stands around it then.
 */
const takesOthers = new Set<string>(['attendee', 'implication', 'clearer', 'detail', 'heading', 'paragraph']);

function cases(
  kind: DocumentKind,
): (readonly [name: string, document: DespatchDocument, blockKind: string])[] {
  const whole = fullSample(kind);
  return [...knownBlocks(whole)]
    .filter((block) => canBeExempt(block.kind) && block.kind !== 'image')
    .flatMap((block) => {
      const marked = changed(whole, (each) => (each.id === block.id ? { ...each, exempt: why } : each));
      const bare = block.kind === 'table' ? [false, true] : [false];
      return bare.map(
        (without) =>
          [`${block.kind}${without ? ' without caption' : ''}`, worded(marked, without), block.kind] as const,
      );
    });
}

describe.each(documentKinds)('a withheld block of a %s', (kind) => {
  test('of any kind stays withheld alone', async () => {
    for (const [name, document, blockKind] of cases(kind)) {
      const { restricted, open } = await publicWords(document);
      expect([name, found(open, /Withheldword\w+/g)]).toEqual([name, []]);
      expect(restricted).not.toContain('[Exempt – paragraph 3] [Exempt');
      if (takesOthers.has(blockKind)) continue;
      expect([name, found(open, /Openword\w+/g)]).toEqual([name, found(restricted, /Openword\w+/g)]);
    }
  });
});

describe.each(['notes', 'endnotes', 'annex', 'brackets'] as const)(
  'the sources of a withheld passage',
  (form) => {
    test(`as ${form} stay withheld with it, those of public ones do not`, async () => {
      const evidence = await evidenceOf(
        form === 'brackets' ? 'notes' : form,
        form === 'brackets' ? 'harvard' : 'gov-uk',
      );
      const whole = fullSample('report');
      const paragraphs = [...knownBlocks(whole)].filter(({ kind }) => kind === 'paragraph');
      const [open, secret] = [paragraphs[0]?.id, paragraphs[1]?.id];
      const document = changed(whole, (block) => {
        if (block.id === open) return { ...block, citations: [citation('c1', 'flood', 3)] };
        if (block.id === secret)
          return {
            ...block,
            exempt: why,
            citations: [citation('c2', 'survey', 7), citation('c3', 'flood', 4)],
          };
        return block;
      });
      const said = await publicWords(document, evidence);
      expect(said.restricted).toContain('Residents’ survey');
      expect(said.open).not.toContain('Residents’ survey');
      if (form !== 'annex') expect(said.open).toContain('Keeping rivers moving');
    });
  },
);
