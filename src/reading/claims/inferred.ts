// Fills `inferred`: the place, date, venue and round that a careful reader carries over to a claim from elsewhere in the report.
import type { Claim, Inferred } from '../../terms/reading.js';
import { Around, type CarryGiven } from './carry/around.js';
import { actDateFor, roundFor, talksDateFor } from './carry/dates.js';
import { placeFor } from './carry/place.js';
import { filedVenue, venueFor, venueVotes } from './carry/venue.js';

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
