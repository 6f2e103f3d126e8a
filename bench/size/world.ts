// A made-up peace process: its people, bodies, towns, issues and rounds, drawn from a seed, so that the same seed gives the same world.
import { numbersFrom } from '../speed/generator.js';

/** First day of every world, and how many days it lasts. */
export const FIRST_DAY = Date.UTC(2030, 0, 1);
export const DAYS = 730;
const DAY_MS = 86_400_000;

export interface Somebody {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
}
export interface World {
  readonly name: string;
  readonly parties: readonly Somebody[];
  readonly bodies: readonly Somebody[];
  /** Those heard again and again; a report may bring somebody of its own beside them. */
  readonly people: readonly Somebody[];
  readonly places: readonly Somebody[];
  readonly issues: readonly string[];
  readonly undertakings: readonly string[];
  /** Offsets in days of the openings of its rounds. */
  readonly rounds: readonly number[];
  readonly words: readonly string[];
}

const STARTS = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'kl', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'z'];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ENDS = ['', 'l', 'n', 'r', 's', 'm', 'nd', 'rk', 'st', 't'];

export type Next = () => number;
export const pickFrom = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
/** Often one of the first, seldom one of the last, as names and words are in reports. */
export const pickOften = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() ** 3 * list.length)] as T;

const syllable = (next: Next): string => pickFrom(next, STARTS) + pickFrom(next, MIDDLES) + pickFrom(next, ENDS);
export const wordOf = (next: Next, syllables: number): string => Array.from({ length: syllables }, () => syllable(next)).join('');
const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;

export const personOf = (next: Next): Somebody => {
  const surname = capital(wordOf(next, 2));
  const full = `${capital(wordOf(next, 2))} ${surname}`;
  return { id: full, kind: 'person', names: [full, surname] };
};
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const BODY = ['Front', 'Council', 'Army', 'Committee', 'Mission', 'Agency', 'Party', 'Union', 'Ministry', 'League'];

/** The day at an offset, YYYY-MM-DD. */
export const dayAt = (offset: number): string => new Date(FIRST_DAY + Math.floor(offset) * DAY_MS).toISOString().slice(0, 10);

export function worldOf(number: number): World {
  const next = numbersFrom(number * 104_729 + 5);
  const land = capital(wordOf(next, 2));
  const words = many(6000, () => wordOf(next, 1 + Math.floor(next() * 3)));
  const phrase = (count: number): string => many(count, () => pickOften(next, words)).join(' ');
  return {
    name: `${land} talks`,
    parties: [`${land} government`, `${land} opposition`, `${capital(wordOf(next, 2))} Front`, `${capital(wordOf(next, 2))} Council`].map(
      (id, at) => ({ id, kind: at === 0 ? 'government' : 'group', names: [id] }),
    ),
    bodies: many(60, () => {
      const id = `${capital(wordOf(next, 2))} ${pickFrom(next, BODY)}`;
      return { id, kind: 'organisation', names: [id] };
    }),
    people: many(300, () => personOf(next)),
    places: many(80, () => {
      const id = capital(wordOf(next, 2));
      return { id, kind: 'place', names: [id] };
    }),
    issues: many(150, () => phrase(3)),
    undertakings: many(400, () => phrase(5)),
    rounds: many(11, (at) => 30 + at * 64 + Math.floor(next() * 20)),
    words,
  };
}
