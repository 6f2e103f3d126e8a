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

/** The elements that are open, as a parser that forgives everything has them: an end without a beginning ends nothing. */
class Open {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();
  depth = 0;

  begin(name: string): void {
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    if (!LOOSE.test(name)) this.depth++;
  }

  end(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 0) - 1);
      if (!LOOSE.test(last)) this.depth--;
      if (last === name) return;
    }
  }
}

/** Leaves out the tags of elements that are nested too deep; their words stay, parted by line breaks. `weight` sums how deep each tag stands. */
function shallow(html: string): { readonly html: string; readonly weight: number } {
  const open = new Open();
  const left = new Map<string, number>();
  let weight = 0;
  const made = html.replace(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    weight += open.depth;
    if (VOID.test(name) || tag.endsWith('/>')) return tag;
    const over = left.get(name) ?? 0;
    if (slash === '') {
      if (open.depth >= DEEPEST && !LOOSE.test(name)) {
        left.set(name, over + 1);
        return '<br>';
      }
      open.begin(name);
      return tag;
    }
    if (over > 0) {
      left.set(name, over - 1);
      return '<br>';
    }
    open.end(name);
    return tag;
  });
  return { html: made, weight };
}

export interface Markup {
  readonly html: string;
  readonly tags: number;
  /** How deep its tags stand, summed over all. */
  readonly weight: number;
}

/** Throws `too-large` for a page of more than 400,000 tags. */
export function safeMarkup(source: string, name: string): Markup {
  const html = withoutOpaque(source);
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS) throw new ParleyError('too-large', name);
  return { ...shallow(html), tags };
}
