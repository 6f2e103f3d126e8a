// The way of a review: which report and line come next, what a decision does, and how it is undone.
import type { Context, Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import { decisionSchema, type Queue, type Reviewed, type ReviewState, reviewSchema } from '../../terms/record.js';
import type { DeskEnv } from '../api/env.js';
import { begun, byHandOf } from './by-hand.js';
import { DOUBTS, REJECTIONS, type ReadFrame, readAddress, type Undo } from './decide.js';
import type { Frame } from './frame.js';
import { fieldsOf, versionFrom } from './line-fields.js';
import { page } from './page.js';
import { NothingToRead, ReadPage } from './read-page.js';
import { linesOfReport, type ReportLine } from './report-lines.js';
import { paragraphsWithLines } from './report-text.js';

/** Copies that an address names. */
const MOST_COPIES = 100;
/** Reports looked through for the next one: the newest. */
const LOOKED_AT = 500;

/** `report:line` taken apart at its last colon, because a report's id may hold one. */
function splitRef(line: string): { readonly report: string; readonly id: string } {
  const at = line.lastIndexOf(':');
  return { report: line.slice(0, at), id: line.slice(at + 1) };
}

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

const WORDS: Record<ReviewState, string> = {
  accepted: 'Accepted',
  edited: 'Edited',
  rejected: 'Rejected',
  unverifiable: 'Marked unverifiable',
  unread: 'Taken back',
};

async function undoOf(c: Context<DeskEnv>, report: string): Promise<Undo | null> {
  const did = reviewSchema.shape.state.safeParse(c.req.query('did'));
  const lines = c.req.queries('decided') ?? [];
  const changes = (c.req.queries('undo') ?? []).map(Number).filter(Number.isSafeInteger);
  if (!did.success || changes.length === 0) return null;
  const copies = (await c.var.parley.lines((c.req.queries('copy') ?? []).slice(0, MOST_COPIES))).map(({ citation }) => citation);
  return {
    report: c.req.query('of') || report,
    lines,
    changes,
    copies,
    did: lines.length < 2 ? WORDS[did.data] : `${WORDS[did.data]}: ${lines.length} lines`,
  };
}

/** Items of the queue that a page looks at: enough to say what the line under review decides. */
const QUEUED = 200;

const queueFor = (c: Context<DeskEnv>, frame: Frame, limit: number): Promise<Queue> =>
  c.var.parley.queue({ process: frame.process?.id, until: frame.asOf, limit });

async function show(c: Context<DeskEnv>, plain: Frame): Promise<Response> {
  const asked = c.req.query('report') || undefined;
  const frame = { ...plain, queued: asked === undefined || c.req.query('queue') === 'yes' };
  const queue = await queueFor(c, frame, QUEUED);
  const first = queue.items[0] === undefined ? null : splitRef(queue.items[0].line);
  const id = asked ?? first?.report ?? null;
  if (id === null) return page(c, <NothingToRead frame={frame} />);
  const report = await c.var.parley.reports.get(id);
  const lines = linesOfReport(report);
  const paragraphs = paragraphsWithLines(report.report, lines);
  const wanted = c.req.query('line') ?? (asked === undefined ? first?.id : undefined);
  const named = lines.find((line) => line.id === wanted);
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
      queue={queue}
      making={byHandOf(report.report.text, c.req.query('make') || undefined, c.req.query('words'))}
      undo={await undoOf(c, id)}
      open={c.req.query('edit') === 'fields' ? 'edit' : c.req.query('edit') === 'speaker' ? 'speaker' : 'decide'}
      next={next === null ? null : readAddress(frame, next)}
    />,
  );
}

/** The fields of a form as text; undefined where one was not sent. */
interface Sent {
  one(name: string): string | undefined;
  all(name: string): readonly string[];
}

async function sentOf(c: Context<DeskEnv>): Promise<Sent> {
  const form = await c.req.parseBody({ all: true });
  const all = (name: string): string[] => [form[name]].flat().filter((value): value is string => typeof value === 'string');
  return { all, one: (name) => all(name)[0] };
}

/** To the next line to decide on, with what was done and how to undo it in the address. */
async function movedOn(
  c: Context<DeskEnv>,
  frame: ReadFrame,
  report: string,
  ids: readonly string[],
  done: readonly Reviewed[],
  state: ReviewState,
): Promise<Response> {
  const ahead = frame.queued && state !== 'unread' ? (await queueFor(c, frame, 1)).items[0] : undefined;
  const lines = linesOfReport(await c.var.parley.reports.get(report));
  // What was taken back is looked at again; what was decided moves on by itself.
  const line = state === 'unread' ? lines.find(({ id }) => id === ids[0]) : nextLine(lines, ids);
  const on = ahead === undefined || ahead.decides === null ? { report, id: line?.id } : splitRef(ahead.line);
  const to = new URL(readAddress(frame, on.report, on.id), c.req.url);
  const changes = done.flatMap((reviewed) => reviewed.changes);
  if (changes.length > 0) {
    to.searchParams.set('did', state);
    if (on.report !== report) to.searchParams.set('of', report);
    for (const id of ids) to.searchParams.append('decided', id);
    for (const { line: decided } of changes) if (!ids.some((id) => decided === `${report}:${id}`)) to.searchParams.append('copy', decided);
    for (const { seq } of changes) to.searchParams.append('undo', String(seq));
  }
  return c.redirect(`${to.pathname}${to.search}${to.hash}`, 303);
}

async function decide(c: Context<DeskEnv>, frame: ReadFrame, sent: Sent): Promise<Response> {
  const state = decisionSchema.shape.state.safeParse(sent.one('state'));
  const report = sent.one('report') ?? '';
  const ids = sent.all('line');
  if (!state.success || ids.length === 0) throw new ParleyError('bad-request', 'no decision on a line was sent');
  const reason =
    state.data === 'rejected'
      ? sent.one('rejection') || REJECTIONS[0]
      : state.data === 'unverifiable'
        ? sent.one('doubt') || DOUBTS[0]
        : undefined;
  const done: Reviewed[] = [];
  for (const id of ids) done.push(await c.var.parley.review(`${report}:${id}`, { state: state.data, reason }));
  return movedOn(c, frame, report, ids, done, state.data);
}

async function edit(c: Context<DeskEnv>, frame: ReadFrame, sent: Sent): Promise<Response> {
  const [report = '', id = ''] = [sent.one('report'), sent.one('line')];
  const { reading } = await c.var.parley.reports.get(report);
  const line = reading?.claims.find((claim) => claim.id === id) ?? reading?.statements.find((statement) => statement.id === id);
  if (!reading || !line) throw new ParleyError('unknown-line', JSON.stringify(`${report}:${id}`));
  const done = await c.var.parley.edit(`${report}:${id}`, versionFrom(line, fieldsOf(line), sent.one, reading));
  return movedOn(c, frame, report, [id], [done], 'edited');
}

async function make(c: Context<DeskEnv>, frame: ReadFrame, sent: Sent): Promise<Response> {
  const report = sent.one('report') ?? '';
  const { reading } = await c.var.parley.reports.get(report);
  if (reading === null) throw new ParleyError('unknown-report', JSON.stringify(report));
  const { kind = null, words = null } = byHandOf(reading.text, sent.one('make'), sent.one('words')) ?? {};
  if (kind === null || words === null) throw new ParleyError('bad-request', 'no words or no kind was chosen');
  const done = await c.var.parley.make(report, versionFrom(begun(kind, words, reading), fieldsOf(kind), sent.one, reading));
  return movedOn(c, frame, report, [splitRef(done.line).id], [done], 'accepted');
}

async function undo(c: Context<DeskEnv>, frame: ReadFrame, sent: Sent): Promise<Response> {
  const changes = sent.all('change').map(Number);
  if (changes.length === 0 || !changes.every(Number.isSafeInteger)) throw new ParleyError('bad-request', 'no change to undo was sent');
  await c.var.parley.undo(changes);
  return c.redirect(readAddress(frame, sent.one('report') ?? '', sent.one('line')), 303);
}

export function addReading(
  app: Hono<DeskEnv>,
  frameOf: (c: Context<DeskEnv>, scope?: { process?: string; asOf?: string }) => Promise<Frame>,
): void {
  app.get('/read', async (c) => show(c, await frameOf(c)));
  const posts: Readonly<Record<string, typeof decide>> = { '/read': decide, '/read/edit': edit, '/read/make': make, '/read/undo': undo };
  for (const [path, does] of Object.entries(posts))
    app.post(path, async (c) => {
      const sent = await sentOf(c);
      const [process, asOf] = [sent.one('process') || undefined, sent.one('as-of') || undefined];
      const frame = await frameOf(c, { ...(process !== undefined && { process }), ...(asOf !== undefined && { asOf }) });
      return does(c, { ...frame, queued: sent.one('queue') === 'yes' }, sent);
    });
}
