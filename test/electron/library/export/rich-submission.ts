/** A fictional submission that has every part of its kind. */
import { fieldBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { builder, GUIDANCE, refer } from './builder.ts';
import { documentOf, words } from './sample-documents.ts';

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
