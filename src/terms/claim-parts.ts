// Which actors and places a claim names, and the part each has in it.
import type { Claim } from './reading.js';

export interface ClaimPart {
  /** The field: "from", "party", "place". */
  readonly part: string;
  /** The name or id that the claim gives. */
  readonly ref: string;
  /** True where only a place can stand. */
  readonly place: boolean;
}

const one = (part: string, ref: string | null | undefined, place = false): ClaimPart[] => (ref ? [{ part, ref, place }] : []);
const many = (part: string, refs: readonly string[] | undefined): ClaimPart[] => (refs ?? []).map((ref) => ({ part, ref, place: false }));

function statedParts(claim: Claim): ClaimPart[] {
  switch (claim.kind) {
    case 'talks':
      return [...one('venue', claim.venue, true), ...one('convener', claim.convener)];
    case 'standing':
      return one('party', claim.party);
    case 'commitment':
      return [...many('by', claim.by), ...many('to', claim.to)];
    case 'position':
      return one('actor', claim.actor);
    case 'pressure':
      return [...many('from', claim.from), ...many('on', claim.on), ...many('through', claim.through)];
    case 'access':
      return one('place', claim.place, true);
    case 'blame':
      return [...many('from', claim.from), ...many('on', claim.on)];
    case 'tie':
      return [...one('from', claim.from), ...one('to', claim.to)];
    case 'act':
      return [...many('from', claim.from), ...many('to', claim.to), ...one('place', claim.place, true)];
  }
}

/** The parts of a claim in the order of its fields, those carried over (`inferred`) last. */
export function partsOf(claim: Claim): readonly ClaimPart[] {
  return [...statedParts(claim), ...one('place', claim.inferred?.place?.value, true), ...one('venue', claim.inferred?.venue?.value, true)];
}
