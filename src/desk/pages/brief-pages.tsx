// The addresses of the brief: the page, and the files it is handed on as.
import type { Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import type { DeskEnv } from '../api/env.js';
import { briefAsked, briefQuery, parsedQuery } from '../api/file-calls.js';
import { lineOf, reportAddress } from './addresses.js';
import { BriefPage } from './brief-page.js';
import { citedFor } from './cite.js';
import { frameOf } from './frame.js';
import { page } from './page.js';
import type { PageSettings } from './routes.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A brief that is asked for without a day looks back a week. */
const WEEK = 7 * 86_400_000;

export function addBriefPages(pages: Hono<DeskEnv>, { assets, now }: PageSettings): void {
  pages.get('/brief', async (c) => {
    const frame = await frameOf(c, assets, now);
    if (frame.process === null) throw new ParleyError('unknown-process', '(none yet)');
    const since = new Date(Date.parse(`${frame.day}T00:00:00Z`) - WEEK).toISOString().slice(0, 10);
    const asked = parsedQuery(briefQuery, { since, 'as-of': frame.day, ...c.req.query(), process: frame.process.id });
    const brief = await briefAsked(c.var.parley, asked);
    const cited = await citedFor(
      c.var.parley,
      brief.notes.map(({ ref }) => [ref]),
    );
    return page(c, <BriefPage frame={frame} brief={brief} cited={cited} />);
  });
  pages.get('/brief.txt', async (c) => {
    const brief = await briefAsked(c.var.parley, parsedQuery(briefQuery, c.req.query()));
    const { briefText } = await import('../../parley/brief-files.js');
    return c.text(briefText(brief));
  });
  pages.get('/brief.html', async (c) => {
    const brief = await briefAsked(c.var.parley, parsedQuery(briefQuery, c.req.query()));
    const { briefHtml } = await import('../../parley/brief-files.js');
    // It carries its style inside, which the desk's own pages may not: it is saved, not shown here.
    c.header('Content-Disposition', 'attachment; filename="brief.html"');
    return c.html(briefHtml(brief, (report, ref) => new URL(reportAddress(report, lineOf(ref)), c.req.url).href));
  });
  pages.get('/brief.docx', async (c) => {
    const brief = await briefAsked(c.var.parley, parsedQuery(briefQuery, c.req.query()));
    const { briefDocx } = await import('../../parley/brief-files.js');
    c.header('Content-Type', WORD);
    c.header('Content-Disposition', 'attachment; filename="brief.docx"');
    return c.body(new Uint8Array(await briefDocx(brief)));
  });
}
