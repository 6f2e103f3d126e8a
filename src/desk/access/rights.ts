// What each route of the desk takes: a route that is not in this table is refused to everybody.
import { FORMAT_NAMES, FORMATS } from '../../terms/formats.js';
import { ROLES, type Role, roleSchema } from '../../terms/marks.js';

/** `open`: anybody; `signed in`: also somebody with no role anywhere; else at least this role, somewhere: the record knows where. */
export type Takes = 'open' | 'signed in' | Role;

const PAGES: Readonly<Record<string, Takes>> = {
  'GET /': 'viewer',
  'GET /*': 'open',
  'GET /icon.svg': 'open',
  'GET /lit/:count{[0-9]+\\.css}': 'open',
  'GET /sign-in': 'open',
  'POST /sign-in': 'open',
  'GET /sign-in/openid': 'open',
  'GET /sign-in/openid/back': 'open',
  'POST /sign-out': 'open',
  'GET /account': 'signed in',
  'POST /account/password': 'signed in',
  'POST /account/tokens': 'signed in',
  'POST /account/tokens/:token/revoke': 'signed in',
  'GET /people': 'admin',
  'POST /people': 'admin',
  'POST /people/:user': 'admin',
  'POST /people/:user/password': 'admin',
  'POST /people/:user/remove': 'admin',
  'POST /people/tokens/:token/revoke': 'admin',
  'GET /audit': 'admin',
  'GET /api': 'viewer',
  'GET /today': 'viewer',
  'GET /talks': 'viewer',
  'GET /access': 'viewer',
  'GET /due': 'viewer',
  'GET /influence': 'viewer',
  'GET /sources': 'viewer',
  'GET /reports': 'viewer',
  'GET /reports/:report': 'viewer',
  'GET /who': 'viewer',
  'GET /who/:actor': 'viewer',
  'GET /search': 'viewer',
  'GET /read': 'viewer',
  'GET /processes': 'viewer',
  'GET /brief': 'viewer',
  'GET /brief.txt': 'viewer',
  'GET /brief.html': 'viewer',
  'GET /brief.docx': 'viewer',
  'GET /export.jsonl': 'viewer',
  // The files for other programs.
  ...Object.fromEntries(FORMAT_NAMES.map((format) => [`GET ${FORMATS[format].address}`, 'viewer' as const])),
  'POST /read': 'reviewer',
  'POST /read/edit': 'reviewer',
  'POST /read/make': 'reviewer',
  'POST /read/undo': 'reviewer',
  'POST /who/:actor/merge': 'reviewer',
  'POST /who/:actor/split': 'reviewer',
  'GET /add': 'editor',
  'POST /add': 'editor',
  'GET /adding/:run': 'editor',
  'POST /adding/:run/stop': 'editor',
  'POST /sources/watch': 'editor',
  'POST /sources/:watch/pause': 'editor',
  'POST /sources/:watch/look': 'editor',
  'POST /sources/:watch/remove': 'editor',
  'POST /processes': 'editor',
  'POST /processes/:process/as-of': 'editor',
  'POST /processes/:process/remove': 'admin',
  'POST /reports/:report/file': 'editor',
  'POST /reports/:report/remove': 'editor',
};

const CALLS: Readonly<Record<string, Takes>> = {
  'GET /api': 'viewer',
  'GET /account': 'signed in',
  'GET /tokens': 'signed in',
  'POST /tokens': 'signed in',
  'DELETE /tokens/:token': 'signed in',
  'GET /users': 'admin',
  'POST /users': 'admin',
  'PATCH /users/:user': 'admin',
  'DELETE /users/:user': 'admin',
  'PUT /users/:user/password': 'admin',
  'GET /audit': 'admin',
  'GET /processes': 'viewer',
  'POST /processes': 'editor',
  'GET /processes/:process': 'viewer',
  'PATCH /processes/:process': 'editor',
  'DELETE /processes/:process': 'admin',
  'POST /processes/:process/visit': 'viewer',
  'GET /today': 'viewer',
  'GET /changed': 'viewer',
  'GET /talks': 'viewer',
  'GET /access': 'viewer',
  'GET /due': 'viewer',
  'GET /origins': 'viewer',
  'GET /lines': 'viewer',
  'GET /influence': 'viewer',
  'GET /told/:what': 'viewer',
  'POST /cited': 'viewer',
  'GET /brief': 'viewer',
  'GET /who': 'viewer',
  'GET /who/:actor': 'viewer',
  'GET /who/:actor/alike': 'viewer',
  'PUT /who/:actor/into/:other': 'reviewer',
  'DELETE /who/:actor/into': 'reviewer',
  'GET /search': 'viewer',
  'GET /history': 'viewer',
  'GET /queue': 'viewer',
  'GET /waiting': 'viewer',
  'PUT /lines/:line/review': 'reviewer',
  'PUT /lines/:line': 'reviewer',
  'POST /reports/:report/lines': 'reviewer',
  'POST /undo': 'reviewer',
  'GET /reports': 'viewer',
  'GET /reports/:report': 'viewer',
  'DELETE /reports/:report': 'editor',
  'PUT /reports/:report/processes/:process': 'editor',
  'DELETE /reports/:report/processes/:process': 'editor',
  'PUT /reports/:report/mark': 'editor',
  'PUT /reports/:report/grade': 'editor',
  'GET /adding': 'editor',
  'POST /adding': 'editor',
  'GET /adding/:run': 'editor',
  'DELETE /adding/:run': 'editor',
  'POST /readings': 'editor',
  'GET /watches': 'viewer',
  'POST /watches': 'editor',
  'DELETE /watches/:watch': 'editor',
  'POST /watches/:watch/look': 'editor',
  'POST /watches/:watch/pause': 'editor',
  'POST /import': 'admin',
};

const below = (base: string, table: Readonly<Record<string, Takes>>): [string, Takes][] =>
  Object.entries(table).map(([route, takes]) => {
    const [method = '', path = ''] = [route.slice(0, route.indexOf(' ')), route.slice(route.indexOf(' ') + 1)];
    return [`${method} ${base}${path === '/' ? '' : path}`, takes];
  });

/** By method and path as the router has them: pages below /page, calls below /json. */
export const RIGHTS: ReadonlyMap<string, Takes> = new Map([...below('/page', PAGES), ...below('/json', CALLS)]);

const ORDER: readonly Takes[] = ['open', 'signed in', ...ROLES];

/** The most that any of them takes. */
export const strictest = (all: readonly Takes[]): Takes | null =>
  all.reduce<Takes | null>((most, takes) => (most === null || ORDER.indexOf(takes) > ORDER.indexOf(most) ? takes : most), null);

export const isRole = (takes: Takes): takes is Role => roleSchema.safeParse(takes).success;
