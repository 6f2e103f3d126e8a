// The figures of a claim: how many people, trucks or tonnes its own words tell, with what is counted and the bound.
import type { ClaimKind, Figure } from '../../terms/reading.js';
import { overlapOf, type Span } from '../../terms/span.js';
import { type Amount, amountsAt } from './amounts.js';
import { baseOf, predicateOf } from './syntax.js';
import type { ClaimView } from './view.js';
import { timesIn } from './when.js';

/** Kinds whose figures are kept. */
const COUNTED = new Set<ClaimKind>(['access', 'commitment', 'act']);
/** Longest run of words from a number to what it counts. */
const REACH = 8;

const isNoun = (tag: string): boolean => tag.startsWith('NN');
const isModifier = (tag: string): boolean => tag.startsWith('JJ') || tag === 'VBN' || tag === 'VBG' || tag === 'RB';

/** The token after the noun that a number at `at` may count, with the noun; null where no noun follows. `single`: the first noun is it ("20-truck convoy"). */
function nounFrom(view: ClaimView, at: number, single = false): { readonly head: number; readonly last: number } | null {
  const sentence = view.sentenceOf(Math.min(at, view.tokens.length - 1));
  let head = -1;
  for (let i = at; i < Math.min(sentence.last, at + REACH); i++) {
    const { tag, text, lower, start, end } = view.tokens[i]!;
    if (timesIn(view, start, end).length > 0) break;
    if (isNoun(tag)) {
      head = i;
      if (single) break;
      continue;
    }
    // "Red Crescent workers": a part of a name that the tagger took for an adjective.
    const named = head >= 0 && /^\p{Lu}/u.test(text) && isNoun(view.tokens[i + 1]?.tag ?? '');
    if (named) continue;
    // "one of the president's aides": whose they are is not what is counted; "four plain-clothes officers".
    if (tag === 'POS') {
      head = -1;
      continue;
    }
    if (lower === '-' && i > at && view.tokens[i - 1]!.end === start && view.tokens[i + 1]?.start === end) continue;
    if (head >= 0 || !(isModifier(tag) || ((lower === ',' || lower === 'and' || lower === 'or') && i > at))) break;
  }
  if (head >= 0) return { head, last: head + 1 };
  const next = view.tokens[at];
  // "600 wounded": the adjective alone names them.
  return next !== undefined && next.index < sentence.last && next.tag === 'JJ' ? { head: at, last: at + 1 } : null;
}

const WHOSE = /^(?:the|these|those|its|their|his|her|our|all)$/;

interface Counted {
  readonly what: string;
  /** The token that what is counted hangs on in the parse. */
  readonly head: number;
  readonly last: number;
}

/** What an amount counts; null where it counts nothing that is kept. */
function countedBy(view: ClaimView, { first, at, last, currency }: Amount): Counted | null {
  const { tokens, text } = view;
  const { quantities } = view.lexicon;
  const lowerAt = (i: number): string => (tokens[i]?.sentence === tokens[at]!.sentence ? tokens[i]!.lower : '');
  const words = (first: number, end: number): string => text.slice(tokens[first]!.start, tokens[end - 1]!.end).replace(/\s+/g, ' ');
  if (currency !== '') return { what: currency, head: last - 1, last };
  let from = last;
  const joined = /^[-–]$/.test(lowerAt(from)) && tokens[from - 1]!.end === tokens[from]!.start;
  if (joined) from++;
  if (lowerAt(from) === 'of') {
    // "200 of the 600 people", "dozens of trucks": what stands after the determiner and the larger number.
    from++;
    while (WHOSE.test(lowerAt(from))) from++;
    const [larger] = from < tokens.length ? amountsAt(tokens, from, quantities) : [];
    if (larger !== undefined && lowerAt(from) !== '') from = larger.last;
  }
  const per = lowerAt(from) === 'per' && lowerAt(from + 1) === 'cent';
  const noun = per
    ? { head: from + 1, last: from + 2 }
    : lowerAt(from) === '%'
      ? { head: from, last: from + 1 }
      : from < tokens.length && lowerAt(from) !== ''
        ? nounFrom(view, from, joined)
        : null;
  if (noun === null) return joined ? null : bare(view, first, at, last);
  const { lemma, lower } = tokens[noun.head]!;
  if (quantities.uncounted.has(lemma) || quantities.uncounted.has(lower) || (joined && quantities.unjoined.has(lemma))) return null;
  let end = noun.last;
  if ((per || quantities.measures.has(lemma) || quantities.measures.has(lower)) && lowerAt(end) === 'of') {
    const inside = /^(?:the|its|their)$/.test(lowerAt(end + 1)) ? end + 2 : end + 1;
    const more = inside < tokens.length && lowerAt(inside) !== '' ? nounFrom(view, inside) : null;
    if (more !== null) end = more.last;
  }
  return { what: words(from, end), head: noun.head, last: end };
}

const STANDS_ALONE = new Set(['nsubj', 'obj']);

/** A number that stands for what it counts ("1,200 have left"). */
function bare(view: ClaimView, first: number, at: number, last: number): Counted | null {
  const token = view.tokens.slice(at, last).find(({ relation }) => STANDS_ALONE.has(baseOf(relation)));
  const before = view.tokens[first - 1];
  const told = before !== undefined && before.sentence === view.tokens[at]!.sentence && /^(?:NN|JJ|DT)/.test(before.tag);
  return token === undefined || told || view.tokens[at]!.lower === 'one' ? null : { what: '', head: token.index, last };
}

/** Relations that leave a predicate in the clause of the one above it. */
const WITHIN = new Set(['xcomp', 'ccomp', 'acl', 'aux', 'cop']);

/** A token and the predicates whose clause it stands in, upwards. */
function clauseOf(view: ClaimView, token: number): number[] {
  const out: number[] = [];
  for (let at = token, steps = 0; at >= 0 && steps < 12; steps++) {
    const { tag, relation, head } = view.tokens[at]!;
    out.push(at);
    if (head < 0) break;
    if (tag.startsWith('V') && !WITHIN.has(baseOf(relation))) break;
    at = head;
  }
  return out;
}

/** Whether a figure stands in the clause of a claim, whose words hang on `anchor`; true where the sentence is not parsed. */
function sharesClause(view: ClaimView, head: number, anchor: number): boolean {
  if (view.tokens[head]!.relation === '' || view.tokens[anchor]!.relation === '') return true;
  const own = clauseOf(view, head);
  const { relation, head: noun } = view.tokens[anchor]!;
  // "besieged" in "90 people left besieged Aleppo" tells of Aleppo alone; in "90 besieged people", of the people.
  if (baseOf(relation) === 'amod') return own.includes(noun);
  const predicate = predicateOf(view, anchor);
  if (own.includes(anchor) || own.includes(predicate)) return true;
  const above = clauseOf(view, anchor);
  return own.some((token) => above.includes(token));
}

/** A number that is no count: a date, a part of a name, a whole of which a part is meant, the second half of "F-16". */
function isNoCount(view: ClaimView, at: number): boolean {
  const token = view.tokens[at]!;
  const before = view.tokens[at - 1];
  // "a quarter of the 840 weapons": the whole of which a part is meant.
  if (before !== undefined && WHOSE.test(before.lower) && view.tokens[at - 2]?.lower === 'of') return true;
  if (token.tag.startsWith('NNP')) return true;
  if (view.times.length > 0 && timesNear(view, [token.start, token.end])) return true;
  return before !== undefined && before.end === token.start && /[-–/.:]$/.test(before.text);
}

/** Whether a time expression covers a place. */
function timesNear(view: ClaimView, span: Span): boolean {
  const { start, end } = view.sentenceOf(view.tokenAt(span[0]));
  return timesIn(view, start, end).some((time) => overlapOf(time.span, span) > 0);
}

/** The figures in a claim's evidence, in the order of the text; told twice they are one. `anchor` is the token its words hang on. */
export function figuresOf(view: ClaimView, kind: ClaimKind, anchor: number, evidence: readonly Span[]): Figure[] {
  if (!COUNTED.has(kind)) return [];
  const found = new Map<string, Figure>();
  for (const [start, end] of evidence) {
    const own = view.tokens[anchor]!.start >= start && view.tokens[anchor]!.start < end;
    for (let at = view.tokenAt(start); at < view.tokens.length && view.tokens[at]!.start < end; at++) {
      const amounts = amountsAt(view.tokens, at, view.lexicon.quantities);
      const [amount] = amounts;
      if (amount === undefined || isNoCount(view, at)) continue;
      const counted = countedBy(view, amounts.at(-1)!);
      const last = counted?.last ?? amount.last;
      if (counted !== null && view.tokens[last - 1]!.end <= end && (!own || sharesClause(view, counted.head, anchor))) {
        const from = Math.max(start, view.tokens[amount.first]!.start);
        for (const { value, bound } of amounts) {
          const key = `${bound} ${value} ${counted.what.split(' ').at(-1)?.toLowerCase()}`;
          if (!found.has(key)) found.set(key, { what: counted.what, value, bound, evidence: [from, view.tokens[last - 1]!.end] });
        }
      }
      at = Math.max(at, amounts.at(-1)!.last - 1);
    }
  }
  return [...found.values()];
}
