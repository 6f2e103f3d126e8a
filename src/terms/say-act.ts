// What a deed of a PLOVER type is called where nobody it is done to is named.
import type { ClaimOf } from './reading.js';

/** A noun for each type. */
export const ACT_NOUNS: Readonly<Record<ClaimOf<'act'>['type'], string>> = {
  AGREE: 'agreement',
  CONSULT: 'meeting',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'joint work',
  AID: 'aid',
  RETREAT: 'release or withdrawal',
  REQUEST: 'request',
  ACCUSE: 'accusation',
  REJECT: 'rejection',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
};
