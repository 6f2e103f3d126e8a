// The door for RSS and Atom: the entries of a feed, and those that cannot be used.
import { parseFeed } from '@rowanmanning/feed-parser';
import { ParleyError } from '../terms/errors.js';
import { cleanText, holdsWords } from './clean.js';
import { daysOf } from './metadata.js';
import { readPage } from './page.js';

interface FeedEntry {
  readonly title: string;
  readonly url?: string;
  readonly byline?: string;
  readonly published: readonly string[];
  /** What the feed itself has of the report, with the title on its first line. */
  readonly text: string;
  /** False where the text is the title alone. */
  readonly told: boolean;
  readonly captions: readonly (readonly [number, number])[];
}
export interface Feed {
  readonly title?: string;
  readonly entries: readonly FeedEntry[];
  readonly broken: readonly ParleyError[];
}

type Parsed = ReturnType<typeof parseFeed>;
type Item = Parsed['items'][number];
const MOST_ENTRIES = 2000;

function entryOf(item: Item): FeedEntry {
  const title = cleanText(item.title ?? '').replaceAll('\n', ' ');
  const url = item.url && /^https?:\/\//i.test(item.url) ? item.url : undefined;
  const source = (item.content?.length ?? 0) >= (item.description?.length ?? 0) ? (item.content ?? '') : (item.description ?? '');
  const page = /<[a-z!/]/i.test(source)
    ? readPage(`<html><body>${source}</body></html>`, title)
    : { text: cleanText(source), captions: [] };
  const body = page.text.startsWith(title) ? page.text.slice(title.length).trim() : page.text;
  const head = title !== '' ? `${title}\n\n` : '';
  const moved = head.length + body.length - page.text.length;
  const text = cleanText(head + body);
  if (!holdsWords(body) && url === undefined) throw new Error('it has neither a text nor an address');
  const byline = item.authors
    .map((author) => author.name)
    .filter((name) => name !== null && name !== '')
    .join(', ');
  const day = item.published ?? item.updated;
  return {
    title,
    text,
    told: holdsWords(body),
    captions: page.captions.filter(([start]) => start + moved >= head.length).map(([start, end]) => [start + moved, end + moved] as const),
    published: daysOf(day instanceof Date ? day.toISOString() : (day ?? undefined)),
    ...(url !== undefined && { url }),
    ...(byline !== '' && { byline }),
  };
}

const nameOf = (item: Item, number: number): string => {
  const title = cleanText(item.title ?? '')
    .replaceAll('\n', ' ')
    .slice(0, 80);
  return title === '' ? `entry ${number}` : `entry ${number}, “${title}”`;
};

/** Cuts the entries out of a feed whose markup is broken, so that each can be tried alone. Linear in the source. */
function* entriesAlone(source: string): Generator<string> {
  const kind = /<entry[\s>]/.test(source) ? 'entry' : 'item';
  for (let at = source.search(new RegExp(`<${kind}[\\s>]`)); at >= 0; ) {
    const next = source.indexOf(`<${kind}`, at + kind.length + 1);
    const close = source.indexOf(`</${kind}>`, at);
    const end = close >= 0 && (next < 0 || close < next) ? close : next < 0 ? source.length : next;
    const inside = source.slice(at, end);
    yield kind === 'entry'
      ? `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</entry></feed>`
      : `<rss version="2.0"><channel>${inside}</item></channel></rss>`;
    at = next;
  }
}

/** Reads a feed. An entry that cannot be used is reported as `broken-feed-entry` and the others are taken. Throws `broken-file` where it is no feed, `too-large` beyond 2,000 entries. */
export function readFeed(source: string, name: string): Feed {
  const entries: FeedEntry[] = [];
  const broken: ParleyError[] = [];
  const take = (item: Item, number: number): void => {
    try {
      entries.push(entryOf(item));
    } catch (error) {
      broken.push(
        new ParleyError('broken-feed-entry', `${nameOf(item, number)}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        }),
      );
    }
  };
  let feed: Parsed | undefined;
  try {
    feed = parseFeed(source);
    if (feed.items.length === 0 && /<(?:item|entry)[\s>]/.test(source)) feed = undefined;
  } catch (error) {
    if (!/<(?:item|entry)[\s>]/.test(source)) throw new ParleyError('broken-file', name, { cause: error });
  }
  if (feed) {
    if (feed.items.length > MOST_ENTRIES) throw new ParleyError('too-large', name);
    for (const [i, item] of feed.items.entries()) take(item, i + 1);
  } else {
    let number = 0;
    for (const alone of entriesAlone(source)) {
      if (++number > MOST_ENTRIES) throw new ParleyError('too-large', name);
      try {
        const item = parseFeed(alone).items[0];
        if (item) take(item, number);
        else broken.push(new ParleyError('broken-feed-entry', `entry ${number}`));
      } catch (error) {
        broken.push(new ParleyError('broken-feed-entry', `entry ${number}`, { cause: error }));
      }
    }
  }
  const title = cleanText(feed?.title ?? '').replaceAll('\n', ' ');
  return { entries, broken, ...(title !== '' && { title }) };
}
