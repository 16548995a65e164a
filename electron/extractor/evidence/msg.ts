/** E-mail as Outlook saves it ([MS-OXMSG]). */
import msgreader, { type FieldsData } from '@kenjiuno/msgreader';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { decompressRtf } from './lzfu.ts';
import { extractionOfMail, type Mail } from './mail.ts';
import { readRtf } from './rtf.ts';

/** Written for CommonJS: Node hands over the whole module, and a bundle or a test the class in it. */
const MsgReader =
  (msgreader as typeof msgreader & { readonly default?: typeof msgreader }).default ?? msgreader;

function damaged(file: string, reason: string, cause?: unknown): DespatchError {
  return new DespatchError('input.damaged', { file, reason }, { cause });
}

function parse(bytes: Buffer, file: string): FieldsData {
  let fields: FieldsData;
  try {
    // A buffer of Node may be a part of a larger one, and the reader reads from its beginning.
    fields = new MsgReader(new Uint8Array(bytes).buffer).getFileData();
  } catch (fault) {
    throw damaged(file, 'the Outlook message in it is not whole', fault);
  }
  if (fields.error) throw damaged(file, 'it is no Outlook message inside');
  return fields;
}

/** Exchange's own addresses say nothing to anybody outside. */
function address(name: string | undefined, ...addresses: readonly (string | undefined)[]): string {
  const found = addresses.find((candidate) => candidate?.includes('@'));
  if (!name || name === found) return found ?? '';
  return found === undefined ? name : `${name} <${found}>`;
}

function recipients({ recipients = [] }: FieldsData, type: 'to' | 'cc'): string {
  return recipients
    .filter(({ recipType = 'to' }) => recipType === type)
    .map(({ name, smtpAddress, email }) => address(name, smtpAddress, email))
    .join(', ');
}

const decode = (bytes: Buffer, encoding: string) => {
  try {
    return new TextDecoder(encoding.replace(/^cp(\d+)$/i, 'windows-$1')).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The body as it is easiest to read: plain, web page, or the RTF that holds either. */
async function bodyOf(fields: FieldsData, file: string): Promise<Mail['body']> {
  const { body, bodyHtml, html, compressedRtf } = fields;
  if (body?.trim()) return { text: body };
  if (bodyHtml?.trim()) return { html: bodyHtml };
  if (html && html.length > 0) return { html: decode(Buffer.from(html), 'utf-8') };
  if (!compressedRtf || compressedRtf.length === 0) return { text: '' };
  try {
    const rtf = decompressRtf(Buffer.from(compressedRtf));
    if (/\\fromhtml/.test(rtf.toString('latin1', 0, 1024))) {
      const { mode, text } = deEncapsulateSync(rtf, { decode });
      return mode === 'html' ? { html: String(text) } : { text: String(text) };
    }
    const { pages } = await readRtf(rtf, file);
    return { text: pages.map(({ text }) => text).join('\n') };
  } catch (fault) {
    throw damaged(file, 'the formatted text of the message is not whole', fault);
  }
}

/** @throws DespatchError `input.damaged`, `input.tooComplex`. */
export async function readMsg(bytes: Buffer, file: string): Promise<Extraction> {
  const fields = parse(bytes, file);
  const { senderName, senderSmtpAddress, senderEmail, subject = '', attachments = [] } = fields;
  const from = address(senderName, senderSmtpAddress, senderEmail);
  return extractionOfMail(
    {
      mediaType: 'application/vnd.ms-outlook',
      from,
      author: senderName ?? from,
      to: recipients(fields, 'to'),
      cc: recipients(fields, 'cc'),
      date: fields.clientSubmitTime ?? fields.messageDeliveryTime ?? fields.creationTime ?? '',
      subject,
      body: await bodyOf(fields, file),
      attachments: attachments
        .filter(({ attachmentHidden }) => attachmentHidden !== true)
        .map(({ fileName, name, fileNameShort }) => fileName ?? name ?? fileNameShort ?? ''),
    },
    file,
  );
}
