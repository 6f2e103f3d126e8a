// The pages: each asks the record what its JSON twin asks, and draws it.
import type { Context, Hono } from 'hono';
import { ParleyError } from '../../terms/errors.js';
import type { Watch } from '../../terms/watching.js';
import type { Assets } from '../api/assets.js';
import { litRules } from '../api/assets.js';
import type { DeskEnv } from '../api/env.js';
import { influenceOf } from '../api/influence.js';
import { todayOf } from '../api/today.js';
import { AccessPage } from './access-page.js';
import { ActorPage } from './actor-page.js';
import { AddPage } from './add-page.js';
import { sendAdding } from './adding-stream.js';
import { scoped } from './addresses.js';
import { CHANGED_SHOWN } from './changed.js';
import { citedFor } from './cite.js';
import { coursesOf } from './courses.js';
import { DuePage } from './due-page.js';
import { type Frame, frameOf } from './frame.js';
import { ICON } from './icon.js';
import { InfluencePage } from './influence-page.js';
import { orphansOf } from './orphans.js';
import { page } from './page.js';
import { pageAsked, sliceOf } from './pager.js';
import { ProcessesPage } from './processes-page.js';
import { addReading } from './reading.js';
import { ReportView } from './report-page.js';
import { ReportsPage } from './reports-page.js';
import { SearchPage } from './search-page.js';
import { searchWords } from './search-words.js';
import { shownAccess, shownDue, shownRounds } from './shown.js';
import { SourcesPage } from './sources-page.js';
import { TalksPage } from './talks-page.js';
import { aheadOf, DISPUTED_SHOWN, DUE_SHOWN } from './today-open.js';
import { EmptyPage, TodayPage } from './today-page.js';
import { tellAccess, tellDue, tellOrigins, tellTalks } from './told.js';
import { WhoPage } from './who-page.js';

/** How much of an actor's words and claims one page shows. */
const OF_ACTOR = 60;
/** Reports that the page of sources looks at, the newest first. */
const MOST_REPORTS = 1000;
/** A year: the name of a style sheet or script changes with its content. */
const FOREVER = 'public, max-age=31536000, immutable';
/** A report with more lines than this lights them in steps no finer than the whole. */
const MOST_LIT = 5000;

/** The earlier of two days, where there are any. */
const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

export interface PageSettings {
  readonly assets: Assets;
  readonly now: () => Date;
}

export function addPages(app: Hono<DeskEnv>, { assets, now }: PageSettings): void {
  const frame = (c: Context<DeskEnv>): Promise<Frame> => frameOf(c, assets, now);

  /** The watched sources of the process in view, and those that bring reports to no process. */
  const watchesFor = async (c: Context<DeskEnv>, at: Frame): Promise<readonly Watch[]> =>
    (await c.var.parley.watches.list()).filter(({ process }) => process === null || at.process === null || process === at.process.id);

  addReading(app, (c, scope) => frameOf(c, assets, now, scope));
  app.get('/', (c) => c.redirect('/today'));
  app.get('/today', async (c) => {
    const at = await frame(c);
    if (at.process === null) return page(c, <EmptyPage frame={at} />);
    const today = await todayOf(c.var.parley, at.process.id, at.asked.asOf);
    const { since } = await c.var.parley.visit(at.process.id);
    const changed = since === null ? null : await c.var.parley.changed(at.process.id, since, at.asked.asOf);
    const cited = await citedFor(c.var.parley, [
      ...(changed?.items ?? []).slice(0, CHANGED_SHOWN).map(({ evidence }) => evidence),
      ...today.disputed.slice(0, DISPUTED_SHOWN).flatMap(({ a, b }) => [a, b]),
      ...aheadOf(today.due, at.day)
        .slice(0, DUE_SHOWN)
        .map(({ evidence }) => evidence),
    ]);
    return page(c, <TodayPage frame={at} board={today} changed={changed} cited={cited} watches={await watchesFor(c, at)} />);
  });
  app.get('/talks', async (c) => {
    const at = await frame(c);
    const of = { process: at.process?.id, asOf: at.asked.asOf };
    const whole = await tellTalks(c.var.parley, of);
    const number = pageAsked(c.req.query('page'));
    const { sheet, total } = shownRounds(whole, number);
    const courses = number === 1 ? await coursesOf(c.var.parley, sheet, of) : new Map<string, never>();
    const cells = [...courses.values()].flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [cell.evidence]))),
    );
    const cited = await citedFor(c.var.parley, [
      ...sheet.rounds.flatMap(({ evidence, standing }) => [evidence, ...standing.map((cell) => cell.evidence)]),
      ...cells,
    ]);
    return page(c, <TalksPage frame={at} sheet={sheet} all={whole.rounds} total={total} page={number} courses={courses} cited={cited} />);
  });
  app.get('/access', async (c) => {
    const at = await frame(c);
    const sheet = await tellAccess(c.var.parley, { process: at.process?.id, asOf: at.asked.asOf });
    const number = pageAsked(c.req.query('page'));
    const place = c.req.query('place') || undefined;
    const shown = shownAccess(sheet, number, place);
    const cited = await citedFor(
      c.var.parley,
      shown.places.flatMap(({ steps, blame }) => [...steps, ...blame].map(({ evidence }) => evidence)),
    );
    return page(c, <AccessPage frame={at} shown={shown} page={number} only={place} cited={cited} />);
  });
  app.get('/due', async (c) => {
    const at = await frame(c);
    const sheet = await tellDue(c.var.parley, { process: at.process?.id, asOf: at.asked.asOf });
    const number = pageAsked(c.req.query('page'));
    const part = c.req.query('part') || undefined;
    const shown = shownDue(sheet, at.day, part, number);
    const silent = shown.silence.flatMap((silence) => (silence.of === 'commitment' ? [silence.evidence] : []));
    const due = shown.parts.flatMap(({ commitments }) => commitments.map(({ evidence }) => evidence));
    const cited = await citedFor(c.var.parley, [...due, ...silent]);
    return page(c, <DuePage frame={at} sheet={sheet} shown={shown} part={part} page={number} cited={cited} />);
  });
  app.get('/influence', async (c) => {
    const at = await frame(c);
    return page(
      c,
      <InfluencePage frame={at} influence={await influenceOf(c.var.parley, { process: at.process?.id, asOf: at.asked.asOf })} />,
    );
  });
  app.get('/sources', async (c) => {
    const at = await frame(c);
    const { items } = await c.var.parley.reports.list({ process: at.process?.id, until: at.asOf, limit: MOST_REPORTS });
    const sheet = await tellOrigins(c.var.parley, { process: at.process?.id, asOf: at.asked.asOf });
    return page(c, <SourcesPage frame={at} reports={items} sheet={sheet} watches={await watchesFor(c, at)} />);
  });
  app.get('/reports', async (c) => {
    const at = await frame(c);
    const number = pageAsked(c.req.query('page'));
    const { items, total } = await c.var.parley.reports.list({
      process: at.asked.process,
      ...sliceOf(number),
    });
    return page(c, <ReportsPage frame={at} reports={items} total={total} page={number} />);
  });
  app.get('/reports/:report', async (c) => {
    const report = await c.var.parley.reports.get(c.req.param('report'));
    const orphans = await orphansOf(c.var.parley, report);
    return page(c, <ReportView frame={await frame(c)} page={report} orphans={orphans} />);
  });
  app.get('/who', async (c) => {
    const at = await frame(c);
    const number = pageAsked(c.req.query('page'));
    const named = c.req.query('named')?.trim() ?? '';
    const { items, total } = await c.var.parley.actors.list({
      process: at.asked.process,
      named: named === '' ? undefined : named,
      until: at.asOf,
      ...sliceOf(number),
    });
    const [only] = items;
    // A name that means one actor goes straight to it.
    if (named !== '' && total === 1 && only !== undefined) return c.redirect(scoped(`/who/${encodeURIComponent(only.id)}`, at.asked));
    return page(c, <WhoPage frame={at} actors={items} total={total} page={number} named={named} />);
  });
  app.get('/who/:actor', async (c) => {
    const actor = await c.var.parley.actors.get(c.req.param('actor'), { limit: OF_ACTOR });
    const alike = await c.var.parley.actors.alike(actor.actor.id);
    return page(c, <ActorPage frame={await frame(c)} page={actor} alike={alike} />);
  });
  app.get('/search', async (c) => {
    const at = await frame(c);
    const number = pageAsked(c.req.query('page'));
    const query = c.req.query('q')?.trim().slice(0, 1000) ?? '';
    const { words, ...filter } = searchWords(query);
    const until = earlier(filter.until, at.asOf);
    const { items, total } =
      words === '' && filter.by === undefined
        ? { items: [], total: 0 }
        : await c.var.parley.search(words, { process: at.asked.process, ...filter, until, ...sliceOf(number) });
    return page(
      c,
      <SearchPage
        frame={at}
        query={query}
        hits={items}
        total={total}
        page={number}
        twin={scoped('/search.json', { process: at.asked.process }, { q: words, ...filter, until })}
      />,
    );
  });
  app.get('/add', async (c) => page(c, <AddPage frame={await frame(c)} runs={await c.var.parley.adding.list()} />));
  app.get('/adding/:run', async (c) => sendAdding(c, await frame(c), c.req.param('run')));
  app.get('/processes', async (c) => page(c, <ProcessesPage frame={await frame(c)} />));

  app.get('/icon.svg', (c) => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': FOREVER }));
  app.get('/lit/:count{[0-9]+\\.css}', (c) => {
    const count = Number.parseInt(c.req.param('count'), 10);
    if (count > MOST_LIT) throw new ParleyError('unknown-page', `/lit/${count}.css`);
    return c.body(litRules(count), 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOREVER });
  });
  app.get('*', async (c, next) => {
    const asset = assets.get(new URL(c.req.url).pathname);
    if (asset === null) return next();
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': FOREVER });
  });
}
