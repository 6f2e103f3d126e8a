// What the reader knows of the world's actors before it opens a report: states, bodies, outlets, head nouns, titles, given names, pronouns, verbs.
import { z } from 'zod';

const rows = z.array(z.array(z.string()));
const fileSchema = z.object({
  countries: rows,
  regions: rows,
  organisations: rows,
  leaders: rows,
  movements: rows,
  outlets: rows,
  heads: rows,
  titles: rows,
  honorifics: rows,
  'given-names': rows,
  pronouns: rows,
  verbs: rows,
});

export type Gender = 'm' | 'f' | 'n' | '';

/** A state: `name` its short name, `adjective` the one reports use most. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly adjective: string;
  readonly adjectives: readonly string[];
  readonly people: string;
  /** The seat of its government, '' where none is told. */
  readonly capital: string;
}

/** What a known name in the text can be. */
export interface KnownName {
  /** The name actors of this entry are filed under. */
  readonly name: string;
  readonly what: 'country' | 'adjective' | 'people' | 'seat' | 'organisation' | 'outlet' | 'region';
  /** For an organisation its kind ("body", "court"). */
  readonly kind: string;
  readonly sector: string;
  /** ISO 3166-1 alpha-3, '' where it has none. */
  readonly country: string;
  /** Only the very spelling counts, since the word means something else in small letters. */
  readonly exact: boolean;
}

const HEAD_CLASSES = [
  'government',
  'delegation',
  'side',
  'office',
  'person',
  'voice',
  'opposition',
  'rebels',
  'force',
  'body',
  'organisation',
  'group',
  'bloc',
  'place',
  'outlet',
  'text',
  'process',
  'gathering',
] as const;
export type HeadClass = (typeof HEAD_CLASSES)[number];

export interface HeadNoun {
  /** The singular, or the plural where there is no singular. */
  readonly lemma: string;
  readonly class: HeadClass;
  readonly plural: boolean;
  readonly sector: string;
}

export interface Pronoun {
  /** singular, plural or relative */
  readonly number: 's' | 'p' | 'r';
  readonly gender: Gender;
  readonly person: '1' | '3';
}

/** True for an armed movement or a party, which a report may call by any of its names. */
export const isMovement = ({ what, sector }: KnownName): boolean => what === 'organisation' && (sector === 'REB' || sector === 'PTY');

/** The state that a head of state or government led, by the names reports use. */
export interface Leaders {
  /** ISO code of the state, by a whole name or by a surname that only leaders of one state bear; '' where nobody is known. */
  readonly stateOf: (name: string) => string;
}

export interface ActorLexicon {
  /** Known names by their first word in small letters, longest first. */
  readonly names: ReadonlyMap<string, readonly { readonly text: string; readonly known: KnownName }[]>;
  readonly countries: ReadonlyMap<string, Country>;
  /** Head nouns of one, two or three words, in small letters. */
  readonly heads: ReadonlyMap<string, HeadNoun>;
  /** Words before a person's name, with the gender they tell and the office they mean. */
  readonly titles: ReadonlyMap<string, { readonly gender: Gender; readonly office: string }>;
  readonly honorifics: ReadonlyMap<string, Gender>;
  readonly givenNames: ReadonlyMap<string, Gender>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly verbs: ReadonlyMap<string, 'speech' | 'deed'>;
  readonly leaders: Leaders;
  /** ISO codes of states that movements or regions of the lexicon are of: where peace is talked about. */
  readonly contested: ReadonlySet<string>;
}

const genderOf = (cell: string | undefined): Gender => (cell === 'm' || cell === 'f' || cell === 'n' ? cell : '');
const several = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((name) => name !== '');

/** The first run of letters, digits and dots, by which known names are looked up. */
export const firstWordOf = (text: string): string => (/^[\p{L}\p{M}\p{N}.]+/u.exec(text)?.[0] ?? text.slice(0, 1)).toLowerCase();

/** A name without accents, marks and case. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/ı/g, 'i');

function leadersOf(table: readonly (readonly string[])[]): Leaders {
  const whole = new Map<string, string>();
  const surnames = new Map<string, string>();
  for (const [name = '', others, country = ''] of table) {
    for (const text of [name, ...several(others)]) {
      whole.set(plain(text), country);
      const surname = plain(text).split(' ').at(-1) ?? '';
      const known = surnames.get(surname);
      surnames.set(surname, known === undefined || known === country ? country : '');
    }
  }
  return {
    stateOf: (name) => {
      const words = plain(name).split(' ');
      for (let first = 0; first < words.length; first++) {
        const found = whole.get(words.slice(first).join(' '));
        if (found !== undefined) return found;
      }
      return words.length === 1 ? (surnames.get(words[0] ?? '') ?? '') : '';
    },
  };
}

/** Opens data/compiled/actors.json; throws where its shape is wrong. */
export function openActorLexicon(bytes: Uint8Array): ActorLexicon {
  const file = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const names = new Map<string, { text: string; known: KnownName }[]>();
  const add = (text: string, known: Omit<KnownName, 'exact'>): void => {
    const exact = text.replace(/[^\p{L}]/gu, '').length <= 4 || text === text.toUpperCase();
    const key = firstWordOf(text);
    const list = names.get(key) ?? [];
    if (list.some((entry) => entry.text === text)) return;
    list.push({ text, known: { ...known, exact } });
    names.set(key, list);
  };
  const countries = new Map<string, Country>();
  for (const [code = '', name = '', others, adjectives, people, seats] of file.countries) {
    const [adjective = name] = several(adjectives);
    countries.set(code, {
      code,
      name,
      adjective,
      adjectives: several(adjectives),
      people: several(people)[0] ?? '',
      capital: several(seats)[0] ?? '',
    });
    const base = { name, kind: 'government', sector: 'GOV', country: code };
    for (const text of [name, ...several(others)]) add(text, { ...base, what: 'country' });
    for (const text of several(adjectives)) add(text, { ...base, what: 'adjective' });
    for (const text of several(people)) add(text, { ...base, what: 'people' });
    for (const text of several(seats)) add(text, { ...base, what: 'seat' });
  }
  const contested = new Set<string>();
  for (const [name = '', adjectives, people, country = ''] of file.regions) {
    if (country !== '') contested.add(country);
    for (const text of [name, ...several(adjectives), ...several(people)]) {
      const kind = several(people).includes(text) ? 'people' : several(adjectives).includes(text) ? 'adjective' : 'place';
      add(text, { name, what: 'region', kind, sector: '', country });
    }
  }
  for (const [name = '', others, kind = '', sector = '', country = ''] of file.organisations) {
    for (const text of [name, ...several(others)]) add(text, { name, what: 'organisation', kind, sector, country });
  }
  for (const [name = '', others, kind = '', sector = '', country = ''] of file.movements) {
    contested.add(country);
    for (const text of [name, ...several(others)]) add(text, { name, what: 'organisation', kind, sector, country });
  }
  for (const [name = '', others, country = ''] of file.outlets) {
    for (const text of [name, ...several(others)]) add(text, { name, what: 'outlet', kind: 'outlet', sector: 'MED', country });
  }
  for (const list of names.values()) list.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  const heads = new Map<string, HeadNoun>();
  for (const [singular = '', plural = '', word = '', sector = ''] of file.heads) {
    const found = HEAD_CLASSES.find((name) => name === word);
    if (found === undefined) throw new Error(`actors: "${word}" is no class of head nouns`);
    const lemma = singular || plural;
    if (singular && !heads.has(singular)) heads.set(singular, { lemma, class: found, plural: false, sector });
    if (plural && !heads.has(plural)) heads.set(plural, { lemma, class: found, plural: true, sector });
  }
  return {
    names,
    countries,
    heads,
    titles: new Map(file.titles.map(([word = '', gender, office = '']) => [word.toLowerCase(), { gender: genderOf(gender), office }])),
    honorifics: new Map(file.honorifics.map(([word = '', gender]) => [word, genderOf(gender)])),
    givenNames: new Map(file['given-names'].map(([word = '', gender]) => [word, genderOf(gender)])),
    pronouns: new Map(
      file.pronouns.map(([word = '', number, gender, person]) => [
        word,
        { number: number === 'p' || number === 'r' ? number : 's', gender: genderOf(gender), person: person === '1' ? '1' : '3' },
      ]),
    ),
    leaders: leadersOf(file.leaders),
    contested,
    verbs: new Map(file.verbs.map(([lemma = '', kind]) => [lemma, kind === 'speech' ? 'speech' : 'deed'])),
  };
}
