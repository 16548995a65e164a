/** A fictional brief that has every part of its kind. */
import { fieldBlock, questionBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { bold, builder, GUIDANCE, link, refer } from './builder.ts';
import { documentOf, words } from './sample-documents.ts';

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
