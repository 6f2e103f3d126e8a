// Claims as W3C Web Annotations (JSON-LD): each rests on its words by position and by quote, and both must agree.
import type { Row } from './cited.js';

/** How much of the text before and after a quote is given with it. */
const AROUND = 32;

export interface PositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}
export interface QuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** An AnnotationPage (W3C Web Annotation Data Model, 2017). Positions are UTF-16 units, half-open, as in the report's text. */
export function annotationsOf(rows: readonly Row[]) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: rows.map(({ ref, kind, state, from, to, what, spans, report }) => ({
      id: `urn:parley:${ref}`,
      type: 'Annotation',
      motivation: 'identifying',
      body: {
        type: 'TextualBody',
        purpose: 'tagging',
        value: [kind, state, from.join(' and '), to.join(' and '), what].filter(Boolean).join(' · '),
      },
      target: spans.map(([start, end]) => ({
        source: report.url ?? `urn:parley:${report.reading.id}`,
        selector: selectorsOf(report.reading.text, start, end),
      })),
    })),
  };
}

const selectorsOf = (text: string, start: number, end: number): [PositionSelector, QuoteSelector] => [
  { type: 'TextPositionSelector', start, end },
  {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  },
];
