// Claims as CSV with an HXL row, safe to open in a spreadsheet.
import type { Row } from './cited.js';

/** Column, HXL hashtag (Humanitarian Exchange Language 1.1) and value. */
const COLUMNS: readonly (readonly [name: string, tag: string, value: (row: Row) => string])[] = [
  ['reference', '#meta+id', ({ ref }) => ref],
  ['kind', '#event+type', ({ kind }) => kind],
  ['state', '#status', ({ state }) => state],
  ['from', '#group+from', ({ from }) => from.join('; ')],
  ['to', '#group+to', ({ to }) => to.join('; ')],
  ['what', '#description', ({ what }) => what],
  ['place', '#loc+name', ({ place }) => place ?? ''],
  [
    'country',
    '#country+code+iso3',
    ({ report, place }) =>
      report.reading.actors.find(({ id, names }) => id === place || (place !== null && names.includes(place)))?.country ?? '',
  ],
  ['date', '#date+occurred', ({ date }) => date ?? ''],
  ['reported', '#date+reported', ({ report }) => report.reading.published ?? ''],
  ['figures', '#indicator+figures', ({ figures }) => figures],
  ['speaker', '#contact+speaker', ({ speaker }) => speaker ?? ''],
  ['voice', '#meta+voice', ({ voice }) => voice ?? ''],
  ['words', '#description+quote', ({ words }) => words],
  ['outlet', '#meta+source', ({ report }) => report.reading.publisher ?? ''],
  ['address', '#meta+url', ({ report }) => report.url ?? ''],
];

/** A cell by RFC 4180; what a spreadsheet would run as a formula is kept as text by a leading apostrophe (OWASP, CSV injection). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as CSV (RFC 4180, UTF-8): names of columns, HXL hashtags, then a line a claim. */
export function csvOf(rows: readonly Row[]): string {
  const lines = [
    COLUMNS.map(([name]) => name),
    COLUMNS.map(([, tag]) => tag),
    ...rows.map((row) => COLUMNS.map(([, , value]) => value(row))),
  ];
  return `${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
