/** E-mail as it travels (RFC 5322, MIME). */
import PostalMime, { type Address } from 'postal-mime';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { extractionOfMail } from './mail.ts';

function shown(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(shown).join(', ')}`;
  if (address.name === '') return address.address;
  return address.address === '' ? address.name : `${address.name} <${address.address}>`;
}

const list = (addresses: readonly Address[] | undefined) => (addresses ?? []).map(shown).join(', ');

/** @throws DespatchError `input.damaged`, `input.tooComplex`. */
export async function readEml(bytes: Buffer, file: string): Promise<Extraction> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 50, forceRfc822Attachments: true }).catch(
    (fault: unknown) => {
      const reason = 'the parts of the e-mail nest too deep or have no end';
      throw new DespatchError('input.tooComplex', { file, reason }, { cause: fault });
    },
  );
  const { from, text, html } = email;
  const attached = email.attachments.filter(
    ({ related, mimeType }) => !(related === true && mimeType.startsWith('image/')),
  );
  return extractionOfMail(
    {
      mediaType: 'message/rfc822',
      from: from ? shown(from) : '',
      author: from?.name || from?.address || '',
      to: list(email.to),
      cc: list(email.cc),
      date: email.headers.find(({ key }) => key === 'date')?.value ?? '',
      subject: email.subject ?? '',
      body: text?.trim() || html === undefined ? { text: text ?? '' } : { html },
      attachments: attached.map(({ filename, mimeType }) => filename ?? mimeType),
    },
    file,
  );
}
