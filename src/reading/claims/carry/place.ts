// The place of an act or of access, where another sentence tells it.
import type { Claim, ClaimOf } from '../../../terms/reading.js';
import { type Around, best, type Carried, carried, sentenceOf } from './around.js';
import { countryOf, venueFor } from './venue.js';

/** Deeds of the talks themselves, done where they are held; deeds of the war, done where it is. */
const AT_TALKS = new Set(['AGREE']);
const AT_WAR = new Set(['ASSAULT', 'RETREAT', 'COERCE', 'MOBILIZE']);

/** The place told last before, a town or region rather than a country, never the venue of the talks; else the country of the war. */
export function placeFor(
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
