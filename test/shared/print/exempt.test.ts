import { describe, expect, test } from 'vitest';
import { appendixBlock, plainBlock, section } from '../../../shared/document/build.ts';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import { parseDocument, serialiseDocument } from '../../../shared/document/parse.ts';
import {
  type AnySection,
  type DespatchDocument,
  DOCUMENT_FORMAT,
  type Inline,
  type KnownBlock,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import type { PrintBlock } from '../../../shared/print/blocks.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { printedText } from '../../../shared/print/words.ts';

let next = 0;
const mint = () => `id-${++next}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];
const why: Exemption = { regime: 'LGA1972-England', paragraph: 3, publicInterest: 'Bids are open.' };
const exempt = <Block extends KnownBlock>(block: Block): Block => ({ ...block, exempt: why });
const document = (sections: AnySection[]): DespatchDocument => ({
  format: DOCUMENT_FORMAT,
  id: 'd',
  kind: 'report',
  marking: null,
  settings: defaultSettings,
  sections,
});
const title = () => section(mint, 'front', [plainBlock(mint, 'title', words('The depot'))]);
const para = (text: string) => plainBlock(mint, 'paragraph', words(text));
const shownIn = (blocks: readonly PrintBlock[]) =>
  blocks.map(
    (block) => `${'marker' in block && block.marker ? `${block.marker} ` : ''}${printedText(block.content)}`,
  );

describe('the copy for the public', () => {
  test('says in one line what was left out, and the numbers of what follows are those of the whole document', () => {
    const secret = [exempt(para('Acme bids a million.')), exempt(para('Bolt bids two.'))];
    const print = printDocument(
      document([title(), section(mint, 'body', [para('First.'), ...secret, para('Last.')])]),
      { audience: 'public' },
    );
    expect(shownIn(print.blocks)).toEqual([
      'The depot',
      'Public copy: exempt information is left out, and each place says so.',
      '1. First.',
      '[Exempt information is left out here: not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.]',
      '4. Last.',
    ]);
    expect(JSON.stringify(print)).not.toMatch(/Acme|Bolt|Bids/u);
  });

  test('leaves out all that stands under an exempt heading, also where its section is continued, and no more', () => {
    const heading = exempt(plainBlock(mint, 'heading', words('Offers'), 1));
    const sub = plainBlock(mint, 'heading', words('Acme'), 2);
    const print = printDocument(
      document([
        title(),
        section(mint, 'body', [heading, para('Hidden one.'), sub, para('Hidden two.')]),
        section(mint, 'body', [para('Hidden three.')]),
        section(mint, 'body', [plainBlock(mint, 'heading', words('Next steps'), 1), para('Open.')]),
      ]),
      { audience: 'public' },
    );
    const all = shownIn(print.blocks).join('\n');
    expect(all).not.toMatch(/Hidden|Offers|Acme/u);
    expect(all).toContain('Next steps\n4. Open.');
    expect(all.match(/left out here/gu)).toHaveLength(1);
  });

  test('refers to what is left out by its number alone, without a link, and never by its words', () => {
    const secret = exempt(para('Acme.'));
    const heading = exempt(plainBlock(mint, 'heading', words('Acme and Bolt'), 1));
    const annex = exempt(appendixBlock(mint, words('Prices of Acme'), '2'));
    const refer = plainBlock(mint, 'paragraph', [
      { type: 'reference', target: secret.id, show: 'label' },
      { type: 'text', text: '; ' },
      { type: 'reference', target: heading.id, show: 'label' },
      { type: 'text', text: '; ' },
      { type: 'reference', target: annex.id, show: 'title' },
    ]);
    const print = printDocument(
      document([
        title(),
        section(mint, 'body', [secret, refer]),
        section(mint, 'body', [heading]),
        section(mint, 'documents', [annex]),
      ]),
      { audience: 'public' },
    );
    const said = print.blocks.find((block) => block.id === refer.id);
    expect(said && printedText(said.content)).toBe(
      'paragraph 1; section “exempt information”; exempt information',
    );
    expect(print.anchors.size).toBe(0);
    expect(JSON.stringify(print)).not.toContain('Acme');
  });

  test('keeps the table of rows whole and says after it that a row is left out', () => {
    const row = (name: string) => plainBlock(mint, 'implication', words(name));
    const print = printDocument(
      document([
        title(),
        section(mint, 'implications', [row('Legal'), exempt(row('Acme claim')), row('Staff')]),
      ]),
      { audience: 'public' },
    );
    const tables = print.blocks.filter(({ type }) => type === 'table');
    expect(tables).toHaveLength(1);
    expect(JSON.stringify(tables)).toMatch(/Legal.*Staff/u);
    expect(shownIn(print.blocks).at(-1)).toContain('left out here');
    expect(JSON.stringify(print)).not.toContain('Acme');
  });

  test('bears no comments, which quote', () => {
    const about = para('Open words.');
    const thread = {
      id: 't',
      documentId: 'd',
      anchor: { blockId: about.id, quote: null },
      author: 'A',
      createdAt: '2026-01-01T00:00:00.000Z',
      text: 'Acme!',
      replies: [],
      resolved: null,
    };
    const whole = document([title(), section(mint, 'body', [about])]);
    const options = { threads: [thread as never] };
    expect(printDocument(whole, { ...options, audience: 'public' }).threads).toEqual([]);
  });

  test('of a document without exempt blocks is the document', () => {
    const whole = document([title(), section(mint, 'body', [para('Open.')])]);
    expect(printDocument(whole, { audience: 'public' })).toEqual(printDocument(whole));
  });
});

describe('the copy for members', () => {
  test('marks every exempt passage in words and with a rule, and says at the head what the law asks', () => {
    const print = printDocument(
      document([title(), section(mint, 'body', [para('First.'), exempt(para('Acme bids.')), para('Last.')])]),
    );
    expect(shownIn(print.blocks)).toEqual([
      'The depot',
      'Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972: Information relating to the financial or business affairs of any particular person (including the authority holding that information).',
      '1. First.',
      '2. [Exempt – paragraph 3] Acme bids.',
      '3. Last.',
    ]);
    expect(print.blocks.map((block) => block.exempt === true)).toEqual([false, false, false, true, false]);
  });

  test('of a paper that is exempt as a whole says so at its head', () => {
    const print = printDocument(document([title(), section(mint, 'body', [para('First.')])]), {
      exempt: [why],
    });
    expect(shownIn(print.blocks)[1]).toMatch(/^Not for publication by virtue of paragraph 3/u);
  });
});

describe('an exempt block', () => {
  test('is stored and read again as it was, and other documents as ever', () => {
    const whole = document([title(), section(mint, 'body', [exempt(para('Acme.')), para('Open.')])]);
    const read = parseDocument(JSON.parse(JSON.stringify(serialiseDocument(whole))));
    expect(read.unknownParts).toEqual([]);
    expect(read.document).toEqual(whole);
    expect([...exemptBlocks(read.document).values()]).toEqual([why]);
  });

  test('takes the details under it with it, and a section of another kind ends what an exempt heading covers', () => {
    const heading = exempt(plainBlock(mint, 'heading', words('Offers'), 1));
    const person = exempt(plainBlock(mint, 'person', words('Ann')));
    const detail = {
      id: mint(),
      kind: 'detail',
      level: 0,
      content: words('Chief'),
      citations: [],
      detail: 'role',
    } as const;
    const contact = para('Ask for Bob.');
    const ids = exemptBlocks(
      document([
        section(mint, 'biographies', [person, { ...detail, citations: [] }]),
        section(mint, 'body', [heading, para('Hidden.')]),
        section(mint, 'contact', [contact]),
      ]),
    );
    expect(ids.has(detail.id)).toBe(true);
    expect(ids.has(contact.id)).toBe(false);
    expect(ids.size).toBe(4);
  });
});
