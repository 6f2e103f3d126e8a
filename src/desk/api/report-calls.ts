// Calls on reports: list, one whole, remove, file under a process, sharing mark and grade.
import { z } from '@hono/zod-openapi';
import { type Api, body, call } from './calls.js';
import { dayQuery, gradeShape, listOf, markShape, pagingQuery, processQuery, reportPageShape, reportSummaryShape } from './shapes.js';

const params = z.object({ report: z.string() });
const filing = z.object({ report: z.string(), process: z.string() });
const done = z.object({ done: z.literal(true) });
const tags = ['reports'];

export function addReportCalls(api: Api): void {
  api.openapi(
    call({
      method: 'get',
      path: '/reports',
      tags,
      summary: 'Reports, newest first',
      request: { query: z.object({ ...processQuery, until: dayQuery, ...pagingQuery }) },
      says: 'A page of the list',
      gives: listOf(reportSummaryShape),
    }),
    async (c) => {
      const { items, total } = await c.var.parley.reports.list(c.req.valid('query'));
      return c.json({ items: [...items], total }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/reports/{report}',
      tags,
      summary: 'One report with its reading',
      request: { params },
      says: 'The text, the reading, the reviews and where else it was seen',
      gives: reportPageShape,
    }),
    async (c) => c.json(await c.var.parley.reports.get(c.req.valid('param').report), 200),
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/reports/{report}',
      tags,
      summary: 'Remove a report',
      request: { params },
      says: 'Removed',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.reports.remove(c.req.valid('param').report);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'put',
      path: '/reports/{report}/processes/{process}',
      tags,
      summary: 'File a report under a process',
      request: { params: filing },
      says: 'Filed',
      gives: done,
    }),
    async (c) => {
      const { report, process } = c.req.valid('param');
      await c.var.parley.reports.file(report, process);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/reports/{report}/processes/{process}',
      tags,
      summary: 'Take a report out of a process',
      request: { params: filing },
      says: 'Taken out',
      gives: done,
    }),
    async (c) => {
      const { report, process } = c.req.valid('param');
      await c.var.parley.reports.unfile(report, process);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'put',
      path: '/reports/{report}/mark',
      tags,
      summary: 'Set the sharing mark (TLP 2.0)',
      request: { params, body: body(markShape) },
      says: 'Set',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.reports.setMark(c.req.valid('param').report, c.req.valid('json').mark);
      return c.json({ done: true as const }, 200);
    },
  );
  api.openapi(
    call({
      method: 'put',
      path: '/reports/{report}/grade',
      tags,
      summary: 'Set reliability and credibility (Admiralty code); null takes the grade away',
      request: { params, body: body(gradeShape) },
      says: 'Set',
      gives: done,
    }),
    async (c) => {
      await c.var.parley.reports.setGrade(c.req.valid('param').report, c.req.valid('json').grade);
      return c.json({ done: true as const }, 200);
    },
  );
}
