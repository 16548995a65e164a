/** What e-mail of every format has in common: its fields as lines, its body, and what hangs on it. */
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { aboutOf } from './about.ts';
import { wordsOfHtml } from './html.ts';
import { Measure, oneLine, PageLines } from './lines.ts';
import { listed } from './words.ts';

export interface Mail {
  readonly mediaType: string;
  readonly from: string;
  /** Of the sender, for the citation: a name, or an address where there is none. */
  readonly author: string;
  readonly to: string;
  readonly cc: string;
  /** As its field says it. */
  readonly date: string;
  readonly subject: string;
  readonly body: { readonly text: string } | { readonly html: string };
  /** Names of attached files, without pictures that are part of the body. */
  readonly attachments: readonly string[];
}

function fields({ from, to, cc, date, subject }: Mail): [string, string][] {
  return [
    ['From', from],
    ['To', to],
    ['Cc', cc],
    ['Date', date],
    ['Subject', subject],
  ];
}

export function extractionOfMail(mail: Mail, file: string): Extraction {
  const lines = new PageLines(new Measure(file));
  for (const [name, value] of fields(mail))
    if (oneLine(value) !== '') lines.add(`${name}: ${oneLine(value)}`);
  const attachments = mail.attachments.map((name) => oneLine(name) || 'a file without a name');
  for (const name of attachments) lines.add(`Attachment, not read: ${name}`);
  lines.addWithGaps('');
  const { body } = mail;
  if ('html' in body) wordsOfHtml(body.html, file, lines);
  else
    for (const line of body.text.split(/\r\n?|\n/))
      lines.addWithGaps(line, line.startsWith('>') ? 'quote' : 'text');
  const pages = [lines.page()];
  const notices =
    attachments.length === 0
      ? []
      : [
          `${attachments.length === 1 ? 'Its attachment was' : `Its ${attachments.length} attachments were`} not read: ${listed(attachments)}. To use what is in ${attachments.length === 1 ? 'it' : 'them'}, save ${attachments.length === 1 ? 'it' : 'them'} from the e-mail and add ${attachments.length === 1 ? 'it' : 'them'} as evidence.`,
        ];
  return {
    kind: 'email',
    mediaType: mail.mediaType,
    textState: lines.isEmpty ? 'none' : 'text',
    paged: false,
    pages,
    outline: [],
    about: aboutOf(
      { type: 'personal_communication', title: mail.subject, authors: [mail.author], issued: mail.date },
      pages,
    ),
    notices,
  };
}
