/** A fictional report, numbered by section, that has every part of its kind. */
import { appendixBlock, fieldBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { builder, GUIDANCE, link, refer } from './builder.ts';
import { documentOf, words } from './sample-documents.ts';

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
