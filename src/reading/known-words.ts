// What the actors' lexicon says of words as parts of names: countries, adjectives, peoples, seats, bodies, outlets, given names, titles.
import type { ActorLexicon } from './actors/lexicon.js';
import type { Token } from './draft.js';
import { foldName } from './places/fold.js';
import type { PlaceIndex } from './places/place-index.js';

export const COUNTRY = 1;
export const ADJECTIVAL = 2;
export const PEOPLE = 4;
export const SEAT = 8;
export const BODY = 16;
export const OUTLET = 32;
export const REGION = 64;
export const GIVEN = 128;
export const TITLE = 256;
export const HONORIFIC = 512;
export const HEAD_NOUN = 1024;
/** The token carries on a name of several tokens that began before it. */
export const GOES_ON = 2048;
/** A town of GeoNames: of 100,000 people or more, or smaller. */
export const CITY = 4096;
const TOWN = 8192;
export const LAST_BIT = TOWN;

const BITS = {
  country: COUNTRY,
  adjective: ADJECTIVAL,
  people: PEOPLE,
  seat: SEAT,
  organisation: BODY,
  outlet: OUTLET,
  region: REGION,
} as const;
/** Decimal logarithm of the people of a city. */
const CITY_SIZE = 5;
/** Longest name of a town that is looked for, in words. */
const TOWN_WORDS = 3;
const startsCapital = (text: string): boolean => /^(?:\p{Lu}|(?:al|el|as|an|ash|ad|ar|at|az|es|ez)-\p{Lu})/u.test(text);

/** Longest known name that is looked for, in tokens. */
const LONGEST = 7;

/** Names of several tokens, by their tokens in small letters with single spaces; and single words. */
export class KnownWords {
  private readonly phrases = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly openers = new Set<string>();
  private readonly places: PlaceIndex;

  constructor(lexicon: ActorLexicon, places: PlaceIndex) {
    this.places = places;
    for (const list of lexicon.names.values()) {
      for (const { text, known } of list) {
        const bit = known.what === 'region' && known.kind !== 'place' ? (known.kind === 'people' ? PEOPLE : ADJECTIVAL) : BITS[known.what];
        const words = text
          .toLowerCase()
          .split(/\s+|(-)/)
          .filter((word) => word !== undefined && word !== '');
        const key = words.join(' ');
        if (words.length > 1) {
          this.phrases.set(key, (this.phrases.get(key) ?? 0) | bit);
          this.openers.add(words[0]!);
        } else this.words.set(key, (this.words.get(key) ?? 0) | bit);
      }
    }
    const add = (word: string, bit: number): void => {
      this.words.set(word.toLowerCase(), (this.words.get(word.toLowerCase()) ?? 0) | bit);
    };
    for (const name of lexicon.givenNames.keys()) add(name, GIVEN);
    for (const title of lexicon.titles.keys()) add(title, TITLE);
    for (const honorific of lexicon.honorifics.keys()) add(honorific, HONORIFIC);
    for (const head of lexicon.heads.keys()) add(head, HEAD_NOUN);
  }

  /** True for a title or a common head noun that is no name of a place or body ("President", "Minister"). */
  isTitle(lower: string): boolean {
    const bits = this.words.get(lower) ?? 0;
    return (bits & (TITLE | HEAD_NOUN)) !== 0 && (bits & ~(TITLE | HEAD_NOUN)) === 0;
  }

  /** Bits of the tokens `first` to `last`, half-open, into `flags`, which starts at `first`. */
  mark(tokens: readonly Token[], first: number, last: number, flags: Int32Array): void {
    flags.fill(0, 0, last - first);
    for (let i = first; i < last; i++) {
      const { lower } = tokens[i]!;
      flags[i - first]! |= this.words.get(lower) ?? 0;
      this.markTown(tokens, i, last, first, flags);
      if (!this.openers.has(lower)) continue;
      let key = lower;
      let end = 0;
      let bits = 0;
      for (let j = i + 1; j < Math.min(last, i + LONGEST); j++) {
        key += ` ${tokens[j]!.lower}`;
        const found = this.phrases.get(key);
        if (found !== undefined) {
          end = j + 1;
          bits = found;
        }
      }
      for (let j = i; j < end; j++) flags[j - first]! |= j === i ? bits : bits | GOES_ON;
    }
  }

  /** Looks up the capitalised words from token `at` as a town, the longest name first, of up to three words. */
  private markTown(tokens: readonly Token[], at: number, last: number, first: number, flags: Int32Array): void {
    if ((flags[at - first]! & (CITY | TOWN)) !== 0 || !startsCapital(tokens[at]!.text)) return;
    let end = at + 1;
    while (end < last && end < at + TOWN_WORDS && startsCapital(tokens[end]!.text)) end++;
    for (; end > at; end--) {
      const name = tokens
        .slice(at, end)
        .map(({ text }) => text)
        .join(' ');
      const towns = this.places.townsCalled(foldName(name));
      if (towns.length === 0) continue;
      const bit = towns.some(({ size }) => size >= CITY_SIZE) ? CITY : TOWN;
      for (let j = at; j < end; j++) flags[j - first]! |= j === at ? bit : bit | GOES_ON;
      return;
    }
  }
}
