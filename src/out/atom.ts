// New lines of the record as an Atom feed (RFC 4287).
import type { Row } from './cited.js';
import { xmlText } from './xml.js';

export interface AtomOptions {
  readonly title: string;
  /** The address of the feed; entries are addressed below it. */
  readonly address: string;
}

const moment = (edtf: string | undefined): string =>
  edtf && /^\d{4}-\d\d-\d\d/.test(edtf) ? `${edtf.slice(0, 10)}T00:00:00Z` : '1970-01-01T00:00:00Z';

/** An entry a claim, newest report first. */
export function atomOf(rows: readonly Row[], { title, address }: AtomOptions): string {
  const newest = [...rows].sort((a, b) => ((a.report.reading.published ?? '') < (b.report.reading.published ?? '') ? 1 : -1));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${xmlText(address)}</id>
  <title>${xmlText(title)}</title>
  <updated>${moment(newest[0]?.report.reading.published)}</updated>
  <link rel="self" href="${xmlText(address)}"/>
  <author><name>Parley</name></author>
${newest
  .map(
    ({ ref, kind, state, from, to, what, words, report }) => `  <entry>
    <id>urn:parley:${xmlText(ref)}</id>
    <title>${xmlText([from.join(' and '), `${kind}: ${state}`, to.join(' and '), what].filter(Boolean).join(' · '))}</title>
    <updated>${moment(report.reading.published)}</updated>
    <content type="text">${xmlText(`“${words}” ${[report.reading.publisher, report.reading.published].filter(Boolean).join(', ')}`)}</content>
  </entry>`,
  )
  .join('\n')}
</feed>
`;
}
