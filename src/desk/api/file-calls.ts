// Calls on what leaves the record and comes back: the brief, and an export taken in. The files of other programs' formats stand at addresses of their own.
import { z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { Parley } from '../../parley.js';
import { type Brief, briefSchema } from '../../terms/brief.js';
import { ParleyError } from '../../terms/errors.js';
import { FORMAT_NAMES, FORMATS } from '../../terms/formats.js';
import { importedSchema } from '../../terms/record.js';
import { type Api, call } from './calls.js';
import { orEarlier, sayEarlier } from './earlier.js';
import type { DeskEnv } from './env.js';
import { itemsIn } from './items-in.js';
import { linesOf } from './lines-of.js';
import { processFor } from './scope.js';
import { dayQuery, named, processQuery } from './shapes.js';

/** What a brief is asked for with. */
export const briefQuery = z.object({
  ...processQuery,
  since: dayQuery.unwrap(),
  'as-of': dayQuery,
  unreviewed: z.enum(['true', 'false']).optional(),
  all: z.enum(['true', 'false']).optional(),
});

/** The brief of the process named, else of the one that the pages open. Throws `unknown-process` where there is none. */
export async function briefAsked(
  parley: Parley,
  { process, since, unreviewed, all, ...query }: z.infer<typeof briefQuery>,
): Promise<Brief> {
  const of = await processFor(parley, process);
  return parley.brief(of.id, { since, asOf: query['as-of'], unreviewed: unreviewed === 'true', all: all === 'true' });
}

export function addFileCalls(api: Api): void {
  api.openapi(
    call({
      method: 'get',
      path: '/brief',
      tags: ['boards'],
      summary: 'What changed in a process since a day, slipped, is disputed and is not known; each sentence with its words',
      request: { query: briefQuery },
      says: 'The brief, of reviewed lines only unless `unreviewed=true`; of a long section the weightiest forty sentences unless `all=true`',
      gives: named(orEarlier(briefSchema), 'Brief'),
    }),
    async (c) => {
      const brief = await briefAsked(c.var.parley, c.req.valid('query'));
      return c.json(sayEarlier(c, brief), 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/import',
      tags: ['archive'],
      summary: 'Take in what an export wrote, a JSON object a line; what is here already stays as it is',
      request: { body: { content: { 'application/x-ndjson': { schema: z.string() } } } },
      says: 'How many processes and reports are new, and how many were known',
      gives: named(importedSchema, 'Imported'),
    }),
    async (c) => c.json(await c.var.parley.import(itemsIn(linesOf(c.req.raw.body))), 200),
  );
}

const fileQuery = z.object({ ...processQuery, 'as-of': dayQuery });

/** Throws `bad-request`. */
export function parsedQuery<T extends z.ZodType>(schema: T, query: Readonly<Record<string, string>>): z.infer<T> {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ParleyError('bad-request', issue ? `${issue.path.join('.')}: ${issue.message}` : 'its query');
}

/** Each format at its address, as of a day, by default that of the process; without a process over all reports. */
export function addFiles(pages: Hono<DeskEnv>): void {
  for (const format of FORMAT_NAMES) {
    const { address, type } = FORMATS[format];
    pages.get(address, async (c) => {
      const { process, 'as-of': asOf } = parsedQuery(fileQuery, c.req.query());
      const text = await c.var.parley.write(format, { process, asOf });
      c.header('Content-Type', type);
      if (format !== 'atom') c.header('Content-Disposition', `attachment; filename="${address.slice(1)}"`);
      return c.body(text);
    });
  }
}
