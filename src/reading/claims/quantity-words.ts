// The words of counts by class ("dozen", "at least", "tonne"), as data/claims/quantities.tsv lists them.
import type { Figure } from '../../terms/reading.js';

export interface Phrase {
  readonly words: readonly string[];
  readonly bound: Figure['bound'];
}

export interface QuantityWords {
  readonly numbers: ReadonlyMap<string, number>;
  /** dozen, hundred, million. */
  readonly scales: ReadonlyMap<string, number>;
  /** several, tens: so many at least, where a scale follows. */
  readonly vague: ReadonlyMap<string, number>;
  readonly halves: ReadonlySet<string>;
  /** What stands before or after a number and makes it a bound, longest first. */
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
  readonly currencies: ReadonlyMap<string, string>;
  readonly measures: ReadonlySet<string>;
  readonly uncounted: ReadonlySet<string>;
  /** Not counted behind a hyphen ("ten-member council"). */
  readonly unjoined: ReadonlySet<string>;
}

const BOUNDS: readonly Figure['bound'][] = ['exact', 'about', 'at-least', 'at-most'];

/** Opens the rows of the compiled table. Throws where a bound is none. */
export function quantityWordsOf(rows: readonly (readonly string[])[]): QuantityWords {
  const of = (name: string): (readonly [entry: string, value: string])[] =>
    rows.flatMap(([entry = '', kind, value = '']) => (kind === name ? [[entry, value] as const] : []));
  const numbers = (name: string): Map<string, number> => new Map(of(name).map(([entry, value]) => [entry, Number(value)]));
  const phrases = (name: string): Phrase[] =>
    of(name)
      .map(([entry, value]) => {
        const bound = BOUNDS.find((one) => one === value);
        if (bound === undefined) throw new Error(`quantities: ${entry}: "${value}" is no bound`);
        return { words: entry.split(' '), bound };
      })
      .sort((a, b) => b.words.length - a.words.length);
  const set = (name: string): Set<string> => new Set(of(name).map(([entry]) => entry));
  return {
    numbers: numbers('number'),
    scales: numbers('scale'),
    vague: numbers('vague'),
    halves: set('half'),
    before: phrases('before'),
    after: phrases('after'),
    currencies: new Map(of('currency')),
    measures: set('measure'),
    uncounted: set('uncounted'),
    unjoined: set('unjoined'),
  };
}
