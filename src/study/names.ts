// Compares names as people write them: case, marks, articles and transliteration aside.

/** A name folded to its letters and digits: "the Al-Qa'ida" and "Al Qaida" are one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/^(the|a|an)\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]d)-(?=\p{Lu})/gu, '')
    .replace(/['’ʼ`.]/g, '')
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(Al|El|Ben|Bin|Ibn|Abu|De|Von|Van|Da)$/.test(word));

/**
 * The consonants of a name, spellings of one sound made one, so that "Moallem", "Muallem" and "Mouallem" meet.
 * Own method, after the idea of Soundex (Russell 1918): vowels go, doubled letters are one.
 */
export function soundOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/kh|ck|q|c(?=[aouklrt])/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/gh/g, 'g')
    .replace(/sh|sch|ch|ç|š|č|ć/g, 's')
    .replace(/dj|zh|ž/g, 'j')
    .replace(/w/g, 'v')
    .replace(/z/g, 's');
  return (
    plain.slice(0, 1).replace(/[aeiouy]/, 'a') +
    plain
      .slice(1)
      .replace(/[aeiouyh]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

export interface PersonName {
  readonly given: string | undefined;
  readonly surname: string;
}

/** Given name and surname of a person's name, or null where the words hold no capitalised name. */
export function personName(name: string): PersonName | null {
  const words = wordsOf(name);
  const surname = words.at(-1);
  if (surname === undefined) return null;
  return { given: words.length > 1 ? words.at(-2) : undefined, surname };
}

/** True when two names may be one person's: surnames that sound alike, and given names that do, or are missing, or an initial. */
export function samePerson(a: PersonName, b: PersonName): boolean {
  if (soundOf(a.surname) !== soundOf(b.surname)) return false;
  if (a.given === undefined || b.given === undefined) return true;
  if (a.given.length === 1 || b.given.length === 1) return a.given.slice(0, 1) === b.given.slice(0, 1);
  return soundOf(a.given) === soundOf(b.given);
}
