// What a time expression means before it is reckoned against the day of publication.

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'weekend'
  | 'quarter';

/** A length: so many units; `count` is null where the words give none ("several months"). */
export interface Length {
  readonly count: number | null;
  readonly unit: Unit;
  readonly about: boolean;
}

/** `near` leaves it to the tense, `last` and `next` are strictly before and after publication, `this` is the one it stands in. */
export type Which = 'near' | 'last' | 'next' | 'this';
export type Part = 'early' | 'mid' | 'late';
export type Relation = 'ago' | 'hence' | 'after' | 'before' | 'later' | 'earlier';

export type Meaning =
  /** A day of a month; `weekday` settles the year where it is told too. Without a month it is "the 10th". */
  | { readonly kind: 'day'; readonly year?: number; readonly month?: number; readonly day: number; readonly weekday?: number }
  /** `weeks` on from the coming one ("Thursday week"). */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which; readonly weeks?: number }
  | { readonly kind: 'month'; readonly month: number; readonly year?: number; readonly which: Which; readonly yearShift?: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'decade'; readonly year: number }
  | { readonly kind: 'century'; readonly century: number }
  | { readonly kind: 'season'; readonly season: number; readonly year?: number; readonly which: Which; readonly yearShift?: number }
  | { readonly kind: 'fiscal'; readonly year: number }
  /** The week, month, year and so on before (-1), of (0) or after (1) publication; null lets the tense say ("the weekend"). */
  | { readonly kind: 'period'; readonly unit: Unit; readonly shift: number | null }
  /** Days from publication. */
  | { readonly kind: 'deictic'; readonly shift: number }
  | { readonly kind: 'overnight' }
  | { readonly kind: 'part'; readonly part: Part; readonly of: Meaning }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly of: Meaning }
  /** "The first three months of 2014". */
  | { readonly kind: 'portion'; readonly end: 'first' | 'last'; readonly count: number; readonly unit: Unit; readonly of: Meaning }
  /** The `n`th of `parts` equal parts of a year ("second quarter of 2014"). */
  | { readonly kind: 'slice'; readonly n: number; readonly parts: 2 | 4; readonly of: Meaning }
  /** "The first Sunday of May"; -1 is the last. */
  | { readonly kind: 'nth'; readonly n: number; readonly weekday: number; readonly of: Meaning }
  | { readonly kind: 'range'; readonly from: Meaning; readonly to: Meaning }
  | { readonly kind: 'count'; readonly length: Length; readonly relation: Relation }
  /** A count of time, with what the words round it say: "the past six months", "the next 10 days". */
  | { readonly kind: 'length'; readonly length: Length; readonly lead: 'none' | 'past' | 'next'; readonly adjective: boolean }
  /** "The three days before" a date. */
  | { readonly kind: 'span'; readonly length: Length; readonly relation: 'after' | 'before' }
  /** A unit counted from the date told before it: "the next day", "that month". */
  | { readonly kind: 'told'; readonly unit: Unit; readonly shift: number }
  | { readonly kind: 'feast'; readonly day: string; readonly year?: number }
  | { readonly kind: 'easter'; readonly shift: number; readonly year?: number }
  | { readonly kind: 'fixed'; readonly edtf: string }
  /** day/month/year in figures that may be read two ways. */
  | { readonly kind: 'figures'; readonly a: number; readonly b: number; readonly year: number }
  | { readonly kind: 'set' }
  | { readonly kind: 'clock' }
  /** Marked as time, with no days that the words settle. */
  | { readonly kind: 'unknown'; readonly as: 'date' | 'range' | 'duration' };

/** Words `first` to `last` of the text, half-open, and what they mean. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
}

export const found = (first: number, last: number, meaning: Meaning): Found => ({ first, last, meaning });

/** Meanings of one day, to which a time of day can belong. */
export function isDayLike(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'day':
    case 'weekday':
    case 'deictic':
    case 'feast':
    case 'easter':
    case 'figures':
    case 'nth':
      return true;
    case 'fixed':
      return meaning.edtf.length === 10;
    case 'told':
      return meaning.unit === 'day';
    default:
      return false;
  }
}

/** Meanings of a stretch that has an early and a late part. */
export const isPeriod = (meaning: Meaning): boolean =>
  ['month', 'year', 'decade', 'century', 'season', 'period', 'fiscal'].includes(meaning.kind) ||
  (meaning.kind === 'told' && meaning.unit !== 'day');
