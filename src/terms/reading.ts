// The shape of a reading: actors, statements, the nine kinds of claim, times and events, each defined once (see docs/reading.md).
import { z } from 'zod';
import { edtfSchema } from './edtf.js';
import { spanSchema } from './span.js';

const spans = z.array(spanSchema);
const evidence = spans.min(1);
/** Who is meant: in a reading made by the reader the canonical name; in one made elsewhere also the id of an entry of `actors`. */
const actorRef = z.string().min(1);
const actorRefs = z.array(actorRef);
const probability = z.number().min(0).max(1);

export const VOICES = ['named', 'anonymous', 'collective', 'document', 'media'] as const;
export const FORMS = ['direct', 'mixed', 'indirect'] as const;
export const STATEMENT_ACTS = [
  'states',
  'urges',
  'demands',
  'accuses',
  'denies',
  'commits',
  'refuses',
  'conditions',
  'welcomes',
  'warns',
  'hopes',
  'proposes',
] as const;
export type StatementAct = (typeof STATEMENT_ACTS)[number];
export const CLAIM_KINDS = ['talks', 'standing', 'commitment', 'position', 'pressure', 'access', 'blame', 'tie', 'act'] as const;
export const TALKS_STATUSES = ['proposed', 'scheduled', 'postponed', 'opened', 'under-way', 'paused', 'ended', 'called-off'] as const;
export const OUTCOMES = ['agreement', 'partial', 'none'] as const;
export const STANDINGS = ['invited', 'coming', 'conditional', 'silent', 'refused', 'attending', 'walked-out', 'excluded'] as const;
export const COMMITMENT_STANDINGS = ['offered', 'agreed', 'under-way', 'kept', 'stalled', 'broken', 'withdrawn'] as const;
export const STANCES = ['demands', 'supports', 'opposes', 'open'] as const;
export const MEANS = ['urges', 'demands', 'warns', 'offers'] as const;
export const ACCESS_FORMS = ['convoy', 'siege', 'corridor', 'evacuation', 'crossing', 'aid'] as const;
export const ACCESS_STEPS = [
  'needed',
  'requested',
  'agreed',
  'authorised',
  'moving',
  'delivered',
  'stalled',
  'denied',
  'attacked',
  'besieged',
] as const;
export const RELATIONS = [
  'leads',
  'speaks-for',
  'represents',
  'member-of',
  'backs',
  'ally-of',
  'controls',
  'hosts',
  'mediates',
  'bound-by',
  'recognises',
] as const;
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export const actorSchema = z.object({
  id: z.string().min(1),
  /** Free text in readings made elsewhere; the reader uses person, unnamed person, government, party, armed group, organisation, group, outlet, place, gathering, text, process. */
  kind: z.string(),
  names: z.array(z.string().min(1)).min(1),
  /** ISO 3166-1 alpha-3 of the country the actor is of, or is. */
  country: z.string().optional(),
});
export type Actor = z.infer<typeof actorSchema>;

export const attributionSchema = z.object({
  id: z.string(),
  source: spans,
  cue: spans,
  content: spans,
  /** speech, or belief, intent, attitude and the like. */
  manner: z.string().optional(),
  probability: probability.optional(),
});
export type Attribution = z.infer<typeof attributionSchema>;

export const statementSchema = z.object({
  id: z.string(),
  speaker: actorRef.nullable(),
  voice: z.enum(VOICES),
  source: spans,
  cue: spans,
  content: spans,
  form: z.enum(FORMS),
  act: z.enum(STATEMENT_ACTS),
  to: actorRefs.optional(),
  said_on: edtfSchema.optional(),
  /** Why an anonymous speaker is not named, in the report's words. */
  reason: spanSchema.optional(),
  probability: probability.optional(),
});
export type Statement = z.infer<typeof statementSchema>;

const carried = z.object({ value: z.string(), evidence: spans.optional() });
export const inferredSchema = z.object({
  place: carried.optional(),
  date: carried.optional(),
  venue: carried.optional(),
  round: carried.optional(),
  due: carried.optional(),
});
export type Inferred = z.infer<typeof inferredSchema>;

/** A number the evidence gives: "600 people" is { what: "people", value: 600, bound: "exact" }. */
export const figureSchema = z.object({
  what: z.string(),
  value: z.number(),
  bound: z.enum(['exact', 'about', 'at-least', 'at-most']),
  evidence: spanSchema,
});
export type Figure = z.infer<typeof figureSchema>;

/** What every kind of claim has. */
const claimBase = {
  id: z.string(),
  evidence,
  /** The id of the statement it rests on; null: the report itself says so. */
  voice: z.string().nullable(),
  inferred: inferredSchema.optional(),
  basis: z.enum(['stated', 'inferred']).optional(),
  probability: probability.optional(),
  figures: z.array(figureSchema).optional(),
};
const date = edtfSchema.nullable().optional();
const place = z.string().nullable();

export const talksSchema = z.object({
  ...claimBase,
  kind: z.literal('talks'),
  status: z.enum(TALKS_STATUSES),
  date,
  venue: place.optional(),
  outcome: z.enum(OUTCOMES).nullable().optional(),
  convener: actorRef.nullable().optional(),
});
export const standingSchema = z.object({
  ...claimBase,
  kind: z.literal('standing'),
  party: actorRef,
  standing: z.enum(STANDINGS),
  round: date,
  condition: z.string().optional(),
});
export const commitmentSchema = z.object({
  ...claimBase,
  kind: z.literal('commitment'),
  by: actorRefs,
  to: actorRefs.optional(),
  what: z.string(),
  due: date,
  standing: z.enum(COMMITMENT_STANDINGS),
  condition: z.string().optional(),
});
export const positionSchema = z.object({
  ...claimBase,
  kind: z.literal('position'),
  actor: actorRef,
  issue: z.string(),
  stance: z.enum(STANCES),
});
export const pressureSchema = z.object({
  ...claimBase,
  kind: z.literal('pressure'),
  from: actorRefs,
  on: actorRefs,
  through: actorRefs.optional(),
  for: z.string(),
  means: z.enum(MEANS),
});
export const accessSchema = z.object({
  ...claimBase,
  kind: z.literal('access'),
  place,
  form: z.enum(ACCESS_FORMS),
  step: z.enum(ACCESS_STEPS),
});
export const blameSchema = z.object({ ...claimBase, kind: z.literal('blame'), from: actorRefs, on: actorRefs, for: z.string() });
export const tieSchema = z.object({
  ...claimBase,
  kind: z.literal('tie'),
  from: actorRef,
  to: actorRef,
  relation: z.enum(RELATIONS),
  negated: z.boolean().optional(),
  since: date,
});
export const actSchema = z.object({
  ...claimBase,
  kind: z.literal('act'),
  type: z.enum(PLOVER_TYPES),
  what: z.string().optional(),
  from: actorRefs,
  to: actorRefs.optional(),
  place: place.optional(),
  date,
});

export const claimSchema = z.discriminatedUnion('kind', [
  talksSchema,
  standingSchema,
  commitmentSchema,
  positionSchema,
  pressureSchema,
  accessSchema,
  blameSchema,
  tieSchema,
  actSchema,
]);
export type Claim = z.infer<typeof claimSchema>;
export type ClaimKind = Claim['kind'];
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { kind: K }>;

export const timeSchema = z.object({
  span: spanSchema,
  kind: z.enum(['date', 'range', 'duration', 'set']),
  edtf: z.string().nullable(),
  basis: z.enum(['stated', 'inferred']).optional(),
});
export type TimeExpression = z.infer<typeof timeSchema>;

const eventActor = z.object({ text: z.string(), code: z.string(), sector: z.string().optional() });
export const eventSchema = z.object({
  span: spanSchema,
  event: z.enum(PLOVER_TYPES),
  source: z.array(eventActor),
  target: z.array(eventActor),
  mode: z.string().optional(),
  context: z.string().optional(),
});
export type PloverEvent = z.infer<typeof eventSchema>;

/** What `parley read --json` prints: one reading of one report. */
export const readingSchema = z.object({
  id: z.string(),
  process: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  dateline: z.string().nullish(),
  text: z.string(),
  /** ISO 639-1 of the language of the text; a report in another language than English is kept unread. */
  language: z.string().optional(),
  actors: z.array(actorSchema),
  statements: z.array(statementSchema),
  claims: z.array(claimSchema),
  attributions: z.array(attributionSchema).optional(),
  times: z.array(timeSchema).optional(),
  events: z.array(eventSchema).optional(),
  /** Which reader made it: its version and the checksum of its models and lexicons. */
  reader: z.string().optional(),
});
export type Reading = z.infer<typeof readingSchema>;
