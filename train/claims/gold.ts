// Gold reports of claims: read, and compared with candidates by the rules of the schema (strictly right, or found).
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Candidate, Fields } from '../../src/reading/claims/candidate.js';
import { datesOverlap } from '../../src/terms/edtf.js';
import { CLAIM_KINDS } from '../../src/terms/reading.js';
import { diceOf, type Span } from '../../src/terms/span.js';

const spans = z.array(z.tuple([z.number(), z.number()]));
const claim = z.looseObject({ id: z.string(), kind: z.enum(CLAIM_KINDS), evidence: spans, voice: z.string().nullable() });
const actor = z.object({ id: z.string(), kind: z.string(), names: z.array(z.string()) });
const statement = z.looseObject({
  id: z.string(),
  speaker: z.string().nullable(),
  voice: z.string(),
  act: z.string(),
  form: z.string(),
  source: spans.default([]),
  cue: spans.default([]),
  content: spans,
});
const report = z.object({
  id: z.string(),
  process: z.string(),
  publisher: z.string().optional(),
  published: z.string(),
  dateline: z.string().nullable().optional(),
  text: z.string(),
  actors: z.array(actor),
  statements: z.array(statement),
  claims: z.array(claim),
});
export type GoldReport = z.infer<typeof report>;
export type GoldClaim = z.infer<typeof claim>;

export const readGold = (file: string): GoldReport[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => report.parse(JSON.parse(line)));

const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Names of a gold actor by id, as they are compared; a place may be a bare name. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>;
export const namesOf = ({ actors }: GoldReport): Names => new Map(actors.map(({ id, names }) => [id, new Set(names.map(bare))]));

const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : typeof value === 'string' ? [value] : [];

function meets(names: Names, gold: unknown, fields: readonly (Fields[string] | undefined)[]): boolean {
  const wanted = asList(gold);
  const given = fields.flatMap((field) => asList(field));
  if (wanted.length === 0 && given.length === 0) return true;
  return wanted.some((id) => given.some((name) => (names.get(id) ?? new Set([bare(id)])).has(bare(name))));
}

/** Same kind and evidence that meets. */
export const overlapOf = (gold: GoldClaim, evidence: readonly Span[]): number =>
  Math.max(0, ...gold.evidence.flatMap((a) => evidence.map((b) => diceOf(a, b))));
export const LEAST_OVERLAP = 0.15;

const STRICT: { readonly [K in Candidate['kind']]: (gold: GoldClaim, fields: Fields, names: Names) => boolean } = {
  talks: (g, f, n) =>
    g.status === f.status &&
    (typeof g.date !== 'string' || (typeof f.date === 'string' && datesOverlap(g.date, f.date))) &&
    (!g.venue || !f.venue || meets(n, g.venue, [f.venue])),
  standing: (g, f, n) => g.standing === f.standing && meets(n, g.party, [f.party]),
  commitment: (g, f, n) => g.standing === f.standing && meets(n, g.by, [f.by]),
  position: (g, f, n) => g.stance === f.stance && meets(n, g.actor, [f.actor]),
  pressure: (g, f, n) => meets(n, g.from, [f.from]) && meets(n, [...asList(g.on), ...asList(g.through)], [f.on, f.through]),
  access: (g, f, n) => g.step === f.step && meets(n, g.place, [f.place]),
  blame: (g, f, n) => meets(n, g.from, [f.from]) && meets(n, g.on, [f.on]),
  tie: (g, f, n) =>
    g.relation === f.relation && (g.negated ?? false) === (f.negated ?? false) && meets(n, g.from, [f.from]) && meets(n, g.to, [f.to]),
  act: (g, f, n) => g.type === f.type && meets(n, g.from, [f.from]),
};

/** 2 where a candidate is strictly right, 1 where it is found only, 0 else. */
export function gradeOf(candidate: Candidate, gold: readonly GoldClaim[], names: Names): 0 | 1 | 2 {
  let grade: 0 | 1 = 0;
  for (const claim of gold) {
    if (claim.kind !== candidate.kind || overlapOf(claim, [candidate.evidence]) < LEAST_OVERLAP) continue;
    if (STRICT[candidate.kind](claim, candidate.fields, names)) return 2;
    grade = 1;
  }
  return grade;
}
