// What a page says about itself outside its text: title, publisher, author and day, by JSON-LD and meta elements.
import { printedDates } from './printed-date.js';

export interface Metadata {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly byline?: string | undefined;
  /** ISO days, best first; more than one where a printed date has two readings. */
  readonly published?: readonly string[] | undefined;
  /** The address the page calls its own. */
  readonly url?: string | undefined;
}

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' || text.length > 500 ? undefined : text;
};
const nameOf = (value: unknown): string | undefined => (isObject(value) ? textOf(value.name) : textOf(value));

/** The ISO days that a written date and time may mean; the day is that of the place it was written for, not of Greenwich. */
export function daysOf(written: string | undefined): readonly string[] {
  const day =
    /^\s*((?:19|20)\d\d-\d\d-\d\d)(?!\d)/.exec(written ?? '')?.[1] ??
    /^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$/
      .exec(written ?? '')
      ?.slice(1)
      .join('-');
  return printedDates(day ?? written ?? '')[0]?.candidates ?? [];
}

const ARTICLE = /(?:article|report|posting|newsstory|statement)$/i;

/** The first article among the JSON-LD objects of a page; what is no JSON says nothing. */
function articleOf(document: Document): Json | undefined {
  const waiting: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > 500_000) continue;
    try {
      waiting.push(JSON.parse(source.trim().replace(/^<!\[CDATA\[|\]\]>$/g, '')));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  for (let i = 0; i < waiting.length && i < 2000; i++) {
    const value = waiting[i];
    if (Array.isArray(value)) waiting.push(...value.slice(0, 500));
    else if (isObject(value)) {
      if (listOf(value['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
      if (value['@graph'] !== undefined) waiting.push(value['@graph']);
      if (value.mainEntity !== undefined) waiting.push(value.mainEntity);
    }
  }
  return undefined;
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'date',
];
const AUTHOR_NAMES = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];

/** What a page's head and its JSON-LD say; the page is not changed. */
export function metadataOf(document: Document): Metadata {
  const named = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').trim().toLowerCase();
    const content = textOf(meta.getAttribute('content'));
    if (name !== '' && content !== undefined && !named.has(name)) named.set(name, content);
  }
  const first = (names: readonly string[]): string | undefined => names.map((name) => named.get(name)).find((value) => value !== undefined);
  const article = articleOf(document);
  const times = [
    ...document.querySelectorAll('time[pubdate], time[itemprop="datePublished"], article time[datetime], header time[datetime]'),
  ].slice(0, 3);
  const written = [
    textOf(article?.datePublished),
    ...DATE_NAMES.map((name) => named.get(name)),
    ...times.map((time) => time.getAttribute('datetime') ?? undefined),
  ];
  const published = written.map(daysOf).find((days) => days.length > 0);
  const authors = listOf(article?.author)
    .map(nameOf)
    .filter((name) => name !== undefined);
  const byline = authors.length > 0 ? authors.join(', ') : first(AUTHOR_NAMES);
  return {
    title:
      textOf(article?.headline) ??
      first(['og:title', 'twitter:title', 'dc.title']) ??
      textOf(document.querySelector('title')?.textContent ?? undefined),
    publisher: nameOf(listOf(article?.publisher)[0]) ?? first(['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher']),
    byline: byline !== undefined && !/^https?:/.test(byline) ? byline.replace(/^by\s+/i, '') : undefined,
    published,
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? named.get('og:url'),
  };
}

/** The day that stands in an address ("/2014/02/01/", "/2014-02-01-"). */
export function dayInUrl(url: string | undefined): readonly string[] {
  const found =
    /[/_-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(url ?? '') ??
    /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(url ?? '');
  return found ? daysOf(`${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`) : [];
}
