// Fills `inferred`: the place, date, venue, round and due day that a careful reader carries over to a claim from elsewhere in the report.

import { boundsOf } from '../../terms/edtf.js';
import type { Claim, ClaimOf, Inferred, TimeExpression } from '../../terms/reading.js';
import type { Span } from '../../terms/span.js';
import type { PlaceMention, Sentence } from '../draft.js';

export interface CarryGiven {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly published?: string | undefined;
  readonly dateline?: string | undefined;
}

interface Carried {
  readonly value: string;
  readonly evidence: [number, number][];
}
interface Dated {
  readonly edtf: string;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly span: Span;
}
interface Placed {
  readonly name: string;
  readonly isCountry: boolean;
  readonly sentence: number;
  readonly span: Span;
  /** Told as where talks are held. */
  readonly venue: number;
}

const TALKS =
  /\b(?:talks?|negotiations?|negotiat(?:e|ing|ors?)|round|session|conference|summit|table|dialogue|meet(?:s|ing|ings)?|met|cycle|consultations?)\b/i;
const TALKS_AFTER = /^(?:['’]s)?\s+(?:\w+\s+)?(?:talks|negotiations|conference|round|dialogue|process|consultations|session)\b/i;
const HELD_BEFORE = /\b(?:in|at|to|from|near)\s+(?:the\s+)?(?:[\p{L}-]+\s+(?:of|in)\s+)?$/iu;

const pair = ([start, end]: Span): [number, number] => [start, end];
const carried = (value: string, ...spans: readonly Span[]): Carried => ({ value, evidence: spans.map(pair) });

/** Everything about the report that claims are filled from, made once. */
class Around {
  readonly sentences: readonly Sentence[];
  readonly dates: readonly Dated[];
  readonly places: readonly Placed[];
  readonly published: { readonly first: number; readonly last: number } | null;

  constructor(given: CarryGiven) {
    this.sentences = given.sentences;
    this.published = given.published === undefined ? null : boundsOf(given.published);
    this.dates = given.times.flatMap(({ span, kind, edtf }) => {
      const bounds = edtf === null || kind === 'set' || kind === 'duration' ? null : boundsOf(edtf);
      return edtf === null || bounds === null ? [] : [{ edtf, ...bounds, sentence: this.sentenceAt(span[0]), span }];
    });
    const dateline = (given.dateline ?? '').toLowerCase();
    this.places = given.places.map(({ span, name, base = name, kind }) => {
      const sentence = this.sentenceAt(span[0]);
      const { start = span[0], end = span[1] } = this.sentences[sentence] ?? {};
      const before = given.text.slice(Math.max(start, span[0] - 40), span[0]);
      const after = given.text.slice(span[1], Math.min(end, span[1] + 40));
      const named = TALKS_AFTER.test(after);
      const held = HELD_BEFORE.test(before) && TALKS.test(given.text.slice(start, end));
      const filed = dateline !== '' && dateline.startsWith(base.toLowerCase());
      return { name: base, isCountry: kind === 'country', sentence, span, venue: (named ? 2 : 0) + (held ? 1.5 : 0) + (filed ? 0.5 : 0) };
    });
  }

  /** The sentence an offset is in, by bisection. */
  sentenceAt(offset: number): number {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
  paragraphOf(sentence: number): number {
    return this.sentences[sentence]?.paragraph ?? -1;
  }
}

const REACH = 400;
const sentenceOf = (around: Around, claim: Claim): number => around.sentenceAt(claim.evidence[0]?.[0] ?? 0);

/** The best of a list by a score; null under the least score. */
function best<T>(list: readonly T[], score: (item: T) => number, least: number): T | null {
  let found: T | null = null;
  let top = least;
  for (const item of list) {
    const value = score(item);
    if (value > top) {
      top = value;
      found = item;
    }
  }
  return found;
}

// ---- venue

function venueFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'talks'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const votes = new Map<string, number>();
  const add = (name: string, vote: number): void => {
    const key = name.toLowerCase();
    votes.set(key, (votes.get(key) ?? 0) + vote);
  };
  for (const other of claims)
    if (other.kind === 'talks' && other.venue) add(other.venue, 3 - Math.min(1.5, 0.1 * Math.abs(sentenceOf(around, other) - at)));
  const seen = new Map<string, number>();
  for (const place of around.places) {
    const key = place.name.toLowerCase();
    const times = seen.get(key) ?? 0;
    if (times > 8) continue;
    seen.set(key, times + 1);
    if (place.venue > 0) add(place.name, place.venue - Math.min(1, 0.05 * Math.abs(place.sentence - at)) - (place.isCountry ? 1 : 0));
  }
  const place = best(
    around.places,
    (one) => (votes.get(one.name.toLowerCase()) ?? 0) + (one.venue > 0 ? 0.1 : 0) - 0.001 * Math.abs(one.sentence - at),
    1,
  );
  return place ? carried(place.name, place.span) : undefined;
}

// ---- dates

/** A day or month that has begun by publication, or one still to come. */
const isPast = (around: Around, date: Dated): boolean => around.published === null || date.first <= around.published.last;
const isComing = (around: Around, date: Dated): boolean => around.published !== null && date.last >= around.published.first;
const length = ({ first, last }: Dated): number => last - first;

/** The date told last before a claim, in its sentence or the few before it; of the same paragraph rather than another. */
function dateBefore(around: Around, at: number, reach: number, accept: (date: Dated) => boolean): Dated | null {
  return best(
    around.dates,
    (date) => {
      const far = at - date.sentence;
      if (far < 0 || far > reach || !accept(date)) return -1;
      return (
        10 -
        far -
        (around.paragraphOf(date.sentence) === around.paragraphOf(at) ? 0 : 0.5) -
        (length(date) > 31 ? 3 : 0) +
        date.span[0] / 1e9
      );
    },
    0,
  );
}

const SAME_STATUS: Readonly<Record<string, readonly string[]>> = {
  proposed: ['proposed', 'scheduled'],
  scheduled: ['scheduled', 'proposed'],
  opened: ['opened'],
  ended: ['ended'],
  'under-way': ['under-way'],
  paused: ['paused'],
  postponed: ['postponed'],
  'called-off': ['called-off'],
};

function talksDateFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'talks'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const told = best(
    claims.filter(
      (other): other is ClaimOf<'talks'> =>
        other.kind === 'talks' &&
        other !== claim &&
        typeof other.date === 'string' &&
        (SAME_STATUS[claim.status] ?? []).includes(other.status),
    ),
    (other) => 100 - Math.abs(sentenceOf(around, other) - at),
    0,
  );
  if (told?.date) return carried(told.date, ...evidenceOf(around, told, told.date));
  if (claim.status === 'under-way') {
    const near = dateBefore(
      around,
      at,
      4,
      (date) => isPast(around, date) && length(date) <= 31 && around.published !== null && around.published.last - date.last < 15,
    );
    return near ? carried(near.edtf, near.span) : undefined;
  }
  if (claim.status === 'called-off' || claim.status === 'ended') {
    const near = dateBefore(around, at, 1, (date) => isPast(around, date) && length(date) <= 31);
    return near ? carried(near.edtf, near.span) : undefined;
  }
  return undefined;
}

/** The words of a date that another claim states. */
function evidenceOf(around: Around, claim: Claim, edtf: string): Span[] {
  const at = sentenceOf(around, claim);
  const words = around.dates.find((date) => date.edtf === edtf && date.sentence === at) ?? around.dates.find((date) => date.edtf === edtf);
  return words ? [words.span] : claim.evidence.slice(0, 1).map(([start, end]) => [start, end] as const);
}

const AHEAD = new Set(['invited', 'coming', 'conditional', 'silent', 'refused', 'excluded']);

/** Start of the round a party stands towards: the coming one, or the one that is on. */
function roundFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'standing'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const ahead = AHEAD.has(claim.standing);
  const told = best(
    claims.filter((other): other is ClaimOf<'talks'> => other.kind === 'talks' && typeof other.date === 'string'),
    (other) => {
      const bounds = boundsOf(other.date ?? '');
      if (!bounds || around.published === null) return 0;
      const coming = bounds.last >= around.published.first;
      const fits = ahead ? ['proposed', 'scheduled'].includes(other.status) && coming : ['opened', 'under-way'].includes(other.status);
      return fits ? 100 - Math.abs(sentenceOf(around, other) - at) : 0;
    },
    0,
  );
  if (told?.date) return carried(told.date, ...evidenceOf(around, told, told.date));
  if (ahead) {
    const date = best(around.dates, (one) => (isComing(around, one) && length(one) <= 31 ? 50 - Math.abs(one.sentence - at) : 0), 40);
    return date ? carried(date.edtf, date.span) : undefined;
  }
  return undefined;
}

function actDateFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'act'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const same = best(
    claims.filter(
      (other): other is ClaimOf<'act'> =>
        other.kind === 'act' &&
        other !== claim &&
        other.type === claim.type &&
        typeof other.date === 'string' &&
        shares(other.from, claim.from),
    ),
    (other) => 6 - Math.abs(sentenceOf(around, other) - at),
    0,
  );
  if (same?.date) return carried(same.date, ...evidenceOf(around, same, same.date));
  const near = dateBefore(
    around,
    at,
    2,
    (date) => isPast(around, date) && length(date) <= 366 && around.paragraphOf(date.sentence) === around.paragraphOf(at),
  );
  return near ? carried(near.edtf, near.span) : undefined;
}
const shares = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length === 0 && b.length === 0) || a.some((one) => b.includes(one));

// ---- place

/** The place told last before, a town or region rather than a country, never the venue of the talks or the dateline alone. */
function placeFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'act'> | ClaimOf<'access'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const venues = new Set(claims.flatMap((other) => (other.kind === 'talks' && other.venue ? [other.venue.toLowerCase()] : [])));
  for (const place of around.places) if (place.venue >= 2) venues.add(place.name.toLowerCase());
  const scenes = new Set(
    claims.flatMap((other) => ((other.kind === 'access' || other.kind === 'act') && other.place ? [other.place.toLowerCase()] : [])),
  );
  const paragraph = around.paragraphOf(at);
  const near = best(
    around.places,
    (place) => {
      const far = at - place.sentence;
      if (place.isCountry || venues.has(place.name.toLowerCase()) || far < -1 || far > REACH) return 0;
      const scene = scenes.has(place.name.toLowerCase());
      return 20 - Math.abs(far) - (around.paragraphOf(place.sentence) === paragraph ? 0 : 3) + (scene ? 6 : 0);
    },
    claim.kind === 'access' ? 8 : 16,
  );
  if (near) return carried(near.name, near.span);
  return undefined;
}

/** What is carried over to one claim. */
export function inferredOf(around: Around, claims: readonly Claim[], claim: Claim): Inferred | undefined {
  const out: { -readonly [K in keyof Inferred]: Inferred[K] } = {};
  switch (claim.kind) {
    case 'talks': {
      if (!claim.venue) out.venue = venueFor(around, claims, claim);
      if (!claim.date) out.date = talksDateFor(around, claims, claim);
      break;
    }
    case 'standing':
      if (!claim.round) out.round = roundFor(around, claims, claim);
      break;
    case 'act':
      if (!claim.date) out.date = actDateFor(around, claims, claim);
      if (!claim.place) out.place = placeFor(around, claims, claim);
      break;
    case 'access':
      if (!claim.place) out.place = placeFor(around, claims, claim);
      break;
    default:
      return undefined;
  }
  return Object.values(out).some((value) => value !== undefined) ? out : undefined;
}

/** The claims with what is carried over to them; what a claim states is left alone. */
export function carryOver(claims: readonly Claim[], given: CarryGiven): Claim[] {
  const around = new Around(given);
  return claims.map((claim) => {
    const inferred = inferredOf(around, claims, claim);
    return inferred ? { ...claim, inferred } : claim;
  });
}
