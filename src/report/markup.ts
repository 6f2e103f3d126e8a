// Makes the markup of a page safe to parse: without scripts and styles, not endlessly deep, and not of more tags than a page has.
import { ParleyError } from '../terms/errors.js';

/** Parsers take a time that grows with the square of the depth; no page is meant to be this deep. */
const DEEPEST = 400;
const MOST_TAGS = 400_000;

/** Elements whose content is no markup of the page. JSON-LD is kept, because it tells the day and the author. */
const OPAQUE = /<(script|style|svg|noscript|template|iframe)\b([^<>]{0,2000})>|<!--/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,20000}>/gi;
const VOID = /^(?:br|img|hr|meta|link|input|source|wbr|area|base|col|embed|param|track)$/i;
/** Elements that end by themselves where the next one begins. */
const LOOSE = /^(?:p|li|dt|dd|td|th|tr|option|thead|tbody|tfoot)$/i;

function withoutOpaque(html: string): string {
  let out = '';
  let from = 0;
  OPAQUE.lastIndex = 0;
  // The same end is not looked for again where it was missing once: that keeps the time linear.
  const missing = new Set<string>();
  for (let found = OPAQUE.exec(html); found; found = OPAQUE.exec(html)) {
    const name = (found[1] ?? '').toLowerCase();
    if (name === 'script' && /ld\+json/i.test(found[2] ?? '')) continue;
    const end = name === '' ? '-->' : `</${name}`;
    const close = missing.has(end) ? -1 : indexOfAnyCase(html, end, OPAQUE.lastIndex);
    if (close < 0) {
      missing.add(end);
      continue;
    }
    out += `${html.slice(from, found.index)} `;
    from = close + end.length;
    if (name !== '') from = html.indexOf('>', from) + 1 || html.length;
    OPAQUE.lastIndex = from;
  }
  return out + html.slice(from);
}

function indexOfAnyCase(html: string, words: string, from: number): number {
  const pattern = new RegExp(words.replace(/[/-]/g, '\\$&'), 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

/** Leaves out the tags of elements that are nested too deep; their words stay, parted by line breaks. */
function shallow(html: string): string {
  let depth = 0;
  return html.replace(TAG, (tag, slash: string, name: string) => {
    if (VOID.test(name) || LOOSE.test(name) || tag.endsWith('/>')) return tag;
    if (slash === '') return ++depth > DEEPEST ? '<br>' : tag;
    const left = depth > DEEPEST;
    depth = Math.max(0, depth - 1);
    return left ? '<br>' : tag;
  });
}

export interface Markup {
  readonly html: string;
  readonly tags: number;
}

/** Throws `too-large` for a page of more than 400,000 tags. */
export function safeMarkup(source: string, name: string): Markup {
  const html = withoutOpaque(source);
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS) throw new ParleyError('too-large', name);
  return { html: shallow(html), tags };
}
