/** Three fictional documents that have every part of their kind: a brief, a report in sections, a submission. */
import {
  appendixBlock,
  fieldBlock,
  plainBlock,
  questionBlock,
  section,
} from '../../../../shared/document/build.ts';
import type {
  AttendeeSide,
  Block,
  DespatchDocument,
  DetailName,
  ImageBlock,
  Inline,
  PlainBlock,
  TableBlock,
} from '../../../../shared/document/schema.ts';
import { chartAsset } from './picture.ts';
import { counter, documentOf, words } from './sample-documents.ts';

type Words = string | Inline[];
const inlines = (text: Words): Inline[] => (typeof text === 'string' ? words(text) : text);
const bold = (text: string): Inline => ({ type: 'text', text, bold: true });
const link = (text: string, address: string): Inline => ({ type: 'text', text, link: address });
const refer = (target: string, show: 'label' | 'number' | 'title' = 'label'): Inline => ({
  type: 'reference',
  target,
  show,
});

/** Words that only the author of a template writes, and no reader may ever see. */
export const GUIDANCE = 'Guidance: keep this to two sides and delete the xylophone.';

/** Builds blocks whose ids are their turn, or a name where something refers to them. */
export function builder() {
  const mint = counter();
  const named = <Made extends Block>(block: Made, id?: string): Made =>
    id === undefined ? block : { ...block, id };
  const plain = (
    kind: PlainBlock['kind'],
    text: Words,
    options: { level?: number; id?: string } = {},
  ): Block => named(plainBlock(mint, kind, inlines(text), options.level), options.id);
  const detail = (name: DetailName, text: Words, id?: string): Block =>
    named({ id: mint(), kind: 'detail', level: 0, content: inlines(text), citations: [], detail: name }, id);
  const attendee = (side: AttendeeSide, name: string, role: string, organisation: string): Block[] => [
    { id: mint(), kind: 'attendee', level: 0, content: words(name), citations: [], side },
    detail('role', role),
    detail('organisation', organisation),
  ];
  const row = (kind: 'implication' | 'clearer', first: string, second: Words, third: string): Block[] => [
    plain(kind, first),
    detail(kind === 'implication' ? 'effect' : 'clearedPart', second),
    detail(kind === 'implication' ? 'signedOffBy' : 'clearedOn', third),
  ];
  const table = (
    caption: Words,
    rows: readonly (readonly Words[])[],
    options: { headerRow?: boolean; headerColumn?: boolean; id?: string } = {},
  ): TableBlock =>
    named(
      {
        id: mint(),
        kind: 'table',
        level: 0,
        content: inlines(caption),
        citations: [],
        headerRow: options.headerRow ?? true,
        headerColumn: options.headerColumn ?? false,
        rows: rows.map((cells) => cells.map((text) => ({ content: inlines(text) }))),
      },
      options.id,
    );
  const image = (caption: Words, alternativeText: string, id?: string): ImageBlock =>
    named(
      {
        id: mint(),
        kind: 'image',
        level: 0,
        content: inlines(caption),
        citations: [],
        asset: chartAsset,
        mediaType: 'image/png',
        width: 640,
        height: 260,
        alternativeText,
        decorative: alternativeText === '',
      },
      id,
    );
  return { mint, plain, detail, attendee, row, table, image };
}

export function richBrief(): DespatchDocument {
  const { mint, plain, detail, attendee, row, table, image } = builder();
  return documentOf(
    'briefing',
    [
      section(mint, 'front', [
        plain('title', 'Meeting with the Harbour Masters’ Federation'),
        fieldBlock(mint, 'date', words('Thursday 8 May 2031')),
        fieldBlock(mint, 'time', words('10:30 to 11:15')),
        fieldBlock(mint, 'place', words('Room 4.12, Lantern House')),
        fieldBlock(mint, 'official', words('Priya Raman, 07700 900123')),
        fieldBlock(mint, 'purpose', words('To agree how small harbours can share one dredging contract.')),
        fieldBlock(
          mint,
          'objectives',
          words('Leave with the Federation’s support for one contract, and with a date for the survey.'),
        ),
      ]),
      section(mint, 'attendees', [
        plain('heading', 'Attendees'),
        ...attendee('theirs', 'Ines Halloran', 'President', 'Harbour Masters’ Federation'),
        ...attendee('theirs', 'Tom Okafor', 'Director of Ports', 'Harbour Masters’ Federation'),
        ...attendee('ours', 'Priya Raman', 'Deputy Director, Ports', 'Department for the Coast'),
        ...attendee('ours', 'Jo Stone', 'Private Secretary', ''),
        plain('text', 'The Federation’s press officer may join for the last ten minutes.'),
      ]),
      section(mint, 'agenda', [
        plain('heading', 'Annotated agenda'),
        plain('guidance', GUIDANCE),
        plain('agendaItem', 'Welcome and introductions'),
        detail('lead', 'You'),
        detail('minutes', '5'),
        plain('agendaItem', 'One contract for twelve harbours', { id: 'contract-item' }),
        detail('itemAim', 'To secure the Federation’s support for one contract before the summer.'),
        detail('lead', 'Ines Halloran, then you'),
        detail('minutes', '20'),
        detail('handling', [
          ...words('Let the President finish before you reply; the figures are in '),
          refer('costs'),
          ...words('.'),
        ]),
        plain('agendaItem', 'Safety at night'),
        detail('itemAim', 'To hear what would make the smallest harbours stay out.'),
        detail('minutes', '15'),
      ]),
      section(mint, 'topic', [
        plain('heading', 'One contract for twelve harbours', { id: 'contract' }),
        plain('label', 'Points to make'),
        plain('point', [
          ...words('Twelve contracts cost more than one. '),
          bold('A joint contract would leave every harbour with money for its quay.'),
        ]),
        plain('point', 'Three reasons were given for staying apart:'),
        plain('point', 'the mud differs from harbour to harbour', { level: 1 }),
        plain('point', 'the boats differ as well', { level: 1 }),
        plain('point', [
          ...words('The terms are published on '),
          link('the Department’s pages', 'https://www.gov.example/harbours'),
          ...words(' and in '),
          refer('terms'),
          ...words('.'),
        ]),
        questionBlock(mint, words('Which harbours could begin in the spring?'), null),
        detail('hopedForAnswer', 'All but Saltmarsh, which waits for its survey.'),
        detail('followUp', 'What would Saltmarsh need to begin a month later?'),
        plain('heading', 'What it would cost', { level: 2 }),
        plain('text', 'The figures are the Federation’s own.'),
        table(
          'Yearly cost by harbour, in thousand pounds',
          [
            ['Harbour', 'Alone', 'Together', 'Saving'],
            ['Saltmarsh', '£1,250', '£980', '22%'],
            ['Quayside', '£640', '£610', '5%'],
            ['All twelve', '£9,400', '£7,815', '17%'],
          ],
          { headerColumn: true, id: 'costs' },
        ),
        plain('text', 'Savings grow with the number of harbours that join, as the chart shows.'),
        image(
          'Saving by number of harbours that join',
          'Bar chart: the saving grows from 5% with two harbours to 17% with twelve.',
          'chart',
        ),
      ]),
      section(mint, 'topic', [
        plain('heading', 'Safety at night'),
        plain('label', 'Points to make'),
        plain('point', 'Lights matter more than dredging to the crews we spoke to.'),
        plain('quotation', 'We can wait for the mud to go. We cannot wait for the light to come on.'),
      ]),
      section(mint, 'background', [
        plain('heading', 'Background'),
        plain('text', [
          ...words('The Federation was founded in 1931. It asked for one contract in January; see '),
          refer('contract'),
          ...words(' and '),
          refer('contract-item'),
          ...words('.'),
        ]),
      ]),
      section(mint, 'lines', [
        plain('heading', 'Lines to take'),
        plain('lineToTake', 'No harbour will be made to join.'),
        detail('ifPressed', 'A harbour that stays out keeps its grant for this year and the next.'),
        plain('lineToTake', 'The survey will be paid for by the Department.'),
      ]),
      section(mint, 'qa', [
        plain('heading', 'Likely questions and answers'),
        plain('likelyQuestion', 'Why was the survey late?'),
        detail(
          'answer',
          'The winter storms closed the channel for nine weeks. The survey began on the first calm day.',
        ),
        detail('ifPressed', 'The contractor bore the cost of the delay.'),
        plain('likelyQuestion', 'Will the ferry stop while the channel is dredged?'),
        detail('answer', 'No. Work stops for every sailing.'),
      ]),
      section(mint, 'asks', [
        plain('heading', 'Their likely asks'),
        plain('ask', 'A grant for lights on every quay'),
        detail('response', 'We will look at it with the spending review in the autumn.'),
        detail('handling', 'Do not give a figure.'),
      ]),
      section(mint, 'sensitivities', [
        plain('heading', 'Sensitivities and handling'),
        plain('sensitivity', 'Saltmarsh has taken the Department to court over the old contract.'),
        detail('handling', 'If it is raised, say that you cannot speak about a case before the court.'),
      ]),
      section(mint, 'biographies', [
        plain('heading', 'Biographies'),
        plain('person', 'Ines Halloran'),
        detail('role', 'President'),
        detail('organisation', 'Harbour Masters’ Federation'),
        plain('text', 'Harbour master of Quayside for twenty years. She has met two of your predecessors.'),
        plain('person', 'Tom Okafor'),
        detail('role', 'Director of Ports'),
        plain('text', 'An engineer; he wrote the survey of 2029.'),
      ]),
      section(mint, 'clearance', [
        plain('heading', 'Clearance'),
        ...row('clearer', 'Ann Mori, Legal', 'Points to make, lines to take', '6 May 2031'),
        ...row('clearer', 'Dev Patel, Finance', 'Table of costs', '5 May 2031'),
      ]),
      section(mint, 'contact', [
        plain('heading', 'Contact'),
        fieldBlock(mint, 'contact', words('Ports team, 020 7946 0123')),
      ]),
      section(mint, 'annex', [
        plain('heading', 'Terms of the joint contract', { id: 'terms' }),
        plain('text', 'The contract runs for five years from 1 September 2031.'),
      ]),
      section(mint, 'annex', [
        plain('heading', 'Map of the harbours'),
        image('', ''),
        plain('text', [...words('The numbers are explained in '), refer('chart'), ...words('.')]),
      ]),
    ],
    { classification: 'OFFICIAL-SENSITIVE', handling: 'Recipients only', descriptor: 'Commercial' },
  );
}

export function richReport(): DespatchDocument {
  const { mint, plain, detail, row, table, image } = builder();
  const recommendations = [
    plain('recommendation', 'agrees to join the contract for five years; and', { id: 'join' }),
    detail('reason', 'It saves £85,000 a year and keeps the channel open for the ferry.'),
    plain('recommendation', 'asks the Director to report each spring on'),
    plain('recommendation', 'the depth at low water, and', { level: 1 }),
    plain('recommendation', 'the cost to each harbour.', { level: 1, id: 'cost-report' }),
  ];
  const document = documentOf(
    'report',
    [
      section(mint, 'front', [
        fieldBlock(mint, 'localMembersInterest', words('Saltmarsh, Quayside')),
        fieldBlock(mint, 'committee', words('Coast and Harbours Committee')),
        fieldBlock(mint, 'date', words('Thursday 8 May 2031')),
        plain('title', 'A joint contract for dredging'),
        fieldBlock(mint, 'wards', words('Saltmarsh and Quayside')),
        fieldBlock(mint, 'decisionType', words('Key decision')),
      ]),
      section(mint, 'recommendations', [
        plain('heading', 'Recommendations'),
        plain('guidance', GUIDANCE),
        plain('text', 'That the committee:'),
        ...recommendations,
        fieldBlock(mint, 'reportOf', words('Cllr Bea Winter, Cabinet Member for the Coast')),
      ]),
      section(mint, 'body', [
        plain('heading', 'Summary', { id: 'summary' }),
        plain('paragraph', [
          ...words('This report asks the committee to join the contract described in '),
          refer('terms'),
          ...words(', as '),
          refer('join'),
          ...words(' and '),
          refer('cost-report'),
          ...words(' say.'),
        ]),
        plain('paragraph', 'It sets out the cost, the risks and what happens if nothing is done.'),
      ]),
      section(mint, 'body', [
        plain('heading', 'Report', { id: 'report' }),
        plain('heading', 'Background', { level: 2, id: 'background' }),
        plain('paragraph', 'The bylaw on dredging says:'),
        plain('quotation', '‘No harbour shall be left dry for more than two tides.’'),
        plain('paragraph', 'Three things have changed since:', { id: 'changes' }),
        plain('paragraph', 'the ferry is longer', { level: 1 }),
        plain('paragraph', 'the channel is shorter, for these reasons:', { level: 1 }),
        plain('paragraph', 'the storm of the winter', { level: 2, id: 'storm' }),
        plain('paragraph', 'the new breakwater', { level: 2 }),
        plain('paragraph', 'the bank has moved', { level: 1 }),
        plain('heading', 'Costs', { level: 2 }),
        plain('paragraph', [
          ...words('The costs are in '),
          refer('costs'),
          ...words('; '),
          refer('saving'),
          ...words(' shows how they fall. '),
          link('The survey', 'https://www.harbours.example/survey?year=2031&part=2'),
          ...words(' is published.'),
        ]),
        table(
          'Yearly cost by harbour',
          [
            ['Harbour', 'Tide in metres', 'Alone (£)', 'Together (£)'],
            ['Saltmarsh', '4.2', '1,250,000', '980,000'],
            ['Quayside, with the old basin and the two slips that belong to it', '3.1', '640,000', '610,000'],
            ['North Quay', '–', '95,500', '88,250'],
          ],
          { id: 'costs' },
        ),
        plain('paragraph', [
          ...words('As '),
          refer('changes'),
          ...words(' and '),
          refer('storm'),
          ...words(' explain, the cost of waiting grows; see '),
          refer('summary'),
          ...words(' and '),
          refer('background'),
          ...words('.'),
        ]),
        image(
          'Saving by number of harbours',
          'Bar chart: the saving grows with each harbour that joins.',
          'saving',
        ),
      ]),
      section(mint, 'options', [
        plain('heading', 'Options considered'),
        plain('paragraph', 'Three options were considered:'),
        plain('option', 'Do nothing'),
        detail('advantages', 'Nothing is spent this year.'),
        detail('disadvantages', 'The channel closes to the ferry within three winters.'),
        plain('option', 'Join the contract (recommended)', { id: 'join-option' }),
        detail('advantages', 'The lowest cost over five years, and one survey for all.'),
        detail('disadvantages', 'The committee cannot choose its contractor.'),
        plain('option', 'Go out to tender alone'),
        detail('disadvantages', 'A year is lost.'),
      ]),
      section(mint, 'implications', [
        plain('heading', 'Implications'),
        ...row(
          'implication',
          'Legal',
          'The contract is let under the Harbours Act 1964. The council remains harbour authority.',
          'Ann Mori, Monitoring Officer',
        ),
        ...row(
          'implication',
          'Finance',
          [...words('A saving of £85,000 a year; see '), refer('costs'), ...words('.')],
          'Dev Patel, Section 151 Officer',
        ),
        ...row('implication', 'Equalities', 'None.', 'Lee Carr'),
        ...row(
          'implication',
          'Climate',
          'One dredger instead of three saves 40 tonnes of carbon a year.',
          '',
        ),
      ]),
      section(mint, 'recommendations', [
        plain('heading', 'Recommendations'),
        plain('text', 'For these reasons the committee is asked to agree that it:'),
        plain('recommendation', 'agrees to join the contract for five years; and'),
        plain('recommendation', 'asks the Director to report each spring.'),
      ]),
      section(mint, 'documents', [
        plain('heading', 'Background documents and appendices'),
        plain('backgroundDocument', 'Minutes of the harbour meeting, March 2031'),
        plain('backgroundDocument', 'Depth survey, 2029'),
        { ...appendixBlock(mint, words('Terms of the joint contract'), 'A'), id: 'terms' },
        appendixBlock(mint, words('Depth survey'), 'B'),
      ]),
      section(mint, 'contact', [
        plain('heading', 'Contact'),
        fieldBlock(mint, 'contactName', words('Priya Raman')),
        fieldBlock(mint, 'jobTitle', words('Harbour engineer')),
        fieldBlock(mint, 'telephone', words('020 7946 0123')),
        fieldBlock(mint, 'email', [
          link('priya.raman@harbour.example', 'mailto:priya.raman@harbour.example'),
        ]),
      ]),
    ],
    { classification: 'OFFICIAL', handling: '', descriptor: '' },
  );
  return { ...document, settings: { ...document.settings, numbering: 'sectional' } };
}

export function richSubmission(): DespatchDocument {
  const { mint, plain, detail, row, table } = builder();
  return documentOf(
    'submission',
    [
      section(mint, 'front', [
        plain('title', 'Joint contract for dredging: permission to tender'),
        fieldBlock(mint, 'to', words('Minister for the Coast; copy to the Permanent Secretary')),
        fieldBlock(mint, 'from', words('Priya Raman, Ports team, 020 7946 0123')),
        fieldBlock(mint, 'date', words('6 May 2031')),
      ]),
      section(mint, 'body', [
        plain('heading', 'Issue'),
        plain('paragraph', 'Whether to let one contract for dredging twelve small harbours.', {
          id: 'issue',
        }),
      ]),
      section(mint, 'recommendations', [
        plain('heading', 'Recommendation'),
        plain('guidance', GUIDANCE),
        plain('paragraph', 'That you:'),
        plain('decision', 'agree that the Department goes out to tender for one contract'),
        plain('decision', [...words('agree to write to the Federation as drafted at '), refer('letter')]),
        plain('recommendation', 'note that Saltmarsh stays out for a year.'),
        detail('reason', 'Its survey is not finished.'),
      ]),
      section(mint, 'timing', [
        plain('heading', 'Timing'),
        fieldBlock(mint, 'criticalDate', words('Friday 16 May 2031')),
        fieldBlock(
          mint,
          'criticalDateReason',
          words('The tender must be published 30 days before the summer recess.'),
        ),
      ]),
      section(mint, 'body', [
        plain('heading', 'Background'),
        plain('paragraph', [...words('See '), refer('issue'), ...words(' for what is asked.')]),
        plain('paragraph', 'The Federation asked for one contract in January.'),
        table('', [
          ['Step', 'When'],
          ['Tender', 'May 2031'],
          ['Contract', 'August 2031'],
        ]),
      ]),
      section(mint, 'options', [
        plain('heading', 'Options'),
        plain('option', 'One contract (recommended)'),
        detail('advantages', 'Cheapest over five years.'),
        plain('option', 'Twelve contracts'),
        detail('disadvantages', 'Costs a sixth more.'),
      ]),
      section(mint, 'body', [
        plain('heading', 'Presentation'),
        plain('paragraph', 'The Federation will welcome it; Saltmarsh may not.'),
      ]),
      section(mint, 'clearance', [
        plain('heading', 'Clearance'),
        ...row('clearer', 'Dev Patel, Finance', 'All figures', '5 May 2031'),
      ]),
      section(mint, 'contact', [
        plain('heading', 'Contact'),
        fieldBlock(mint, 'contact', words('Ports team, 020 7946 0123')),
      ]),
      section(mint, 'annex', [
        plain('heading', 'Draft letter to the Federation', { id: 'letter' }),
        plain('text', 'Dear President,'),
        plain('text', 'Thank you for your letter of 4 January.'),
      ]),
    ],
    { classification: 'OFFICIAL-SENSITIVE', handling: '', descriptor: 'Commercial' },
  );
}
