// The door for mail (EML): subject, sender and day, the body as text, and attached reports where there is no body.
import PostalMime, { type Address } from 'postal-mime';
import { ParleyError } from '../terms/errors.js';
import { cleanText, holdsWords } from './clean.js';
import { daysOf, type Metadata } from './metadata.js';
import { readPage } from './page.js';
import { unwrapLines } from './unwrap.js';

export interface Mail {
  readonly text: string;
  readonly captions: readonly (readonly [number, number])[];
  readonly metadata: Metadata;
  /** The day of the Date header. */
  readonly sent: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }[];
}

const senderOf = (from: Address | undefined): string | undefined => from?.name || from?.address || undefined;

/** Reads a message. Throws `broken-file` where it is none. */
export async function readMail(bytes: Uint8Array, name: string): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch((error: unknown) => {
    throw new ParleyError('broken-file', name, { cause: error });
  });
  const subject = cleanText(mail.subject ?? '').replaceAll('\n', ' ');
  const plain = unwrapLines(cleanText((mail.text ?? '').replace(/\n-- \n[\s\S]{0,2000}$/, '\n')));
  const page =
    mail.html !== undefined && (!holdsWords(plain) || mail.html.length > plain.length * 20) ? readPage(mail.html, name) : undefined;
  const body = page ? page.text : plain;
  const head = subject !== '' && holdsWords(body) && !body.startsWith(subject) ? `${subject}\n\n` : '';
  return {
    text: head + body,
    captions: (page?.captions ?? []).map(([start, end]) => [start + head.length, end + head.length] as const),
    metadata: { title: subject === '' ? undefined : subject, publisher: senderOf(mail.from) },
    sent: daysOf(mail.date),
    attachments: mail.attachments.flatMap(({ filename, mimeType, content }) =>
      typeof content === 'string' ? [] : [{ name: filename ?? name, contentType: mimeType, bytes: new Uint8Array(content) }],
    ),
  };
}
