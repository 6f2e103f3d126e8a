// When two claims of a report say the same: one kind and the fields that matter, told in other places.
import type { Candidate, Fields } from './candidate.js';

/** The fields that make a claim of a kind the one it is. */
const KEYS: { readonly [K in Candidate['kind']]: readonly string[] } = {
  talks: ['status'],
  standing: ['party', 'standing'],
  commitment: ['by', 'standing'],
  position: ['actor', 'stance'],
  pressure: ['from', 'on'],
  access: ['place', 'form', 'step'],
  blame: ['from', 'on'],
  tie: ['from', 'to', 'relation', 'negated'],
  act: ['type', 'from'],
};
/** Kinds of which a report may tell several that agree in these fields: the words must meet too. */
const BY_WORDS = new Set<Candidate['kind']>(['talks', 'commitment', 'position', 'pressure', 'blame', 'act']);

const shown = (value: Fields[string] | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? [...value].sort().join('+') : String(value);

/** Kind and deciding fields as one text. */
export const keyOf = ({ kind, fields }: Candidate): string => [kind, ...KEYS[kind].map((name) => shown(fields[name]))].join('|');

/** True where claims of a kind with one key may yet be two. */
export const needsWords = (kind: Candidate['kind']): boolean => BY_WORDS.has(kind);
