// The PLOVER code of an actor: a country or a kind of body, and its sector (see the actor coding of PLOVER: GOV, MIL, REB, OPP, PTY, IGO, NGO, MED …).
import type { ActorLexicon } from './lexicon.js';
import type { Referent } from './referents.js';

const BODIES = new Set(['IGO', 'NGO', 'MED']);

/** Code and sector of an actor, or null where neither its country nor its kind is known. */
export function codeOf(referent: Referent, heads: ActorLexicon['heads']): { readonly code: string; readonly sector?: string } | null {
  const sector = sectorOf(referent, heads);
  const country = countryOf(referent);
  if (country !== '') return sector === '' ? { code: country } : { code: country, sector };
  if (BODIES.has(sector)) return { code: sector };
  return sector === '' ? null : { code: '---', sector };
}

function countryOf(referent: Referent): string {
  for (let one: Referent | null = referent, steps = 0; one !== null && steps < 4; one = one.of, steps++)
    if (one.country !== '') return one.country;
  return '';
}

function sectorOf(referent: Referent, heads: ActorLexicon['heads']): string {
  if (referent.kind === 'place') return '';
  if (referent.kind === 'government') return referent.nouns.has('government') ? 'GOV' : '';
  if (referent.sector !== '') return referent.sector;
  for (const noun of referent.nouns) {
    const sector = heads.get(noun)?.sector ?? '';
    if (sector !== '' && !BODIES.has(sector)) return sector;
  }
  if (referent.kind === 'armed group') return 'REB';
  if (referent.kind === 'armed force') return 'MIL';
  if (referent.kind === 'party') return 'PTY';
  if (referent.kind === 'outlet') return 'MED';
  if (referent.kind === 'court') return 'JUD';
  if (referent.of === null) return '';
  return referent.of.kind === 'government' ? 'GOV' : sectorOf(referent.of, heads);
}
