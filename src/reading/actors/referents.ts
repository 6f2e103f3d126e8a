// The actors of one report while it is read: each with the names it was seen under, its kind, its offices and whose side it is on.
import type { Gender, KnownName } from './lexicon.js';
import { keyOf } from './view.js';

export const KINDS = [
  'person',
  'unnamed person',
  'unnamed persons',
  'government',
  'party',
  'armed group',
  'armed force',
  'body',
  'court',
  'organisation',
  'group',
  'outlet',
  'place',
  'gathering',
  'text',
  'process',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Referent {
  readonly id: string;
  kind: Kind;
  /** Names as they stood, article left out, with how often and the first token. */
  readonly names: Map<string, { count: number; readonly first: number }>;
  /** The name to file it under where the names seen do not decide; '' where they do. */
  filed: string;
  known: KnownName | null;
  /** ISO 3166-1 alpha-3, '' where unknown. */
  country: string;
  gender: Gender;
  plural: boolean;
  sector: string;
  /** Head nouns said of it: offices of a person, what a group was called. */
  readonly nouns: Set<string>;
  /** Whom a person or a part acts for. */
  of: Referent | null;
  /** True where `of` is only supposed: the state the report is about, for an office of a state. */
  guessed: boolean;
  /** For a text, who issued it. */
  issuer: Referent | null;
  count: number;
}

export interface Referents {
  readonly list: Referent[];
  readonly byKey: Map<string, Referent>;
}

export const emptyReferents = (): Referents => ({ list: [], byKey: new Map() });

/** The referent under a key, made where there is none. */
export function referentOf(referents: Referents, key: string, kind: Kind): Referent {
  const found = referents.byKey.get(key);
  if (found !== undefined) return found;
  const made: Referent = {
    id: `a${referents.list.length + 1}`,
    kind,
    names: new Map(),
    filed: '',
    known: null,
    country: '',
    gender: '',
    plural: false,
    sector: '',
    nouns: new Set(),
    of: null,
    guessed: false,
    issuer: null,
    count: 0,
  };
  referents.list.push(made);
  referents.byKey.set(key, made);
  return made;
}

/** Notes a name a referent was seen under. */
export function addName(referent: Referent, name: string, first: number): void {
  const plain = name.replace(/^(the|a|an)\s+/i, '').trim();
  if (plain === '') return;
  const entry = referent.names.get(plain);
  if (entry === undefined) referent.names.set(plain, { count: 1, first });
  else entry.count++;
}

const PERSONS: ReadonlySet<Kind> = new Set(['person', 'unnamed person', 'unnamed persons']);
export const isPerson = ({ kind }: Referent): boolean => PERSONS.has(kind);
const COLLECTIVES: ReadonlySet<Kind> = new Set([
  'government',
  'party',
  'armed group',
  'armed force',
  'body',
  'court',
  'organisation',
  'group',
  'outlet',
]);
/** True for what "it" with a will can mean: a government, party, group, body. */
export const isCollective = ({ kind }: Referent): boolean => COLLECTIVES.has(kind);

/** Names of a referent, the one to file it under first, each once however it is spelt. */
export function namesOf(referent: Referent): string[] {
  const seen = new Set<string>();
  const names: string[] = [];
  const byUse = [...referent.names].sort(([, a], [, b]) => b.count - a.count || a.first - b.first).map(([name]) => name);
  for (const name of [...(referent.filed === '' ? [] : [referent.filed]), ...byUse]) {
    const key = keyOf(name);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    names.push(name);
  }
  return names;
}

/** The key of a referent: a prefix that keeps a place and a government of one name apart. */
export const keyed = (prefix: string, key: string): string => `${prefix}:${key}`;
