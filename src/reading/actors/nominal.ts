// Says what the words of one noun phrase are: a known name, a person with titles, another proper name, or a description with its head noun.
import type { KnownSpan } from './known-names.js';
import type { Gender, HeadClass, HeadNoun, KnownName, Pronoun } from './lexicon.js';
import type { View } from './view.js';

export type Nominal =
  | { readonly type: 'pronoun'; readonly pronoun: Pronoun }
  /** A determiner alone: "both", "one", "neither". */
  | { readonly type: 'bare'; readonly word: string }
  | { readonly type: 'temporal' }
  | { readonly type: 'known'; readonly known: KnownName; readonly nameFirst: number; readonly nameLast: number }
  /** `offices` are the head nouns before the name, `modsLast` the end of the words before the first of them. */
  | {
      readonly type: 'person';
      readonly nameFirst: number;
      readonly nameLast: number;
      readonly offices: readonly string[];
      readonly gender: Gender;
      readonly modsLast: number;
    }
  /** A name the lexicon does not know. `fused` is the common noun before it ("the daily El Mundo"). */
  | {
      readonly type: 'proper';
      readonly nameFirst: number;
      readonly nameLast: number;
      readonly head: HeadNoun | null;
      readonly fused: HeadNoun | null;
      readonly modsLast: number;
    }
  | { readonly type: 'description'; readonly class: HeadClass; readonly noun: string; readonly sector: string; readonly headFirst: number }
  | { readonly type: 'other'; readonly noun: string };

const PERSON_CLASSES: ReadonlySet<HeadClass> = new Set(['office', 'person', 'voice']);
/** Head nouns that after a state's adjective alone describe ("Syrian Army") and after another capital word name ("Sudan Liberation Army"). */
const DESCRIBES: ReadonlySet<HeadClass> = new Set([
  'government',
  'force',
  'body',
  'opposition',
  'delegation',
  'side',
  'outlet',
  'rebels',
  'group',
  'bloc',
  'text',
  'process',
]);
const TEMPORAL =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|weeks?|months?|years?|days?|nights?|mornings?|afternoons?|evenings?|hours?|minutes?|weekend|midnight|noon)$/;

/** The longest head noun, of up to three words, that ends before token `end` and starts at `core` or later. */
export function headEndingAt(
  { tokens, lexicon }: View,
  core: number,
  end: number,
): { readonly head: HeadNoun; readonly first: number } | null {
  let words = '';
  let best: { head: HeadNoun; first: number } | null = null;
  for (let first = end - 1; first >= Math.max(core, end - 5); first--) {
    const { lower, end: tokenEnd } = tokens[first]!;
    const joined = first + 1 < end && tokens[first + 1]!.start === tokenEnd ? '' : ' ';
    words = words === '' ? lower : `${lower}${joined}${words}`;
    const head = lexicon.heads.get(words);
    if (head !== undefined) best = { head, first };
  }
  return best;
}

const nameWord = (view: View, at: number): boolean =>
  view.capital[at] === 1 || /^(al|el|ad|as|an|ash|ar|at|az|es|ez|ul|ur)-\p{Lu}/u.test(view.tokens[at]!.text);

/** The end of the titles and offices that stand at the start of the core, with the words for them. */
function titlesOf(
  view: View,
  core: number,
  end: number,
): { readonly last: number; readonly offices: string[]; readonly gender: Gender; readonly modsLast: number } {
  const { tokens, lexicon } = view;
  const offices: string[] = [];
  let gender: Gender = '';
  let last = core;
  let modsLast = -1;
  for (let at = core; at < end - 1; at++) {
    if (tokens[at + 1]!.text === '-' && tokens[at + 1]!.start === tokens[at]!.end) continue;
    const found = headEndingAt(view, Math.max(core, last), at + 1);
    const title = view.capital[at] === 1 ? lexicon.titles.get(tokens[at]!.lower) : undefined;
    if (
      found !== null &&
      PERSON_CLASSES.has(found.head.class) &&
      !(found.head.lemma === 'deputy' && at + 1 < end - 1 && lexicon.heads.has(tokens[at + 1]!.lower))
    ) {
      offices.push(
        found.first > core &&
          /^(former|ex|late|then|ousted|deposed|outgoing|past)$/.test(
            tokens[found.first - 1]!.lower === '-' ? tokens[found.first - 2]!.lower : tokens[found.first - 1]!.lower,
          )
          ? `former ${found.head.lemma}`
          : found.head.lemma,
      );
      if (modsLast < 0) modsLast = found.first;
      last = at + 1;
    } else if (title !== undefined) {
      if (title.office !== '') offices.push(title.office);
      if (modsLast < 0) modsLast = at;
      gender ||= title.gender;
      last = at + 1;
    }
    const word = tokens[at]!.lower;
    if (/(man|men)$/.test(word) && offices.length > 0 && at + 1 === last) gender ||= /woman$/.test(word) ? 'f' : 'm';
  }
  return { last, offices, gender, modsLast: modsLast < 0 ? core : modsLast };
}

/** Reads the words of a core, tokens `core` to `end`. */
export function analyse(view: View, known: ReadonlyMap<number, KnownSpan>, core: number, end: number): Nominal {
  const { tokens, lexicon, capital } = view;
  const lastToken = tokens[end - 1]!;
  if (TEMPORAL.test(lastToken.lower) || (lastToken.tag === 'CD' && core === end - 1)) return { type: 'temporal' };
  const whole = known.get(core);
  if (whole !== undefined && whole.last === end) return { type: 'known', known: whole.known, nameFirst: core, nameLast: end };
  const found = headEndingAt(view, core, end);
  const titles = titlesOf(view, core, end);
  const nameFrom = titles.last;
  const allName = (first: number): boolean => {
    for (let at = first; at < end; at++)
      if (!nameWord(view, at) && !/^(-|de|da|dos|del|la|bin|ibn|van|von|der|ould|al|el|di|du|y|e|ben|ul|ur)$/i.test(tokens[at]!.text))
        return false;
    return first < end;
  };
  const knownLast = [...knownEnding(known, core, end)];
  if (nameFrom > core && nameFrom < end && allName(nameFrom)) {
    const endsAsBody =
      found !== null &&
      capital[end - 1] === 1 &&
      !PERSON_CLASSES.has(found.head.class) &&
      end - nameFrom >= 1 &&
      lexicon.heads.has(lastToken.lower);
    const knownBody = known.get(nameFrom)?.last === end && known.get(nameFrom)?.known.what !== 'region';
    if (!endsAsBody && !knownBody) {
      return {
        type: 'person',
        nameFirst: nameFrom,
        nameLast: end,
        offices: titles.offices,
        gender: titles.gender,
        modsLast: titles.modsLast,
      };
    }
    if (knownBody) return { type: 'known', known: known.get(nameFrom)!.known, nameFirst: nameFrom, nameLast: end };
  }
  if (found !== null) {
    const { head, first } = found;
    const proper =
      capital[first] === 1 && first > core && !PERSON_CLASSES.has(head.class) && properBefore(view, known, core, first, head.class);
    if (proper) {
      const nameFirst = capitalStart(view, core, end);
      return { type: 'proper', nameFirst, nameLast: end, head, fused: null, modsLast: nameFirst };
    }
    return { type: 'description', class: head.class, noun: head.lemma, sector: head.sector, headFirst: first };
  }
  const tail = knownLast.at(-1);
  if (tail !== undefined && tail.last === end && tail.first > core && capitalStart(view, core, end) === tail.first) {
    return { type: 'known', known: tail.known, nameFirst: tail.first, nameLast: end };
  }
  if (nameWord(view, end - 1)) {
    const nameFirst = capitalStart(view, core, end);
    const before = nameFirst > core ? headEndingAt(view, core, nameFirst) : null;
    return { type: 'proper', nameFirst, nameLast: end, head: null, fused: before?.head ?? null, modsLast: before?.first ?? nameFirst };
  }
  return { type: 'other', noun: lastToken.lower };
}

function* knownEnding(known: ReadonlyMap<number, KnownSpan>, core: number, end: number): Generator<KnownSpan> {
  for (let at = core; at < end; at++) {
    const span = known.get(at);
    if (span !== undefined && span.last <= end) yield span;
  }
}

/** The first token of the capitalised words that end at `end`. */
function capitalStart(view: View, core: number, end: number): number {
  let first = end;
  let at = end - 1;
  for (; at >= core; at--) {
    if (nameWord(view, at)) first = at;
    else if (
      !/^(-|–|&|['’]s?|of|for|and|in|the|on|to|de|da|dos|del|della|la|le|las|los|bin|ibn|ben|van|von|der|den|ould|al|el|di|du|do|das|y|e|abu)$/i.test(
        view.tokens[at]!.text,
      )
    )
      break;
  }
  return first;
}

/** True where the words before a capitalised head noun make a name of it ("Sudan Liberation Army"), not only a description ("Syrian Army"). */
function properBefore(view: View, known: ReadonlyMap<number, KnownSpan>, core: number, first: number, headClass: HeadClass): boolean {
  let named = false;
  for (let at = core; at < first; ) {
    const span = known.get(at);
    if (span !== undefined && span.last <= first) {
      if (span.known.what === 'organisation') named = headClass !== 'delegation' && headClass !== 'side';
      at = span.last;
      continue;
    }
    if (nameWord(view, at) && !plainModifier(view.tokens[at]!.text, headClass)) named = true;
    at++;
  }
  return named || !DESCRIBES.has(headClass);
}

const plainModifier = (word: string, headClass: HeadClass): boolean =>
  /^(Former|New|Interim|Acting|Main|Joint)$/.test(word) || (word === 'National' && headClass === 'government');
