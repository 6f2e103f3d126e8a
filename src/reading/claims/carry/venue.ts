// The venue of the talks and the country of the war, as far as the whole report tells them.
import type { Claim, ClaimOf } from '../../../terms/reading.js';
import { type Around, best, type Carried, carried, type Placed, sentenceOf } from './around.js';

/** The country of the war: of the headline or lead, of the towns named, or the one named most; not one that is only told to host the talks. */
export function countryOf(around: Around): Placed | null {
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

/** Votes past which more mentions of a place say no more. */
const MOST_VOTES = 12;

/** How strongly each place is told as the venue of the talks, by its name in small letters. */
export function venueVotes(around: Around, claims: readonly Claim[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const add = (name: string, vote: number): void => {
    const key = name.toLowerCase();
    votes.set(key, Math.min(MOST_VOTES, (votes.get(key) ?? 0) + vote));
  };
  for (const claim of claims) if (claim.kind === 'talks' && claim.venue) add(claim.venue, 1);
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
export function venueFor(around: Around, votes: ReadonlyMap<string, number>, claim: Claim, least: number): Carried | undefined {
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
export function filedVenue(around: Around, claim: ClaimOf<'talks'>): Carried | undefined {
  const place = around.places.find((one) => one.filed);
  if (!place || !HERE.has(claim.status) || !OPENING.some((sentence) => around.ofTalks(sentence))) return undefined;
  const war = countryOf(around);
  return war && war.country === place.country ? undefined : carried(place.name, place.span);
}
