// What the desk of the demo decided on its lines: each decision is tied to words of a report, so that it holds for whatever line the reader makes of them.
import { z } from 'zod';
import { CLAIM_KINDS, type Claim, claimSchema } from '../terms/reading.js';
import type { ReportPage } from '../terms/record.js';
import { overlapOf, type Span } from '../terms/span.js';
import type { Parley } from './contract.js';

const value = z.union([z.string(), z.array(z.string()), z.null()]);
const fields = z.record(z.string(), value);
export const demoReviewSchema = z.object({
  /** The file of the report. */
  report: z.string(),
  kind: z.enum(CLAIM_KINDS),
  /** Words of the report. */
  words: z.string(),
  /** Only a line with these fields is meant. */
  where: fields.optional(),
  /** What the words say: a line that says so is accepted, one that doesn't is edited, and where there is none it is made. */
  holds: fields.optional(),
  /** Why a line on these words is wrong. */
  reject: z.string().optional(),
});
export type DemoReview = z.infer<typeof demoReviewSchema>;

/** How many lines were accepted, rejected, edited and made, and how many decisions found nothing to decide on. */
export interface DemoReviewed {
  readonly accepted: number;
  readonly rejected: number;
  readonly edited: number;
  readonly made: number;
  readonly idle: number;
}

/** A line rests on the words where half of the shorter of both is in the other. */
const SHARED = 0.5;
const lengthOf = ([start, end]: Span): number => end - start;

function restsOn(claim: Claim, words: Span): boolean {
  return claim.evidence.some((span) => overlapOf(span, words) >= SHARED * Math.min(lengthOf(span), lengthOf(words)));
}

/** What stands in a field, or is carried over into it. */
function heldIn(claim: Claim, name: string): unknown {
  const stated = (claim as Readonly<Record<string, unknown>>)[name];
  const carried = (claim.inferred as Readonly<Record<string, { readonly value: string } | undefined>> | undefined)?.[name]?.value;
  return stated ?? carried ?? null;
}

/** Two values are the same where they are equal, or names of one actor of the record. */
function isSame(a: unknown, b: unknown, actors: ReportPage['actors']): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isSame(one, b[i], actors));
  if (a === b) return true;
  return typeof a === 'string' && typeof b === 'string' && actors[a] !== undefined && actors[a] === actors[b];
}

const agreeing = (claim: Claim, wanted: z.infer<typeof fields>, actors: ReportPage['actors']): number =>
  Object.entries(wanted).filter(([name, one]) => isSame(heldIn(claim, name), one, actors)).length;

/** The line with the fields in the place of its own. */
function withFields(claim: object, wanted: z.infer<typeof fields>, { reading }: ReportPage): Claim {
  const ref = (name: string): string => reading?.actors.find(({ names }) => names.includes(name))?.id ?? name;
  const put = Object.entries(wanted).map(([name, one]) => [name, Array.isArray(one) ? one.map(ref) : one === null ? one : ref(one)]);
  return claimSchema.parse({ ...claim, ...Object.fromEntries(put) });
}

/** Decides as the desk of the demo did; `reports` gives the id of each file. What was decided so before stays so. */
export async function reviewDemo(
  parley: Parley,
  decisions: readonly DemoReview[],
  reports: ReadonlyMap<string, string>,
): Promise<DemoReviewed> {
  const done = { accepted: 0, rejected: 0, edited: 0, made: 0, idle: 0 };
  for (const { report, kind, words, where, holds, reject } of decisions) {
    const id = reports.get(report);
    const page = id === undefined ? null : await parley.reports.get(id);
    const start = page?.report.text.indexOf(words) ?? -1;
    if (id === undefined || page === null || page.reading === null || start < 0) {
      done.idle++;
      continue;
    }
    const span: Span = [start, start + words.length];
    const decided = new Map(page.reviews.map(({ line, state }) => [line, state]));
    const lines = page.reading.claims.filter(
      (claim) =>
        claim.kind === kind && restsOn(claim, span) && agreeing(claim, where ?? {}, page.actors) === Object.keys(where ?? {}).length,
    );
    if (reject !== undefined) {
      for (const line of lines) {
        await parley.review(`${id}:${line.id}`, { state: 'rejected', reason: reject });
        done.rejected++;
      }
      if (lines.length === 0) done.idle++;
      continue;
    }
    const wanted = holds ?? {};
    const open = lines.filter((line) => decided.get(`${id}:${line.id}`) !== 'rejected');
    const [best] = [...open].sort((a, b) => agreeing(b, wanted, page.actors) - agreeing(a, wanted, page.actors));
    if (best === undefined) {
      await parley.make(id, withFields({ id: 'made', kind, evidence: [[...span]], voice: null }, wanted, page));
      done.made++;
    } else if (agreeing(best, wanted, page.actors) === Object.keys(wanted).length) {
      await parley.review(`${id}:${best.id}`, { state: 'accepted' });
      done.accepted++;
    } else {
      // A line that rests on less than half of the words gets them.
      const short = best.evidence.reduce((sum, one) => sum + lengthOf(one), 0) < lengthOf(span) / 2;
      await parley.edit(`${id}:${best.id}`, withFields(short ? { ...best, evidence: [[...span]] } : best, wanted, page));
      done.edited++;
    }
  }
  return done;
}
