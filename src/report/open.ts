// The one way in: bytes of any kind that Parley takes become reports, and what is refused says why.
import { ParleyError } from '../terms/errors.js';
import type { Report } from '../terms/report.js';
import { cleanText, holdsWords } from './clean.js';
import { declaredIn, decodeBytes } from './decode.js';
import { isMailbox, mailsIn } from './mbox.js';
import { type Given, reportOf } from './report.js';
import { formatOf } from './sniff.js';
import { unwrapLines } from './unwrap.js';

/** The largest file or page taken where nothing else is said: 20 MiB, more words than a year of one reporter's dispatches. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** A packed file may hold this many times its largest allowed size once unpacked. */
const UNPACKED = 4;

export interface Source {
  readonly bytes: Uint8Array;
  /** A file's name or an address: what to call it in `from` and in errors. */
  readonly name: string;
  /** The address it was fetched from, if any. */
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
  readonly given?: Given | undefined;
  readonly maxBytes?: number | undefined;
}

/** What an input held: one report, or those of a feed, and what of it could not be used. */
export interface Opened {
  readonly reports: readonly Report[];
  readonly refused: readonly { readonly from: string; readonly error: ParleyError }[];
  /** Entries of a feed that point to a page with more than the feed has. */
  readonly links: readonly {
    readonly url: string;
    readonly title: string;
    readonly report: string | null;
    readonly published: readonly string[];
  }[];
}

/** A feed's entry shorter than this, in UTF-16 units, is a teaser where the entry has an address. */
const TEASER = 700;

const one = (report: Report): Opened => ({ reports: [report], refused: [], links: [] });
const charsetOf = (contentType: string | undefined): string | undefined => /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1];

/**
 * Opens a file, page, mail or feed. Throws `empty-input`, `binary-input`, `too-large`, `broken-file`, `encrypted-file`, `pdf-without-text`,
 * `bad-date`; broken entries of a feed are in `refused`. Libraries for a format are loaded when the first of it comes.
 */
export async function openSource(source: Source): Promise<Opened> {
  const { bytes, name, url, given = {}, maxBytes = MAX_BYTES } = source;
  if (bytes.length === 0) throw new ParleyError('empty-input', name);
  if (bytes.length > maxBytes) throw new ParleyError('too-large', name);
  const base = { from: name, ...(url !== undefined && { url }) };
  const decoded = (): string => decodeBytes(bytes, charsetOf(source.contentType) ?? declaredIn(bytes)).text;
  const format = formatOf(bytes, source);
  switch (format) {
    case 'text':
      return one(reportOf(unwrapLines(cleanText(decodeBytes(bytes, charsetOf(source.contentType)).text)), given, { ...base, format }));
    case 'html': {
      const { readPage } = await import('./page.js');
      const page = readPage(decoded(), name);
      return one(
        reportOf(page.text, given, {
          ...base,
          url: url ?? absolute(page.metadata.url),
          format,
          metadata: page.metadata,
          captions: page.captions,
        }),
      );
    }
    case 'pdf': {
      const { readPdfApart } = await import('./pdf-apart.js');
      const pdf = await readPdfApart(bytes, name, maxBytes * UNPACKED);
      return one(reportOf(pdf.text, given, { ...base, format, metadata: { title: pdf.title }, weak: pdf.made }));
    }
    case 'docx': {
      const { readDocx } = await import('./docx.js');
      const document = await readDocx(bytes, name, maxBytes * UNPACKED);
      return one(reportOf(document.text, given, { ...base, format, captions: document.captions }));
    }
    case 'eml': {
      if (isMailbox(bytes)) return openMailbox(source, maxBytes);
      const { readMail } = await import('./mail.js');
      const mail = await readMail(bytes, name);
      const attached = holdsWords(mail.text) ? undefined : mail.attachments[0];
      if (attached) return openSource({ ...source, ...attached, given: { published: mail.sent[0], ...given } });
      return one(reportOf(mail.text, given, { ...base, format, metadata: mail.metadata, header: mail.sent, captions: mail.captions }));
    }
    case 'feed':
      return openFeed(decoded(), source);
  }
}

/** Mail by mail; one that can't be used stops none of the others. */
async function openMailbox(source: Source, most: number): Promise<Opened> {
  const reports: Report[] = [];
  const refused: { from: string; error: ParleyError }[] = [];
  let number = 0;
  for await (const { bytes } of mailsIn([source.bytes], { most })) {
    const name = `${source.name}, mail ${++number}`;
    try {
      if (bytes === null) throw new ParleyError('too-large', name);
      // One mail in another is no mailbox.
      if (isMailbox(bytes)) throw new ParleyError('broken-file', name);
      const opened = await openSource({ ...source, name, bytes, contentType: 'message/rfc822' });
      reports.push(...opened.reports);
      refused.push(...opened.refused);
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      refused.push({ from: name, error });
    }
  }
  return { reports, refused, links: [] };
}

async function openFeed(text: string, { name, given = {} }: Source): Promise<Opened> {
  const { readFeed } = await import('./feed.js');
  const feed = readFeed(text, name);
  const reports: Report[] = [];
  const refused = feed.broken.map((error) => ({ from: name, error }));
  const links: { url: string; title: string; report: string | null; published: readonly string[] }[] = [];
  for (const entry of feed.entries) {
    // What is given of a whole feed is who publishes it, not the title or day of each entry.
    const about: Given = { publisher: given.publisher, published: given.published };
    const report = entry.told
      ? reportOf(entry.text, about, {
          format: 'feed',
          from: entry.url ?? name,
          url: entry.url,
          metadata: { title: entry.title, publisher: feed.title, byline: entry.byline },
          header: entry.published,
          captions: entry.captions,
        })
      : null;
    if (report) reports.push(report);
    if (entry.url !== undefined && entry.text.length < TEASER)
      links.push({ url: entry.url, title: entry.title, report: report?.id ?? null, published: entry.published });
  }
  if (reports.length === 0 && refused.length === 0 && links.length === 0) throw new ParleyError('empty-input', name);
  return { reports, refused, links };
}

const absolute = (url: string | undefined): string | undefined => (url !== undefined && /^https?:\/\//i.test(url) ? url : undefined);
