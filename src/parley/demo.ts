// The process that a first start brings: made-up outlets, public facts; added once, removable whole, and not brought back by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ParleyError } from '../terms/errors.js';
import type { Process } from '../terms/record.js';
import type { AddCall, Parley } from './contract.js';
import { type DemoReviewed, demoReviewSchema, reviewDemo } from './demo-reviews.js';

const FOLDER = new URL('../../data/demo/', import.meta.url);

/** Files that are no report. */
const OF_THE_WHOLE = new Set(['process.json', 'reviews.json']);
/** Who reviewed the demo. */
const REVIEWER = 'demo desk';

const demoProcessSchema = z.object({ name: z.string(), asOf: z.string() });
const demoReportSchema = z.object({
  id: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  dateline: z.string().optional(),
  url: z.string().optional(),
  text: z.string(),
});

const parsed = <T>(schema: z.ZodType<T>, file: string): T => schema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));

/** What the history says of the demo: never made, made but not finished, finished, or removed by somebody. */
async function stateOf(
  parley: Parley,
): Promise<{ readonly state: 'never' | 'begun' | 'there' | 'gone'; readonly process: Process | null }> {
  const made = (await parley.history({ what: 'process-made', limit: 1000 })).items.find(({ data }) => data.demo === true);
  if (!made) return { state: 'never', process: null };
  const process = (await parley.processes.list()).find(({ id }) => id === made.about) ?? null;
  if (!process) return { state: 'gone', process };
  // Its day is set last of all.
  const { total } = await parley.history({ what: 'process-day-set', about: made.about, limit: 1 });
  return { state: total > 0 ? 'there' : 'begun', process };
}

/**
 * Adds the demo: its process and its reports in the order of their files, what its desk decided on their lines, then the day it is opened at. What a crash left half done is
 * finished. Nothing happens where it was added before, also when somebody has removed it since, unless `again` is asked for, nor where
 * somebody's own process has its name. Gives the process, or null where nothing was done. Throws what stops an adding.
 */
export async function addDemo(
  parley: Parley,
  { again = false, onReviewed, ...call }: AddCall & { readonly again?: boolean; readonly onReviewed?: (done: DemoReviewed) => void } = {},
): Promise<Process | null> {
  const { name, asOf } = parsed(demoProcessSchema, 'process.json');
  const found = await stateOf(parley);
  if (!again && (found.state === 'there' || found.state === 'gone')) return null;
  if (found.process === null && (await parley.processes.list()).some((one) => one.name.toLowerCase() === name.toLowerCase())) return null;
  const process = found.process ?? (await parley.processes.create(name, { demo: true }));
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json') && !OF_THE_WHOLE.has(file))
    .sort();
  const reports = new Map<string, string>();
  for (const file of files) {
    const { text, id, ...about } = parsed(demoReportSchema, file);
    const run = await parley.add([{ kind: 'text', text, name: file, id }], { ...call, ...about, processes: [process.id] });
    const error = run.error ?? run.results.find((result) => result.error)?.error;
    if (error) throw new ParleyError(error.code, error.value);
    reports.set(file, run.results[0]?.id ?? '');
  }
  const reviewer = parley.as({ ...parley.reader, reader: REVIEWER });
  const done = await reviewDemo(reviewer, parsed(z.array(demoReviewSchema), 'reviews.json'), reports);
  onReviewed?.(done);
  return parley.processes.setAsOf(process.id, asOf);
}
