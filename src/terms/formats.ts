// The formats the record is written in, beside its own: each with its media type and the address of the desk it is at.

interface Format {
  /** What it is, in a few words. */
  readonly says: string;
  readonly type: string;
  readonly address: string;
}

export const FORMATS = {
  csv: { says: 'lines (CSV, HXL)', type: 'text/csv; charset=utf-8', address: '/export.csv' },
  plover: { says: 'events (PLOVER)', type: 'application/x-ndjson; charset=utf-8', address: '/events.jsonl' },
  annotations: {
    says: 'annotations (W3C)',
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    address: '/annotations.jsonld',
  },
  geojson: { says: 'places (GeoJSON)', type: 'application/geo+json', address: '/access.geojson' },
  gexf: { says: 'influence (GEXF)', type: 'application/xml; charset=utf-8', address: '/influence.gexf' },
  graphml: {
    says: 'influence (GraphML)',
    type: 'application/graphml+xml; charset=utf-8',
    address: '/influence.graphml',
  },
  ics: { says: 'calendar (ICS)', type: 'text/calendar; charset=utf-8', address: '/calendar.ics' },
  atom: { says: 'feed of new lines (Atom)', type: 'application/atom+xml; charset=utf-8', address: '/lines.atom' },
  training: {
    says: 'reviewed lines, for training',
    type: 'application/x-ndjson; charset=utf-8',
    address: '/training.jsonl',
  },
} as const satisfies Readonly<Record<string, Format>>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);
