// Counts of people and things in a text: "611 people", "four workers", "a driver"; days, years and hours are none.

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const VALUES = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['dozen', 12],
  ['dozens', 24],
  ['a', 1],
  ['an', 1],
]);
const PEOPLE =
  /^(?:people|persons?|civilians?|workers?|drivers?|women|men|children|soldiers?|fighters?|prisoners?|families|residents|evacuees|victims|staff|aid)$/;
const TIME =
  /^(?:days?|hours?|weeks?|months?|years?|minutes?|per|a\.m|p\.m|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The counts in a text, in order. "a" and "an" count only before a word for a person. */
export function numbersIn(text: string): number[] {
  const words = text.toLowerCase().match(/\d[\d,.]*\d|\d|[\p{L}]+/gu) ?? [];
  const found: number[] = [];
  words.forEach((word, at) => {
    const next = words[at + 1] ?? '';
    if (TIME.test(next) || TIME.test(words[at - 1] ?? '')) return;
    if (/^\d/.test(word)) {
      const value = Number(word.replace(/,/g, ''));
      if (Number.isFinite(value) && !(value >= 1900 && value <= 2100 && !word.includes(','))) found.push(value);
      return;
    }
    const value = VALUES.get(word);
    if (
      value === undefined ||
      ((word === 'a' || word === 'an' || word === 'one') &&
        ![next, words[at + 2] ?? '', next === 'of' ? (words[at + 3] ?? '') : ''].some((near) => PEOPLE.test(near)))
    )
      return;
    found.push(value);
  });
  return found;
}
