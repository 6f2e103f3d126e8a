// One made-up report with its reading, made by rule: statements with their spans, claims of all kinds, copies of earlier dispatches.
import {
  ACCESS_FORMS,
  ACCESS_STEPS,
  type Claim,
  COMMITMENT_STANDINGS,
  MEANS,
  PLOVER_TYPES,
  RELATIONS,
  type Reading,
  STANCES,
  STANDINGS,
  STATEMENT_ACTS,
  type Statement,
  TALKS_STATUSES,
} from '../../src/terms/reading.js';
import { numbersFrom } from '../speed/generator.js';
import { DAYS, dayAt, type Next, personOf, pickFrom, pickOften, type Somebody, type World } from './world.js';

/** Statements of a report: 10,000 reports hold 250,000. */
const STATEMENTS = 25;
const CLAIMS = 14;
/** Share of reports that are copies of a dispatch of the days before. */
const COPIES = 0.2;
const OUTLETS = ['Example Wire', 'Valley Post', 'Harbour Times', 'Northern Herald', 'Evening Star', 'River Gazette', 'Plain Dealer Radio'];
const CUES = ['said', 'told reporters', 'insisted', 'warned', 'added', 'argued'];

type Span = [start: number, end: number];

/** A text that grows, and tells where what was added stands. */
class Text {
  value = '';
  add(words: string): Span {
    const start = this.value.length;
    this.value += words;
    return [start, this.value.length];
  }
}

const sentence = (next: Next, { words }: World, count: number): string =>
  Array.from({ length: count }, () => pickOften(next, words)).join(' ');

function claimOf(
  next: Next,
  world: World,
  base: { id: string; evidence: Span[]; voice: string | null; probability: number },
  meet: (one: Somebody) => string,
): Claim {
  const party = (): string => meet(pickFrom(next, world.parties));
  const body = (): string => meet(pickOften(next, next() < 0.5 ? world.bodies : world.people));
  const place = (): string => meet(pickOften(next, world.places));
  const round = next() < 0.6 ? dayAt(pickFrom(next, world.rounds)) : null;
  const kind = next() * CLAIMS;
  if (kind < 1.5) return { ...base, kind: 'talks', status: pickFrom(next, TALKS_STATUSES), date: round, venue: place() };
  if (kind < 2.5) return { ...base, kind: 'standing', party: party(), standing: pickFrom(next, STANDINGS), round };
  if (kind < 4)
    return {
      ...base,
      kind: 'commitment',
      by: [party()],
      to: [body()],
      what: pickOften(next, world.undertakings),
      standing: pickFrom(next, COMMITMENT_STANDINGS),
      due: round,
    };
  if (kind < 5.5)
    return { ...base, kind: 'position', actor: body(), issue: pickOften(next, world.issues), stance: pickFrom(next, STANCES) };
  if (kind < 7)
    return { ...base, kind: 'pressure', from: [body()], on: [party()], for: pickOften(next, world.issues), means: pickFrom(next, MEANS) };
  if (kind < 8.5)
    return { ...base, kind: 'access', place: place(), form: pickFrom(next, ACCESS_FORMS), step: pickFrom(next, ACCESS_STEPS) };
  if (kind < 9.5) return { ...base, kind: 'blame', from: [party()], on: [party()], for: pickOften(next, world.issues) };
  if (kind < 11.5) return { ...base, kind: 'tie', from: body(), to: party(), relation: pickFrom(next, RELATIONS), negated: next() < 0.1 };
  return {
    ...base,
    kind: 'act',
    type: pickFrom(next, PLOVER_TYPES),
    from: [party()],
    to: [body()],
    what: sentence(next, world, 4),
    place: place(),
  };
}

/** The dispatch with a number: the text and what it says, without an outlet. */
function dispatch(
  world: World,
  seed: number,
): Pick<Reading, 'text' | 'actors' | 'statements' | 'claims' | 'times'> & { readonly attributions: Reading['attributions'] } {
  const next = numbersFrom(seed);
  const text = new Text();
  const met = new Map<string, Somebody>();
  const meet = (one: Somebody): string => {
    met.set(one.id, one);
    return one.id;
  };
  const guests = next() < 0.4 ? [personOf(next)] : [];
  text.add(`${sentence(next, world, 6)}\n\n`);
  const statements: Statement[] = [];
  const claims: Claim[] = [];
  for (let at = 0; at < STATEMENTS; at++) {
    const speaker = at < guests.length ? (guests[at] as Somebody) : pickOften(next, next() < 0.8 ? world.people : world.parties);
    const source = text.add(speaker.names[0] as string);
    text.add(' ');
    const cue = text.add(pickFrom(next, CUES));
    text.add(' ');
    const content = text.add(`that ${sentence(next, world, 14)}`);
    text.add('. ');
    const id = `s${at + 1}`;
    const probability = Math.round((0.3 + next() * 0.7) * 1000) / 1000;
    statements.push({
      id,
      speaker: meet(speaker),
      voice: 'named',
      source: [source],
      cue: [cue],
      content: [content],
      form: 'indirect',
      act: pickFrom(next, STATEMENT_ACTS),
      probability,
    });
    if (at % 2 === 0) claims.push(claimOf(next, world, { id: `c${claims.length + 1}`, evidence: [content], voice: id, probability }, meet));
    if (at % 5 === 4) text.add(`${sentence(next, world, 16)}.\n\n`);
  }
  while (claims.length < CLAIMS) {
    const evidence = text.add(sentence(next, world, 12));
    text.add('. ');
    claims.push(claimOf(next, world, { id: `c${claims.length + 1}`, evidence: [evidence], voice: null, probability: 0.6 }, meet));
  }
  const attributions = statements.map(({ id, source, cue, content }) => ({ id: `a${id.slice(1)}`, source, cue, content }));
  return {
    text: text.value,
    actors: [...met.values()].map(({ id, kind, names }) => ({ id, kind, names: [...names] })),
    statements,
    claims,
    times: [],
    attributions,
  };
}

/** The report with number `n` of `total` in a world; the same numbers give the same reading. A copy has an ending of its own, since a text is kept once. */
export function madeReading(world: World, n: number, total: number): Reading {
  const next = numbersFrom(n * 7919 + total);
  const copied = n > 0 && next() < COPIES ? n - 1 - Math.floor(next() * Math.min(n, 5)) : n;
  const made = dispatch(world, copied * 31 + 7);
  const text = copied === n ? made.text : `${made.text}\n\nBrought by ${pickFrom(next, OUTLETS)}, number ${n}.`;
  return {
    id: `${world.name.split(' ')[0]?.toLowerCase() ?? ''}-${n}`,
    process: world.name,
    publisher: pickOften(next, OUTLETS),
    published: dayAt((n / total) * DAYS),
    language: 'en',
    ...made,
    text,
  };
}
