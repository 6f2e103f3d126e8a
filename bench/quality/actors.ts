// Measures who is meant: speakers of gold statements and actors of gold claims, by the name the reader files them under.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openActorQuery } from '../../src/reading/actors/query.js';
import type { Draft, ReadingInput } from '../../src/reading/draft.js';
import { STEPS } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { runSteps, stepsTo } from '../../src/reading/step.js';
import { type Reading, readingSchema } from '../../src/terms/reading.js';
import type { Span } from '../../src/terms/span.js';
import type { Measure, Row } from './row.js';
import { rowsIn } from './scorer.js';

interface Count {
  right: number;
  all: number;
}
const FIELDS = ['party', 'by', 'to', 'from', 'on', 'through', 'actor', 'place', 'venue', 'convener'];
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const percent = ({ right, all }: Count): number => Math.round((1000 * right) / Math.max(1, all)) / 10;

function tokensOf({ tokens }: Draft, [start, end]: Span): [number, number] {
  const first = tokens.findIndex((token) => token.end > start);
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return [first, last];
}

function countReport(gold: Reading, draft: Draft, speakers: Count, fields: Count, places: Count): void {
  const query = openActorQuery(draft.actors, draft.mentions, draft.tokens);
  const names = new Map(gold.actors.map((actor) => [actor.id, new Set(actor.names.map(plain))]));
  const isMeant = (id: string, wanted: string): boolean => names.get(wanted)?.has(plain(query.canonicalName(id) ?? '')) === true;
  for (const { speaker, source, voice } of gold.statements) {
    if (speaker === null || source[0] === undefined) continue;
    const [first, last] = tokensOf(draft, source[0]);
    const ids = query.actorsAt(first, last).map((id) => (voice === 'document' ? (draft.actorFacts.issuer.get(id) ?? id) : id));
    speakers.all++;
    if (ids.some((id) => isMeant(id, speaker))) speakers.right++;
  }
  for (const claim of gold.claims) {
    const sentences = new Set<number>();
    for (const span of claim.evidence) {
      const [first, last] = tokensOf(draft, span);
      for (let at = first; at < last; at++) sentences.add(draft.tokens[at]!.sentence);
    }
    const ids = new Set(draft.mentions.filter(({ head }) => sentences.has(draft.tokens[head]!.sentence)).flatMap(({ actors }) => actors));
    for (const id of [...ids]) ids.add(draft.actorFacts.of.get(id) ?? id);
    if (draft.actorFacts.talks !== null) ids.add(draft.actorFacts.talks);
    const statement = gold.statements.find(({ id }) => id === claim.voice);
    if (statement?.source[0] !== undefined) for (const id of query.actorsAt(...tokensOf(draft, statement.source[0]))) ids.add(id);
    for (const [field, value] of Object.entries(claim)) {
      if (!FIELDS.includes(field)) continue;
      for (const wanted of [value].flat()) {
        if (typeof wanted !== 'string') continue;
        const count = field === 'place' || field === 'venue' ? places : fields;
        count.all++;
        if ([...ids].some((id) => isMeant(id, wanted))) count.right++;
      }
    }
  }
}

/** Rows for claims/dev.jsonl. */
export const measureActors: Measure = async ({ gold }) => {
  const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
  const steps = stepsTo(STEPS, 'actors');
  const [speakers, fields, places]: [Count, Count, Count] = [
    { right: 0, all: 0 },
    { right: 0, all: 0 },
    { right: 0, all: 0 },
  ];
  for (const row of rowsIn(join(gold, 'claims', 'dev.jsonl'))) {
    const reading = readingSchema.parse(row);
    const { id, text, process, publisher, published, dateline } = reading;
    const input: ReadingInput = { id, text, process, publisher, published, dateline: dateline ?? undefined };
    countReport(reading, runSteps(steps, input, resources), speakers, fields, places);
  }
  const rows: Row[] = [
    {
      part: 'actors',
      figure: 'speaker of a statement, gold source given',
      value: percent(speakers),
      bar: 88,
      meaning: 'The words that name the speaker lead to one of the names gold has for the speaker.',
    },
    {
      part: 'actors',
      figure: 'actors of claims, gold evidence given',
      value: percent(fields),
      meaning:
        'Of the actors in the fields of gold claims, how many are meant, under a right name, somewhere in the sentences of the evidence.',
    },
    {
      part: 'actors',
      figure: 'places of claims, gold evidence given',
      value: percent(places),
      meaning: 'The same for places and venues.',
    },
  ];
  return rows;
};
