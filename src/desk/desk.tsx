// The desk: one Hono app over one record, which answers with pages, their JSON twins and the files they need.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { stream } from 'hono/streaming';
import type { Parley } from '../parley.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import type { OpenId } from './access/openid.js';
import { addressOf, knowWho } from './access/who.js';
import { addAddingCalls } from './api/adding-calls.js';
import { openAssets } from './api/assets.js';
import { newApi } from './api/calls.js';
import { callLines, openApi } from './api/document.js';
import type { DeskEnv } from './api/env.js';
import { addFileCalls, addFiles } from './api/file-calls.js';
import { addFindingCalls } from './api/finding-calls.js';
import { checkHost, checkOrigin, headers } from './api/guard.js';
import { addPeopleCalls } from './api/people-calls.js';
import { addProcessCalls } from './api/process-calls.js';
import { addReportCalls } from './api/report-calls.js';
import { addReviewCalls } from './api/review-calls.js';
import { addToldCalls } from './api/told-calls.js';
import { addWatchCalls } from './api/watch-calls.js';
import { addAccount } from './pages/account-pages.js';
import { addActions } from './pages/actions.js';
import { address } from './pages/addresses.js';
import { addBriefPages } from './pages/brief-pages.js';
import { CallsPage } from './pages/calls-page.js';
import { ErrorPage } from './pages/error-page.js';
import { bareFrame, frameOf } from './pages/frame.js';
import { page } from './pages/page.js';
import { addPeople } from './pages/people-pages.js';
import { addPages } from './pages/routes.js';
import { addSignIn } from './pages/sign-in.js';

export { type Listening, startDesk } from './listen.js';

export interface DeskOptions {
  /** True where the desk is reached from this machine only; then it answers to loopback names alone. */
  readonly loopback?: boolean;
  /** Further names the desk answers to ("desk.example.org"). */
  readonly hosts?: readonly string[];
  /** What the owner of the home proves to be so with (`Authorization: Bearer`): may name paths on this machine and have private addresses asked. */
  readonly key?: string;
  /** True where a desk that others reach lets everybody in while nobody has an account; on this machine alone it always does. */
  readonly open?: boolean;
  /** True behind a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly proxy?: boolean;
  /** Signs people in who are vouched for elsewhere. */
  readonly openid?: OpenId | null;
  /** What form tokens are made with; by default that of the record, which all its desks share. */
  readonly secret?: string;
  readonly version?: string;
  readonly now?: () => Date;
  /** Largest body of a request in bytes. */
  readonly maxBody?: number;
  /** Told of each fault of Parley's own. */
  readonly onFault?: (error: ParleyError) => void;
}

/** Four reports of the largest size and what base64 adds to them. */
const MAX_BODY = 256 * 1024 * 1024;
/** Enough for a name and a password. */
const MAX_SIGN_IN = 16 * 1024;
/** Inside the app JSON twins live below /json and pages below /page: "/reports.json" and "/reports" are two views of one address. */
const inside = (request: Request): string => {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return '/page';
  return pathname.endsWith('.json') ? `/json${pathname.slice(0, -'.json'.length)}` : `/page${pathname}`;
};

const wantsPage = (accept: string | undefined): boolean => accept !== undefined && /\btext\/html\b/.test(accept);

export function createDesk(parley: Parley, options: DeskOptions = {}): Hono<DeskEnv> {
  const { loopback = true, hosts = [], open = false, proxy = false, openid = null, version = '0', now = () => new Date() } = options;
  const assets = openAssets();
  const app = new Hono<DeskEnv>({ getPath: inside });

  let made: Promise<string> | null = null;
  const secret = (): Promise<string> => {
    if (options.secret !== undefined) return Promise.resolve(options.secret);
    // What failed once is asked for again by the next.
    made ??= parley.gate.secret().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };

  app.use(async (c, next) => {
    c.set('address', addressOf(c, proxy));
    c.set('https', proxy && c.req.header('x-forwarded-proto') === 'https');
    await next();
  });
  app.use(headers);
  app.use(checkHost(hosts, loopback));
  const tooLarge = (): never => {
    throw new ParleyError('too-large', 'what was sent');
  };
  app.use(bodyLimit({ maxSize: options.maxBody ?? MAX_BODY, onError: tooLarge }));
  // Of somebody nobody knows yet little is taken.
  for (const path of ['/page/sign-in', '/page/sign-out']) app.use(path, bodyLimit({ maxSize: MAX_SIGN_IN, onError: tooLarge }));
  app.use(knowWho(parley, { key: options.key, open: open || loopback }));
  app.use(checkOrigin(secret));

  const api = newApi();
  addProcessCalls(api);
  addReportCalls(api);
  addAddingCalls(api);
  addFindingCalls(api);
  addToldCalls(api);
  addReviewCalls(api);
  addWatchCalls(api);
  addFileCalls(api);
  addPeopleCalls(api);
  const document = openApi(api, version);
  api.get('/api', (c) => c.json(document));
  app.route('/json', api);

  const pages = new Hono<DeskEnv>();
  addPages(pages, { assets, now });
  addActions(pages);
  addSignIn(pages, { assets, now, secret, openid });
  addAccount(pages, { assets, now, secret });
  addPeople(pages, { assets, now });
  addFiles(pages);
  addBriefPages(pages, { assets, now });
  pages.get('/api', async (c) => {
    c.header('Vary', 'Accept');
    return wantsPage(c.req.header('accept'))
      ? page(c, <CallsPage frame={await frameOf(c, assets, now)} calls={callLines(document)} />)
      : c.json(document);
  });
  pages.get('/export.jsonl', (c) => {
    const process = c.req.query('process') || undefined;
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      for await (const item of c.var.parley.export({ process })) await out.write(`${JSON.stringify(item)}\n`);
    });
  });
  app.route('/page', pages);

  app.notFound((c) => {
    throw new ParleyError('unknown-page', new URL(c.req.url).pathname);
  });
  app.onError(async (thrown, c) => {
    // Hono's own complaints are about the request: broken JSON, a form that is none.
    const error =
      thrown instanceof HTTPException && thrown.status < 500 ? new ParleyError('bad-request', thrown.message) : asParleyError(thrown);
    if (error.code === 'fault') (options.onFault ?? ((fault) => console.error(fault)))(error);
    const asJson = c.req.path.startsWith('/json/') || !wantsPage(c.req.header('accept'));
    if (asJson) return c.json(error.toJSON(), error.status);
    if (error.code === 'not-signed-in' && c.req.method === 'GET') {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(address('/sign-in', { to: pathname === '/' ? undefined : pathname + search }), 303);
    }
    // The page of an error is drawn without asking the record: that may be what failed.
    return page(c, <ErrorPage frame={bareFrame(c, assets, now)} error={error} />, error.status);
  });
  return app;
}
