// Reports made by rule out of sentences of our own: the same number gives the same report, and no two are copies of one another.

/** A number sequence from a seed, 0 to 1 (mulberry32 by Tommy Ettinger, public domain). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST = ['Anna', 'Tomas', 'Leila', 'Omar', 'Ines', 'Pavel', 'Nadia', 'Samuel', 'Greta', 'Idris'];
const LAST = ['Berg', 'Novak', 'Haddad', 'Okoye', 'Duarte', 'Sorin', 'Rahmani', 'Kettle', 'Lund', 'Diallo'];
const TOWNS = ['Marrow', 'Tessaly', 'Old Harbour', 'Quillon', 'Dunmere', 'Estrava', 'Kalven', 'Port Amery'];
const SIDES = ['the government', 'the opposition', 'the Northern Front', 'the transitional council', 'the rebels'];
const POSTS = ['the mediator', 'a spokesman for the council', 'the foreign minister', 'the head of the delegation', 'the aid coordinator'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Pick = <T>(list: readonly T[]) => T;
const person = (pick: Pick): string => `${pick(FIRST)} ${pick(LAST)}`;

const SENTENCES: readonly ((pick: Pick, n: number) => string)[] = [
  (pick, n) =>
    `${person(pick)}, ${pick(POSTS)}, said on ${pick(DAYS)} that the ${n % 5}th round of talks would open in ${pick(TOWNS)} next month.`,
  (pick) => `“We will not sit down while ${pick(TOWNS)} is under siege,” ${person(pick)} told reporters.`,
  (pick) => `${pick(SIDES).replace(/^t/, 'T')} accused ${pick(SIDES)} of holding up a convoy of food and medicine for ${pick(TOWNS)}.`,
  (pick, n) => `A convoy of ${2 + (n % 30)} trucks reached ${pick(TOWNS)} on ${pick(DAYS)}, the first in ${3 + (n % 9)} weeks.`,
  (pick) => `According to ${person(pick)}, ${pick(SIDES)} had agreed to let women and children leave ${pick(TOWNS)} by ${pick(DAYS)}.`,
  (pick) => `${person(pick)} urged ${pick(SIDES)} to send a delegation, and asked ${pick(SIDES)} to use its influence.`,
  (pick) => `The proposal, which ${pick(SIDES)} rejected last year, would give ${pick(SIDES)} two seats in a joint committee.`,
  (pick, n) => `Shells fell on the western edge of ${pick(TOWNS)} overnight, wounding ${1 + (n % 12)} people, a doctor there said.`,
  (pick) => `A diplomat, who was not authorised to speak to the press, said that ${pick(SIDES)} had not yet made up its mind.`,
  (pick) =>
    `Markets in ${pick(TOWNS)} were open again after a quiet week, and a bakery near the bridge had flour for the first time since spring.`,
  (pick) => `“The gap is wide, but nobody has left the room,” said ${person(pick)}, adding that both sides wanted to go on.`,
  (pick) => `${pick(SIDES).replace(/^t/, 'T')} insisted that a ceasefire must come before any talk of elections.`,
];

/** A report of about `words` words, published on one of 400 days from 1 January 2020. */
export function generatedReport(n: number, words = 400): { readonly text: string; readonly published: string } {
  const next = numbersFrom(n * 7919 + 17);
  const pick: Pick = (list) => list[Math.floor(next() * list.length)]!;
  const town = pick(TOWNS);
  const paragraphs = [`Talks on ${town} enter day ${n}`, ''];
  let count = 8;
  let paragraph: string[] = [`${town.toUpperCase()} -`];
  for (let i = 0; count < words; i++) {
    const sentence = pick(SENTENCES)(pick, n + i * 31);
    paragraph.push(sentence);
    count += sentence.split(' ').length;
    if (paragraph.length >= 3 || count >= words) {
      paragraphs.push(paragraph.join(' '), '');
      paragraph = [];
    }
  }
  return { text: paragraphs.join('\n').trimEnd(), published: new Date(Date.UTC(2020, 0, 1 + (n % 400))).toISOString().slice(0, 10) };
}
