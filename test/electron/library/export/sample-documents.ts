/** Two fictional documents that show every kind of block, and ways to make them large or awkward. */
import {
  appendixBlock,
  fieldBlock,
  plainBlock,
  questionBlock,
  section,
} from '../../../../shared/document/build.ts';
import {
  type AnySection,
  type Block,
  type DespatchDocument,
  DOCUMENT_FORMAT,
  type DocumentKind,
  type Inline,
  type Marking,
  type PlainBlock,
} from '../../../../shared/document/schema.ts';
import { defaultSettings } from '../../../../shared/document/settings.ts';

export const words = (text: string): Inline[] => [{ type: 'text', text }];
const bold = (text: string): Inline => ({ type: 'text', text, bold: true });
const italic = (text: string): Inline => ({ type: 'text', text, italic: true });

export function counter(): () => string {
  let next = 0;
  return () => `b${++next}`;
}

export function documentOf(
  kind: DocumentKind,
  sections: AnySection[],
  marking: Marking | null = null,
): DespatchDocument {
  return { format: DOCUMENT_FORMAT, id: 'sample', kind, marking, settings: defaultSettings, sections };
}

export function sampleBrief(): DespatchDocument {
  const mint = counter();
  const plain = (kind: PlainBlock['kind'], text: string | Inline[], level?: number): Block =>
    plainBlock(mint, kind, typeof text === 'string' ? words(text) : text, level);
  return documentOf(
    'briefing',
    [
      section(mint, 'front', [
        plain('title', 'Meeting with the Harbour Masters’ Federation'),
        fieldBlock(mint, 'date', words('Thursday 8 May 2031')),
        fieldBlock(mint, 'time', words('10:30 to 11:15')),
        fieldBlock(mint, 'place', words('Room 4.12, Lantern House')),
        fieldBlock(mint, 'attendees', [
          ...words('Ines Halloran, President of the Federation'),
          { type: 'break' },
          ...words('Tom Okafor, Director of Ports'),
        ]),
        fieldBlock(mint, 'official', words('Priya Raman, 07700 900123')),
        fieldBlock(mint, 'purpose', words('To agree how small harbours can share one dredging contract.')),
        fieldBlock(mint, 'objectives', []),
      ]),
      section(mint, 'agenda', [
        plain('label', 'Annotated agenda'),
        plain('aim', 'to secure the Federation’s support for one contract before the summer'),
        plain('aim', 'to hear what would make the smallest harbours stay out'),
        plain('text', 'The President leads for them; you lead for us.'),
      ]),
      section(mint, 'topic', [
        plain('heading', 'One contract for twelve harbours', 1),
        plain('label', 'Points to make'),
        plain('point', [
          ...words('Twelve contracts cost more than one. '),
          bold('A joint contract would leave every harbour with money for its quay.'),
        ]),
        plain('point', 'Three reasons were given for staying apart:'),
        plain('point', 'the mud differs from harbour to harbour', 1),
        plain('point', 'the boats differ as well', 1),
        plain('point', 'above all the draught of the ferries', 2),
        plain('point', [...words('See '), italic('Silt and Tides'), ...words(', chapter two.')]),
        questionBlock(mint, words('Which harbours could begin in the spring?'), null),
        plain('heading', 'What it would cost', 2),
        plain('text', 'The figures are the Federation’s own.'),
        plain('heading', 'In the first year', 3),
        plain('point', 'Less than the repair of one quay.'),
        questionBlock(mint, words('Would you share the survey?'), 'Question to ask if time allows', 1),
      ]),
      section(mint, 'topic', [
        plain('heading', 'Safety at night', 1),
        plain('label', 'Points to make'),
        plain('point', 'Lights matter more than dredging to the crews we spoke to.'),
        plain('quotation', 'We can wait for the mud to go. We cannot wait for the light to come on.'),
      ]),
      section(mint, 'clearance', [fieldBlock(mint, 'clearance', words('Ann Mori, 6 May 2031'))]),
      section(mint, 'contact', [
        plain('heading', 'Contact', 1),
        fieldBlock(mint, 'contact', words('Ports team, 020 7946 0123')),
      ]),
    ],
    { classification: 'OFFICIAL-SENSITIVE', handling: 'Recipients only', descriptor: 'Commercial' },
  );
}

export function sampleReport(): DespatchDocument {
  const mint = counter();
  const plain = (kind: PlainBlock['kind'], text: string, level?: number): Block =>
    plainBlock(mint, kind, words(text), level);
  return documentOf(
    'report',
    [
      section(mint, 'front', [
        fieldBlock(mint, 'localMembersInterest', words('Saltmarsh, Quayside')),
        fieldBlock(mint, 'committee', words('Coast and Harbours Committee')),
        fieldBlock(mint, 'date', words('Thursday 8 May 2031')),
        plain('title', 'A joint contract for dredging'),
      ]),
      section(mint, 'recommendations', [
        plain('heading', 'Recommendations', 1),
        plain('text', 'That the committee:'),
        plain('recommendation', 'agrees to join the contract for five years; and'),
        plain('recommendation', 'asks the Director to report each spring on'),
        plain('recommendation', 'the depth at low water, and', 1),
        plain('recommendation', 'the cost to each harbour.', 1),
        fieldBlock(mint, 'reportOf', words('Cllr Bea Winter, Cabinet Member for the Coast'), 'Report of'),
      ]),
      section(mint, 'body', [
        plain('heading', 'Summary', 1),
        plain('paragraph', 'This report asks the committee to join the contract described in Appendix A.'),
        plain('paragraph', 'It sets out the cost, the risks and what happens if nothing is done.'),
      ]),
      section(mint, 'body', [
        plain('heading', 'Report', 1),
        plain('heading', 'Background', 2),
        plain('paragraph', 'The bylaw on dredging says:'),
        plain('quotation', '‘No harbour shall be left dry for more than two tides.’'),
        plain('paragraph', 'Three things have changed since:'),
        plain('paragraph', 'the ferry is longer', 1),
        plain('paragraph', 'the channel is shorter, for these reasons:', 1),
        plain('paragraph', 'the storm of the winter', 2),
        plain('paragraph', 'the new breakwater', 2),
        plain('paragraph', 'the bank has moved', 1),
        plain('heading', 'Risks', 2),
        plain('heading', 'Weather', 3),
        plain('paragraph', 'A dry spring would delay the work.'),
        plain('text', 'The harbour master has been consulted.'),
      ]),
      section(mint, 'documents', [
        plain('heading', 'Background documents and appendices', 1),
        plain('backgroundDocument', 'Minutes of the harbour meeting, March 2031'),
        appendixBlock(mint, words('Terms of the joint contract'), 'A'),
        appendixBlock(mint, words('Depth survey'), 'B'),
      ]),
      section(mint, 'contact', [
        plain('heading', 'Contact', 1),
        fieldBlock(mint, 'contactName', words('Priya Raman')),
        fieldBlock(mint, 'jobTitle', words('Harbour engineer')),
        fieldBlock(mint, 'telephone', words('020 7946 0123')),
        fieldBlock(mint, 'email', words('priya.raman@harbour.example')),
      ]),
    ],
    { classification: 'OFFICIAL', handling: '', descriptor: '' },
  );
}

const sentence =
  'The harbour was dredged in the spring, and the survey that followed found the channel a little deeper than before. ';

/** A report of about so many words, with headings, sub-paragraphs and quotations in the usual proportions. */
export function longReport(wordCount: number): DespatchDocument {
  const mint = counter();
  const sections: AnySection[] = [
    section(mint, 'front', [plainBlock(mint, 'title', words('A long report'))]),
  ];
  const perParagraph = 80;
  for (let left = wordCount, chapter = 1; left > 0; chapter += 1) {
    const blocks: Block[] = [plainBlock(mint, 'heading', words(`Chapter ${chapter}`), 1)];
    for (let at = 0; at < 30 && left > 0; at += 1, left -= perParagraph) {
      const level = at % 10 > 6 ? 1 : 0;
      blocks.push(plainBlock(mint, 'paragraph', words(sentence.repeat(4).trim()), level));
    }
    sections.push(section(mint, 'body', blocks));
  }
  return documentOf('report', sections);
}
