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

/** The claim with every reference to an actor or place replaced. */
export function withRefs(claim: Claim, to: (ref: string) => string): Claim {
  const opt = (ref: string | null | undefined): string | null => (ref ? to(ref) : null);
  const list = (refs: readonly string[]): string[] => [...new Set(refs.map(to))];
  const carried = claim.inferred && {
    ...claim.inferred,
    ...(claim.inferred.place && { place: { ...claim.inferred.place, value: to(claim.inferred.place.value) } }),
    ...(claim.inferred.venue && { venue: { ...claim.inferred.venue, value: to(claim.inferred.venue.value) } }),
  };
  const inferred = carried ? { inferred: carried } : {};
  switch (claim.kind) {
    case 'talks':
      return { ...claim, ...inferred, venue: opt(claim.venue), convener: opt(claim.convener) };
    case 'standing':
      return { ...claim, ...inferred, party: to(claim.party) };
    case 'commitment':
      return { ...claim, ...inferred, by: list(claim.by), ...(claim.to && { to: list(claim.to) }) };
    case 'position':
      return { ...claim, ...inferred, actor: to(claim.actor) };
    case 'pressure':
      return { ...claim, ...inferred, from: list(claim.from), on: list(claim.on), ...(claim.through && { through: list(claim.through) }) };
    case 'access':
      return { ...claim, ...inferred, place: opt(claim.place) };
    case 'blame':
      return { ...claim, ...inferred, from: list(claim.from), on: list(claim.on) };
    case 'tie':
      return { ...claim, ...inferred, from: to(claim.from), to: to(claim.to) };
    case 'act':
      return { ...claim, ...inferred, from: list(claim.from), ...(claim.to && { to: list(claim.to) }), place: opt(claim.place) };
  }
}
