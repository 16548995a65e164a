/** What the pack says of itself: the information dictionary and the same as XMP (ISO 32000-1, 14.3). */
import type { AssemblyJob } from '../../../shared/pack/assembly.ts';
import { date, dictionary, text } from '../objects/syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

const PROGRAM = 'Despatch';

type Said = Pick<AssemblyJob, 'title' | 'author' | 'subject' | 'language' | 'date'>;

export function writeInfo(writer: PdfWriter, { title, author, subject, date: made }: Said): number {
  return writer.add(
    dictionary({
      Title: text(title),
      Author: author === '' ? null : text(author),
      Subject: subject === '' ? null : text(subject),
      Creator: text(PROGRAM),
      Producer: text(PROGRAM),
      CreationDate: date(made),
      ModDate: date(made),
    }),
  );
}

/**
 * Never compressed, so that programs that know no PDF find it.
 * @param accessible whether it claims PDF/UA-1 (ISO 14289-1, 5).
 */
export function writeXmp(writer: PdfWriter, said: Said, accessible: boolean): number {
  const made = `${new Date(said.date).toISOString().slice(0, 19)}Z`;
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(said.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escaped(said.language)}</rdf:li></rdf:Bag></dc:language>`,
    ...(said.author === ''
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${escaped(said.author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(said.subject === ''
      ? []
      : [
          `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(said.subject)}</rdf:li></rdf:Alt></dc:description>`,
        ]),
    `<pdf:Producer>${PROGRAM}</pdf:Producer>`,
    `<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${made}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${made}</xmp:ModifyDate>`,
    ...(accessible ? ['<pdfuaid:part>1</pdfuaid:part>'] : []),
  ];
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  const object = writer.reserve();
  writer.putStream(object, '/Type/Metadata/Subtype/XML', Buffer.from(packet, 'utf8'));
  return object;
}

function escaped(value: string): string {
  // Control characters are in no XML at all.
  return value
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/gu, (character) => (character.length > 1 ? character : ' '))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
