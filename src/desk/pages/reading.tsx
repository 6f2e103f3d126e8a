// The way of a review: which report and line come next, what a decision does, and how it is undone.
import type { Context, Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import { type Decision, decisionSchema } from '../../terms/record.js';
import type { DeskEnv } from '../api/env.js';
import { DOUBTS, REJECTIONS, readAddress, type Undo } from './decide.js';
import type { Frame } from './frame.js';
import { page } from './page.js';
import { NothingToRead, ReadPage } from './read-page.js';
import { linesOfReport, type ReportLine } from './report-lines.js';
import { paragraphsWithLines } from './report-text.js';

/** Reports looked through for the next one: the newest. */
const LOOKED_AT = 500;

/** The next report that has unread lines, the newest first; another than `not`. */
async function nextReport(c: Context<DeskEnv>, frame: Frame, not?: string): Promise<string | null> {
  const { items } = await c.var.parley.reports.list({ process: frame.process?.id, until: frame.asOf, limit: LOOKED_AT });
  return items.find(({ id, unread }) => unread > 0 && id !== not)?.id ?? null;
}

/** After a decision: the first unread line after it in the order of the report, else the first unread one. */
function nextLine(lines: readonly ReportLine[], after: readonly string[]): ReportLine | undefined {
  const last = Math.max(-1, ...after.map((id) => lines.findIndex((line) => line.id === id)));
  const unread = (line: ReportLine): boolean => line.review === 'unread';
  return lines.slice(last + 1).find(unread) ?? lines.find(unread);
}

const WORDS: Record<Decision['state'], string> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  unverifiable: 'Marked unverifiable',
  unread: 'Taken back',
};

function undoOf(c: Context<DeskEnv>): Undo | null {
  const did = decisionSchema.shape.state.safeParse(c.req.query('did'));
  const lines = c.req.queries('undo') ?? [];
  if (!did.success || did.data === 'unread' || lines.length === 0) return null;
  return { lines, did: lines.length === 1 ? WORDS[did.data] : `${WORDS[did.data]}: ${lines.length} lines` };
}

async function show(c: Context<DeskEnv>, frame: Frame): Promise<Response> {
  const asked = c.req.query('report') || undefined;
  const id = asked ?? (await nextReport(c, frame));
  if (id === null) return page(c, <NothingToRead frame={frame} />);
  const report = await c.var.parley.reports.get(id);
  const lines = linesOfReport(report);
  const paragraphs = paragraphsWithLines(report.report, lines);
  const named = lines.find((line) => line.id === c.req.query('line'));
  const current = named ?? nextLine(lines, []) ?? null;
  const beside = paragraphs.find((paragraph) => paragraph.beside.some((line) => line.id === current?.id))?.beside ?? [];
  const rest = beside.filter(({ review }) => review === 'unread');
  const next = await nextReport(c, frame, id);
  return page(
    c,
    <ReadPage
      frame={frame}
      page={report}
      lines={lines}
      paragraphs={paragraphs}
      current={current}
      rest={c.req.query('rest') === 'yes' && rest.length > 0 ? rest : null}
      waiting={await c.var.parley.waiting({ process: frame.process?.id, until: frame.asOf })}
      undo={undoOf(c)}
      next={next === null ? null : readAddress(frame, next)}
    />,
  );
}

async function decide(c: Context<DeskEnv>, frame: Frame): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  const state = decisionSchema.shape.state.safeParse(form.state);
  const report = text('report');
  const ids = [form.line].flat().filter((id): id is string => typeof id === 'string');
  if (!state.success || ids.length === 0) throw new ParleyError('bad-request', 'no decision on a line was sent');
  const reason =
    state.data === 'rejected' ? text('rejection') || REJECTIONS[0] : state.data === 'unverifiable' ? text('doubt') || DOUBTS[0] : undefined;
  for (const id of ids) await c.var.parley.review(`${report}:${id}`, { state: state.data, reason });
  const lines = linesOfReport(await c.var.parley.reports.get(report));
  // What was taken back is looked at again; what was decided moves on by itself.
  const line = state.data === 'unread' ? lines.find(({ id }) => id === ids[0]) : nextLine(lines, ids);
  const to = new URL(readAddress(frame, report, line?.id), c.req.url);
  if (state.data !== 'unread') {
    to.searchParams.set('did', state.data);
    for (const id of ids) to.searchParams.append('undo', id);
  }
  return c.redirect(`${to.pathname}${to.search}${to.hash}`, 303);
}

export function addReading(
  app: Hono<DeskEnv>,
  frameOf: (c: Context<DeskEnv>, scope?: { process?: string; asOf?: string }) => Promise<Frame>,
): void {
  app.get('/read', async (c) => show(c, await frameOf(c)));
  app.post('/read', async (c) => {
    const form = await c.req.parseBody();
    const text = (name: string): string | undefined => (typeof form[name] === 'string' && form[name] !== '' ? form[name] : undefined);
    const [process, asOf] = [text('process'), text('as-of')];
    return decide(c, await frameOf(c, { ...(process !== undefined && { process }), ...(asOf !== undefined && { asOf }) }));
  });
}
