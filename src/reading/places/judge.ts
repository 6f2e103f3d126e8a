// Judges whether a name the gazetteer has is meant as a place, by the words round it: no person, no organisation, no common word.
import type { Name, Token } from '../draft.js';
import type { Candidate } from './candidates.js';
import type { PlaceIndex } from './place-index.js';

/** Sizes (decimal logarithm of people) from which a town is taken for meant without a sign, and with a weak one. */
const KNOWN_WELL = 5;
const KNOWN = 4;

/** Given names by their small letters. */
export interface GivenNames {
  has(name: string): boolean;
}

export interface Judged {
  readonly candidate: Candidate;
  /** A word before or after says it is a place ("in", "province"). */
  readonly signed: boolean;
}

const TITLED = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'sheikh',
  'general',
  'colonel',
  'president',
  'minister',
  'king',
  'prince',
  'ambassador',
  'envoy',
  'mr.',
  'mrs.',
  'ms.',
  'dr.',
  'gen.',
  'col.',
  'secretary',
  'senator',
  'chairman',
  'sir',
  'imam',
  'judge',
  'captain',
  'commander',
  'spokesman',
  'spokeswoman',
]);
const ADDRESSED = new Set(['said', 'says', 'told', 'added', 'who']);

export function judge(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  index: PlaceIndex,
  givenNames: GivenNames,
  names: readonly Name[] | undefined,
): Judged[] {
  const typed = names ? typesOf(names) : undefined;
  const judged = candidates.map((candidate) => ({ candidate, signed: isSigned(tokens, candidate, index), kept: false }));
  const sure = new Set<string>();
  for (const one of judged) {
    one.kept = isPlace(tokens, one.candidate, one.signed, index, givenNames, typed);
    if (one.kept) sure.add(textOf(tokens, one.candidate));
  }
  // A name told as a place once is one wherever it stands alone.
  return judged.filter(
    (one) => one.kept || (sure.has(textOf(tokens, one.candidate)) && standsAlone(one.candidate) && !isPerson(tokens, one.candidate)),
  );
}

const textOf = (tokens: readonly Token[], { first, last }: Candidate): string =>
  tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');
const standsAlone = ({ first, last, runFirst, runLast }: Candidate): boolean => first === runFirst && last === runLast;

/** Types of the names that begin at each token. */
function typesOf(names: readonly Name[]): ReadonlyMap<number, Name> {
  const at = new Map<number, Name>();
  for (const name of names) for (let i = name.first; i < name.last; i++) at.set(i, name);
  return at;
}

function isSigned(tokens: readonly Token[], { first, last }: Candidate, index: PlaceIndex): boolean {
  const before = tokens[first - 1];
  const after = tokens[last];
  const locative = index.words.locative.has(before?.lower ?? '') === true && before?.sentence === tokens[first]?.sentence;
  const noun = index.words.after.has(after?.lower ?? '') === true && after?.sentence === tokens[first]?.sentence;
  return (
    (locative && before?.lower !== 'for' && before?.lower !== 'and' && before?.lower !== 'of') ||
    noun ||
    (before?.lower === 'of' && index.words.before.has(tokens[first - 2]?.lower ?? '') === true) ||
    index.words.side.has(before?.lower ?? '') === true
  );
}

const isPerson = (tokens: readonly Token[], { first, last, runFirst, runLast }: Candidate): boolean => {
  const before = tokens[first - 1]?.lower ?? '';
  return TITLED.has(before) || (runFirst < first && runLast === last && ADDRESSED.has(tokens[last]?.lower ?? ''));
};

/** What else is in the name only tells the kind or side of the place ("Arauca Province", "Eastern Ghouta"). */
function isAllWords(tokens: readonly Token[], name: Name, { first, last }: Candidate, index: PlaceIndex): boolean {
  for (let i = name.first; i < name.last; i++) {
    if (i >= first && i < last) continue;
    const { lower } = tokens[i] ?? { lower: '' };
    if (!index.words.after.has(lower) && !index.words.side.has(lower) && !index.words.before.has(lower) && lower !== 'of') return false;
  }
  return true;
}

function isPlace(
  tokens: readonly Token[],
  candidate: Candidate,
  signed: boolean,
  index: PlaceIndex,
  givenNames: GivenNames,
  typed: ReadonlyMap<number, Name> | undefined,
): boolean {
  const { first, last, places, runLast } = candidate;
  if (places.length === 0) return true;
  const country = places.some(({ kind }) => kind === 'country');
  const region = places.some(({ kind }) => kind === 'region');
  const lower = tokens[first]?.lower ?? '';
  const single = last - first === 1;
  const name = typed?.get(first);
  if (name !== undefined) {
    if (name.type === 'person' || name.type === 'people') return false;
    if ((name.type === 'other' || name.type === 'organisation') && !country && !region)
      return signed && name.first === first && name.last === last;
    // A part of a longer name is no place of its own ("Wall Street").
    if (!country && !region && (name.first < first || name.last > last) && !isAllWords(tokens, name, candidate, index)) return false;
    if (name.last - name.first > last - first && name.type === 'organisation') return country && name.first === first;
  }
  if (typed !== undefined && name === undefined && !country && !region && !signed) return false;
  if (single && index.notAlone.has(lower)) return false;
  if (name?.type === 'place' && name.first >= first - 1) return true;
  // The month beside a number, and words all in capitals that are no place of the lexicon.
  const next = tokens[last];
  const wholeRun =
    standsAlone(candidate) ||
    index.words.after.has(next?.lower ?? '') === true ||
    (first === candidate.runFirst && runLast > last && next !== undefined && [',', "'s", '’s', '-'].includes(next.lower));
  if (country) return single || last - first > 1;
  if (isPerson(tokens, candidate)) return false;
  if (region) return wholeRun || signed;
  if (!wholeRun && !(signed && first === candidate.runFirst && next?.tag !== 'NNP')) return false;
  if (single && givenNames.has(lower)) return signed && ADDRESSED.has(next?.lower ?? '') === false && next?.tag !== 'NNP';
  const size = Math.max(...places.map((place) => place.size));
  const opens = tokens[first - 1]?.sentence !== tokens[first]?.sentence;
  if (single && lower.length < 4 && !(signed && size >= KNOWN)) return false;
  if (size >= KNOWN_WELL) return !opens || tokens[first]?.tag === 'NNP';
  if (signed) return !opens;
  return size >= KNOWN && !opens && !single;
}
