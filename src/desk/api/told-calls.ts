// Calls on what the study tells: the rounds, the access ladders, what is due, who is who, origins, lines; and the words behind references.
import { z } from '@hono/zod-openapi';
import { TOLD, type Told } from '../../parley.js';
import { CLAIM_KINDS } from '../../terms/reading.js';
import { citedLineSchema } from '../../terms/record.js';
import { accessSheetSchema, dueSheetSchema, linesSheetSchema, originsSchema, talksSheetSchema, whoSchema } from '../../terms/study.js';
import { type Api, body, call } from './calls.js';
import { orEarlier, sayEarlier } from './earlier.js';
import { influenceOf, influenceSchema } from './influence.js';
import { expectedProcess } from './scope.js';
import { dayQuery, named, pagingQuery, processQuery } from './shapes.js';

const query = z.object({ ...processQuery, 'as-of': dayQuery });
const tags = ['study'];

const SHEETS: Readonly<Record<Told, z.ZodType<Record<string, unknown>>>> = {
  talks: named(orEarlier(talksSheetSchema), 'Talks'),
  access: named(orEarlier(accessSheetSchema), 'Access'),
  due: named(orEarlier(dueSheetSchema), 'Due'),
  who: named(orEarlier(whoSchema), 'Who'),
  origins: named(orEarlier(originsSchema), 'Origins'),
  lines: named(orEarlier(linesSheetSchema), 'Lines'),
};

/** What is told, checked once for as long as it is kept: the sheet of a large record is long. */
const checkedSheets = new WeakMap<object, Record<string, unknown>>();
function checked(what: Told, told: Record<string, unknown>): Record<string, unknown> {
  const sheet = checkedSheets.get(told) ?? SHEETS[what].parse(told);
  checkedSheets.set(told, sheet);
  return sheet;
}

/** The pages whose JSON twin is a sheet, each with what it is for. */
const TWINS = {
  talks: 'Rounds of talks with the standing of each party',
  access: 'Access ladders and blame, by place',
  due: 'Undertakings with what came of them, and silence',
  origins: 'Which reports are one dispatch',
  lines: 'Claims that are about the same thing, and contradictions',
} as const;

export function addToldCalls(api: Api): void {
  for (const what of ['talks', 'access', 'due', 'origins', 'lines'] as const) {
    api.openapi(
      call({
        method: 'get',
        path: `/${what}`,
        tags,
        summary: TWINS[what],
        request: { query },
        says: 'As of a day, by default that of the process; without a process of the one that the pages open',
        gives: SHEETS[what],
      }),
      async (c) => {
        const asked = c.req.valid('query');
        const process = asked.process === undefined ? expectedProcess(await c.var.parley.processes.list()) : { id: asked.process };
        const told = await c.var.parley.tell(what, { process: process?.id, asOf: asked['as-of'] });
        return c.json(sayEarlier(c, checked(what, told)), 200);
      },
    );
  }
  api.openapi(
    call({
      method: 'get',
      path: '/influence',
      tags,
      summary: 'Who presses whom, through whom and for what, and the ties between them',
      request: { query },
      says: 'The map: actors and arrows, each with its words',
      gives: named(orEarlier(influenceSchema), 'Influence'),
    }),
    async (c) => {
      const asked = c.req.valid('query');
      const process = asked.process === undefined ? expectedProcess(await c.var.parley.processes.list()) : { id: asked.process };
      const influence = await influenceOf(c.var.parley, { process: process?.id, asOf: asked['as-of'] });
      return c.json(sayEarlier(c, influence), 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/told/{what}',
      tags,
      summary: 'What the study tells: talks, access, due, who, origins or lines; without a process over all reports',
      request: {
        params: z.object({ what: z.enum(TOLD) }),
        query: query.extend({ kinds: z.string().optional(), limit: pagingQuery.limit }),
      },
      says: 'The sheet, as of a day, by default that of the process',
      gives: z.union([SHEETS.talks, SHEETS.access, SHEETS.due, SHEETS.who, SHEETS.origins, SHEETS.lines]),
    }),
    async (c) => {
      const asked = c.req.valid('query');
      const { what } = c.req.valid('param');
      const kinds = asked.kinds?.split(',').flatMap((kind) => CLAIM_KINDS.find((known) => known === kind) ?? []);
      const told = await c.var.parley.tell(what, { process: asked.process, asOf: asked['as-of'], kinds, limit: asked.limit });
      return c.json(sayEarlier(c, checked(what, told)), 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/cited',
      tags: ['lines'],
      summary: 'The words behind references (`report:line`); those that cannot be seen are left out',
      request: { body: body(z.object({ lines: z.array(z.string()).max(5000) }).openapi('References')) },
      says: 'The lines with their citations',
      gives: z.object({ items: z.array(named(citedLineSchema, 'CitedLine')), total: z.number().int() }),
    }),
    async (c) => {
      const items = [...(await c.var.parley.lines(c.req.valid('json').lines))];
      return c.json({ items, total: items.length }, 200);
    },
  );
}
