// What the record gives out: processes, reports with their readings and reviews, actors, and what a search finds.
import { z } from 'zod';
import { gradeSchema, markSchema } from './marks.js';
import { CLAIM_KINDS, claimSchema, readingSchema, statementSchema, VOICES } from './reading.js';
import { reportSchema } from './report.js';
import { spanSchema } from './span.js';

export const processSchema = z.object({
  /** A short word made from the name, the same for ever: "syria-geneva-talks-2014". */
  id: z.string(),
  name: z.string(),
  /** The day (YYYY-MM-DD) up to which its boards look; null: up to now. */
  asOf: z.string().nullable(),
  /** True for the process that Parley brings along. */
  demo: z.boolean(),
  /** When it was made, ISO 8601 in UTC. */
  created: z.string(),
  /** How many reports it holds that the caller may see. */
  reports: z.number().int(),
});
export type Process = z.infer<typeof processSchema>;

export const REVIEW_STATES = ['unread', 'accepted', 'edited', 'rejected', 'unverifiable'] as const;
export const reviewSchema = z.object({
  /** `report:statement` or `report:claim`. */
  line: z.string(),
  state: z.enum(REVIEW_STATES),
  by: z.string().nullable(),
  at: z.string().nullable(),
  /** Why it was rejected or cannot be verified. */
  reason: z.string().optional(),
});
export type Review = z.infer<typeof reviewSchema>;
export type ReviewState = Review['state'];
/** What a person decides on a line; `unread` takes a decision back. A reason is needed to reject and for what cannot be verified. */
export const decisionSchema = z.object({
  state: z.enum(['unread', 'accepted', 'rejected', 'unverifiable']),
  reason: z.string().max(500).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;
/** What a call that changes lines gives back: how the line was before, and the changes it made (numbers in the history), those of its twins in copies included. */
export const reviewedSchema = reviewSchema.extend({ changes: z.array(z.object({ seq: z.number().int(), line: z.string() })) });
export type Reviewed = z.infer<typeof reviewedSchema>;
/** A line as somebody or the reader has it: a claim or a statement. */
export const lineVersionSchema = z.union([claimSchema, statementSchema]);
export type LineVersion = z.infer<typeof lineVersionSchema>;
/** Lines that nobody has reviewed, and in how many reports. */
export const waitingSchema = z.object({ lines: z.number().int(), reports: z.number().int() });
export type Waiting = z.infer<typeof waitingSchema>;

/** An unread line in the queue, and what of a board it decides (null: nothing). */
export const queueItemSchema = z.object({
  /** `report:statement` or `report:claim`. */
  line: z.string(),
  decides: z.enum(['next round', 'stalled', 'due', 'disputed']).nullable(),
  /** How sure the reader was; null where it did not say. */
  probability: z.number().nullable(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;
/** What still needs eyes, in the order to look at it. */
export const queueSchema = z.object({
  items: z.array(queueItemSchema),
  /** Unread lines that a board hangs on, and all unread lines. */
  deciding: z.number().int(),
  total: z.number().int(),
  /** On whose desk they lie: that of whoever began the report; null: nobody's yet. */
  desks: z.array(z.object({ reader: z.string().nullable(), lines: z.number().int(), reports: z.number().int() })),
});
export type Queue = z.infer<typeof queueSchema>;

/** When the reader's visit before this one ended, ISO 8601 in UTC; null: this is the first. */
export const visitSchema = z.object({ since: z.string().nullable() });
export type Visit = z.infer<typeof visitSchema>;
/** What reports added since a moment changed of a process. */
export const changedSchema = z.object({
  since: z.string(),
  /** How many reports were added. */
  reports: z.number().int(),
  items: z.array(
    z.object({
      of: z.enum(['round', 'standing', 'access', 'commitment', 'line']),
      about: z.string(),
      /** How it stood; null: it was not known. */
      before: z.string().nullable(),
      now: z.string(),
      /** References, the one that says so first. */
      evidence: z.array(z.string()),
    }),
  ),
});
export type Changed = z.infer<typeof changedSchema>;

/** The same text seen again elsewhere: another outlet, another address. */
export const sightingSchema = z.object({
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  from: z.string().nullable(),
  at: z.string(),
});

export const reportSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  /** EDTF. */
  published: z.string().nullable(),
  dateline: z.string().nullable(),
  credit: z.string().nullable(),
  language: z.string().nullable(),
  format: reportSchema.shape.format,
  url: z.string().nullable(),
  from: z.string().nullable(),
  mark: markSchema,
  grade: gradeSchema.nullable(),
  /** When it was added, ISO 8601 in UTC, and by whom. */
  added: z.string(),
  by: z.string(),
  /** Ids of the processes it belongs to. */
  processes: z.array(z.string()),
  words: z.number().int(),
  statements: z.number().int(),
  claims: z.number().int(),
  /** Lines (statements and claims) that nobody has reviewed. */
  unread: z.number().int(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/** One report whole: its text, its reading (null: kept unread) and the state of each line. */
export const reportPageSchema = z.object({
  summary: reportSummarySchema,
  report: reportSchema,
  reading: readingSchema.nullable(),
  /** Only lines that somebody has reviewed; the others are unread. */
  reviews: z.array(reviewSchema),
  /** Lines that somebody edited, with the reader's version, and those made by hand (null). The reading has them as they stand. */
  edits: z.array(z.object({ line: z.string(), read: lineVersionSchema.nullable() })),
  sightings: z.array(sightingSchema),
  /** The actors of the record that the actors of the reading are: local id or name to id in the record. */
  actors: z.record(z.string(), z.string()),
});
export type ReportPage = z.infer<typeof reportPageSchema>;

/** A statement or claim with what is needed to cite it. */
export const citationSchema = z.object({
  /** `report:statement` or `report:claim`. */
  line: z.string(),
  report: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  spans: z.array(spanSchema),
  /** The words at the spans, piece by piece. */
  words: z.array(z.string()),
  /** Who says so: null where the report itself does, or no source is given. */
  speaker: z.string().nullable(),
  voice: z.enum(VOICES).nullable(),
  review: z.enum(REVIEW_STATES),
  /** The report that holds the newer text of the same address, where these words no longer stand at their place in it: they are never looked for elsewhere. */
  orphanedBy: z.string().optional(),
});
export type Citation = z.infer<typeof citationSchema>;
const citedActors = z.record(z.string(), z.object({ id: z.string(), name: z.string() }));
/** A line with its citation: one of the two is null. `actors` tells who the names and ids in it are in the record. */
export const citedLineSchema = z.object({
  citation: citationSchema,
  statement: statementSchema.nullable(),
  claim: claimSchema.nullable(),
  actors: citedActors,
});
export type CitedLine = z.infer<typeof citedLineSchema>;

export const actorSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  /** All names in reports the caller may see, the most frequent first. */
  names: z.array(z.string()),
  reports: z.number().int(),
  statements: z.number().int(),
  claims: z.number().int(),
});
export type ActorSummary = z.infer<typeof actorSummarySchema>;

/** An actor that may be the same as another, and what speaks for it. */
export const alikeSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The name by which it is alike. */
  called: z.string(),
  why: z.enum(['shared name', 'same sound']),
  reports: z.number().int(),
});
export type Alike = z.infer<typeof alikeSchema>;

export const actorPageSchema = z.object({
  actor: actorSummarySchema,
  /** Actors that somebody merged into this one, with the name each had. */
  joined: z.array(z.object({ id: z.string(), name: z.string() })),
  names: z.array(z.object({ name: z.string(), reports: z.array(z.string()) })),
  /** What the actor said, newest first, at most the number asked for. */
  statements: z.array(z.object({ statement: statementSchema, citation: citationSchema })),
  /** Where the actor is meant, newest first, with the actor's part in the claim ("from", "on", "party"). */
  claims: z.array(z.object({ claim: claimSchema, parts: z.array(z.string()), citation: citationSchema, actors: citedActors })),
});
export type ActorPage = z.infer<typeof actorPageSchema>;

export const searchHitSchema = z.object({
  /** What was found: words of the report, of a statement, or the words a claim rests on. */
  found: z.enum(['text', 'statement', 'claim']),
  report: reportSummarySchema.pick({ id: true, title: true, publisher: true, published: true }),
  /** The line, where it is one. */
  line: z.string().nullable(),
  kind: z.enum(CLAIM_KINDS).nullable(),
  speaker: z.string().nullable(),
  /** Words around the first match, and all matches in them as spans of the excerpt. */
  excerpt: z.string(),
  matches: z.array(spanSchema),
  /** Where the excerpt stands in the report's text. */
  span: spanSchema,
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** One change of the record: who did what, when. `data` holds all that replaying it needs. */
export const changeSchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  by: z.string(),
  what: z.string(),
  /** The process, report or line it is about. */
  about: z.string(),
  data: z.record(z.string(), z.json()),
});
export type Change = z.infer<typeof changeSchema>;

/** What `export` gives, a line each: processes, then reports with their readings and reviews. */
export const exportedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('process'), process: processSchema }),
  z.object({ type: z.literal('report'), page: reportPageSchema }),
]);
export type Exported = z.infer<typeof exportedSchema>;

/** What `import` took in: new processes, new reports, and how many of both were here already. */
export const importedSchema = z.object({ processes: z.number().int(), reports: z.number().int(), known: z.number().int() });
export type Imported = z.infer<typeof importedSchema>;
