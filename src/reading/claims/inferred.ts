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
  readonly country: string | undefined;
  readonly sentence: number;
  readonly span: Span;
  /** How strongly it is told here as where talks are held. */
  readonly venue: number;
  /** Told here in so many words as where talks are held. */
  readonly hosting: boolean;
  /** The report is filed from it. */
  readonly filed: boolean;
}

const TALKS = /\b(?:talks?|negotiations?|negotiat(?:e|ing|ors?)|rounds?|dialogue|cycle|consultations?|truce|ceasefire|peace)\b/i;
const MEETS = /\b(?:session|conference|summit|table|meet(?:s|ing|ings)?|met|sign(?:s|ed|ing)?|mediat(?:or|ors|ion)|delegat(?:es|ions?))\b/i;
const TALKS_AFTER = /^(?:['’]s)?\s+(?:\w+\s+)?(?:talks|negotiations|conference|round|dialogue|process|consultations|session)\b/i;
/** "Kuwait agreed to host", "Norway, which hosts". */
const HOST_AFTER = /^[^.;]{0,30}\bhost(?:s|ed|ing)?\b/i;
const HELD_BEFORE = /\b(?:in|at|to)\s+(?:the\s+)?(?:[\p{L}-]+\s+(?:of|in)\s+)?$/iu;

const pair = ([start, end]: Span): [number, number] => [start, end];
const carried = (value: string, ...spans: readonly Span[]): Carried => ({ value, evidence: spans.map(pair) });

/** Everything about the report that claims are filled from, made once. */
class Around {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly Dated[];
  readonly places: readonly Placed[];
  readonly published: { readonly first: number; readonly last: number } | null;

  constructor(given: CarryGiven) {
    this.text = given.text;
    this.sentences = given.sentences;
    this.published = given.published === undefined ? null : boundsOf(given.published);
    this.dates = given.times.flatMap(({ span, kind, edtf }) => {
      const bounds = edtf === null || kind === 'set' || kind === 'duration' ? null : boundsOf(edtf);
      return edtf === null || bounds === null ? [] : [{ edtf, ...bounds, sentence: this.sentenceAt(span[0]), span }];
    });
    const dateline = (given.dateline ?? '').toLowerCase();
    this.places = given.places.map(({ span, name, base = name, kind, country }) => {
      const filed = dateline !== '' && dateline.startsWith(base.toLowerCase());
      const sentence = this.sentenceAt(span[0]);
      const { start = span[0], end = span[1] } = this.sentences[sentence] ?? {};
      const before = given.text.slice(Math.max(start, span[0] - 40), span[0]);
      const after = given.text.slice(span[1], Math.min(end, span[1] + 40));
      const named = TALKS_AFTER.test(after);
      const hosts = HOST_AFTER.test(after);
      const sentenceText = given.text.slice(start, end);
      const held = HELD_BEFORE.test(before) && (TALKS.test(sentenceText) || MEETS.test(sentenceText));
      return {
        name: base,
        isCountry: kind === 'country',
        country,
        sentence,
        span,
        venue: (named ? 2 : 0) + (hosts ? 1.5 : 0) + (held ? (TALKS.test(before) ? 1.5 : 0.6) : 0),
        hosting: hosts || (held && TALKS.test(before)),
        filed,
      };
    });
  }

  /** Talks are spoken of in the sentence. */
  ofTalks(sentence: number): boolean {
    const { start = 0, end = 0 } = this.sentences[sentence] ?? {};
    return TALKS.test(this.text.slice(start, end));
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

/** The country of the war: of the headline or lead, of the towns named, or the one named most; not one that is only told to host the talks. */
function countryOf(around: Around): Placed | null {
  const counts = new Map<string, number>();
  const towns = new Map<string, Set<string>>();
  const hosts = new Set<string>();
  for (const { name, isCountry, country = '', hosting, venue } of around.places) {
    if (isCountry) {
      counts.set(country, (counts.get(country) ?? 0) + 1);
      if (hosting) hosts.add(country);
    } else if (venue < 1.5) {
      const named = towns.get(country) ?? new Set();
      towns.set(country, named.add(name.toLowerCase()));
    }
  }
  return best(
    around.places,
    ({ isCountry, country = '', sentence }) => {
      const scenes = Math.min(3, towns.get(country)?.size ?? 0);
      if (!isCountry || (hosts.has(country) && scenes === 0)) return 0;
      return Math.min(5, counts.get(country) ?? 0) + (sentence <= 1 ? 2 : 0) + 2 * scenes - 0.001 * sentence;
    },
    1.5,
  );
}

// ---- venue

/** Votes past which more mentions of a place say no more. */
const MOST_VOTES = 12;

/** How strongly each place is told as the venue of the talks, by its name in small letters. */
function venueVotes(around: Around, claims: readonly Claim[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const add = (name: string, vote: number): void => {
    const key = name.toLowerCase();
    votes.set(key, Math.min(MOST_VOTES, (votes.get(key) ?? 0) + vote));
  };
  for (const claim of claims) if (claim.kind === 'talks' && claim.venue) add(claim.venue, 3);
  const war = countryOf(around)?.country;
  const filed = new Set<string>();
  for (const place of around.places) {
    // "The Syria talks" are on Syria.
    if (place.isCountry && place.country === war) continue;
    if (place.venue > 0) add(place.name, Math.max(0.25, place.venue - (place.isCountry && !place.filed ? 0.5 : 0)));
    // A report filed from where talks are told to be is filed from the talks.
    if (place.venue > 0.5 && place.filed && !filed.has(place.name)) {
      filed.add(place.name);
      add(place.name, 2);
    }
  }
  return votes;
}

/** The venue of the report's talks; one told close to the claim goes before one told elsewhere. */
function venueFor(around: Around, votes: ReadonlyMap<string, number>, claim: Claim, least: number): Carried | undefined {
  const at = sentenceOf(around, claim);
  const place = best(
    around.places,
    (one) => {
      const vote = votes.get(one.name.toLowerCase()) ?? 0;
      const far = Math.abs(one.sentence - at);
      return vote < least ? 0 : vote + (one.venue >= 1.5 && far <= 1 ? 1 - 0.5 * far : 0) + (one.venue > 0 ? 0.1 : 0) - 0.001 * far;
    },
    0,
  );
  return place ? carried(place.name, place.span) : undefined;
}

/** Headline and lead. */
const OPENING = [0, 1, 2] as const;
const HERE = new Set(['opened', 'under-way', 'paused', 'ended']);

/** The dateline, where the report opens with the talks and is filed from outside the country of the war. */
function filedVenue(around: Around, claim: ClaimOf<'talks'>): Carried | undefined {
  const place = around.places.find((one) => one.filed);
  if (!place || !HERE.has(claim.status) || !OPENING.some((sentence) => around.ofTalks(sentence))) return undefined;
  const war = countryOf(around);
  return war && war.country === place.country ? undefined : carried(place.name, place.span);
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
    const day = near ?? latestBeforePublication(around);
    return day ? carried(day.edtf, day.span) : undefined;
  }
  if (claim.status === 'called-off' || claim.status === 'ended') {
    const near = dateBefore(around, at, 1, (date) => isPast(around, date) && length(date) <= 31);
    return near ? carried(near.edtf, near.span) : undefined;
  }
  return undefined;
}

/** The day of publication where the report tells it, or the last of the week before. */
function latestBeforePublication(around: Around): Dated | null {
  const { published } = around;
  if (published === null) return null;
  return best(around.dates, (date) => (date.last <= published.last && length(date) === 0 ? 8 - (published.last - date.last) : 0), 0);
}

/** The words of a date that another claim states. */
function evidenceOf(around: Around, claim: Claim, edtf: string): Span[] {
  const at = sentenceOf(around, claim);
  const words = around.dates.find((date) => date.edtf === edtf && date.sentence === at) ?? around.dates.find((date) => date.edtf === edtf);
  return words ? [words.span] : claim.evidence.slice(0, 1).map(([start, end]) => [start, end] as const);
}

const dateOf = (claim: ClaimOf<'talks'>): string | undefined => claim.date ?? claim.inferred?.date?.value;

const AHEAD = new Set(['invited', 'coming', 'conditional', 'silent', 'refused', 'excluded']);

/** Start of the round a party stands towards: the coming one, or the one that is on. */
function roundFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'standing'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const ahead = AHEAD.has(claim.standing);
  const told = best(
    claims.filter((other): other is ClaimOf<'talks'> => other.kind === 'talks' && dateOf(other) !== undefined),
    (other) => {
      const bounds = boundsOf(dateOf(other) ?? '');
      if (!bounds || around.published === null) return 0;
      const coming = bounds.last >= around.published.first;
      if (other.inferred?.date && other.status !== 'under-way') return 0;
      const fits = ahead ? ['proposed', 'scheduled'].includes(other.status) && coming : ['opened', 'under-way'].includes(other.status);
      return fits ? 100 - Math.abs(sentenceOf(around, other) - at) : 0;
    },
    0,
  );
  const date = told && dateOf(told);
  if (told && date) return carried(date, ...evidenceOf(around, told, date));
  if (ahead) {
    const near = best(
      around.dates,
      (one) => (isComing(around, one) && length(one) <= 10 && around.ofTalks(one.sentence) ? 4 - Math.abs(one.sentence - at) : 0),
      0,
    );
    return near ? carried(near.edtf, near.span) : undefined;
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
  const again = around.dates.find(
    (date) =>
      length(date) <= 31 &&
      isPast(around, date) &&
      claim.evidence.some(([start]) => date.sentence !== at && date.sentence === around.sentenceAt(start)),
  );
  if (again) return carried(again.edtf, again.span);
  const near = dateBefore(around, at, 2, (date) => date.sentence !== at && isPast(around, date) && length(date) <= 31);
  return near ? carried(near.edtf, near.span) : undefined;
}
const shares = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length === 0 && b.length === 0) || a.some((one) => b.includes(one));

// ---- place

/** Deeds of the talks themselves, done where they are held; deeds of the war, done where it is. */
const AT_TALKS = new Set(['AGREE']);
const AT_WAR = new Set(['ASSAULT', 'RETREAT', 'COERCE', 'MOBILIZE']);

/** The place told last before, a town or region rather than a country, never the venue of the talks; else the country of the war. */
function placeFor(
  around: Around,
  claims: readonly Claim[],
  votes: ReadonlyMap<string, number>,
  claim: ClaimOf<'act'> | ClaimOf<'access'>,
): Carried | undefined {
  const at = sentenceOf(around, claim);
  if (claim.kind === 'act' && AT_TALKS.has(claim.type)) return venueFor(around, votes, claim, 1.5);
  const scenes = new Set(
    claims.flatMap((other) =>
      (other.kind === 'access' || (claim.kind === 'act' && other.kind === 'act' && AT_WAR.has(other.type))) && other.place
        ? [other.place.toLowerCase()]
        : [],
    ),
  );
  const paragraph = around.paragraphOf(at);
  const own = claim.kind === 'act';
  const near = best(
    around.places,
    (place) => {
      const name = place.name.toLowerCase();
      const far = at - place.sentence;
      if (place.isCountry || place.filed || (votes.get(name) ?? 0) >= 2 || far < (own ? 1 : -1)) return 0;
      return 20 - Math.abs(far) - (around.paragraphOf(place.sentence) === paragraph ? 0 : 3) + (scenes.has(name) ? 6 : 0);
    },
    own ? 17 : 16,
  );
  if (near) return carried(near.name, near.span);
  if (own && !AT_WAR.has(claim.type)) return undefined;
  const country = countryOf(around);
  return country ? carried(country.name, country.span) : undefined;
}

/** What is carried over to one claim. */
function inferredOf(around: Around, claims: readonly Claim[], votes: ReadonlyMap<string, number>, claim: Claim): Inferred | undefined {
  const out: { -readonly [K in keyof Inferred]: Inferred[K] } = {};
  switch (claim.kind) {
    case 'talks': {
      if (!claim.venue) out.venue = venueFor(around, votes, claim, 1.5) ?? filedVenue(around, claim);
      if (!claim.date) out.date = talksDateFor(around, claims, claim);
      break;
    }
    case 'standing':
      if (!claim.round) out.round = roundFor(around, claims, claim);
      break;
    case 'act':
      if (!claim.date) out.date = actDateFor(around, claims, claim);
      if (!claim.place) out.place = placeFor(around, claims, votes, claim);
      break;
    case 'access':
      if (!claim.place) out.place = placeFor(around, claims, votes, claim);
      break;
    default:
      return undefined;
  }
  return Object.values(out).some((value) => value !== undefined) ? out : undefined;
}

/** The claims with what is carried over to them; what a claim states is left alone. Talks go first: a party's round is theirs. */
export function carryOver(claims: readonly Claim[], given: CarryGiven): Claim[] {
  const around = new Around(given);
  const votes = venueVotes(around, claims);
  const add = (all: readonly Claim[], claim: Claim): Claim => {
    const inferred = inferredOf(around, all, votes, claim);
    return inferred ? { ...claim, inferred } : claim;
  };
  const talked = claims.map((claim) => (claim.kind === 'talks' ? add(claims, claim) : claim));
  return talked.map((claim) => (claim.kind === 'talks' ? claim : add(talked, claim)));
}
