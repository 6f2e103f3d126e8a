// The whole table of who may ask what: every route of the real router, every role, every mark; nobody gets or changes what is above their clearance.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isRole, RIGHTS } from '../../src/desk/access/rights.js';
import { createDesk } from '../../src/desk/desk.js';
import { TOLD } from '../../src/parley.js';
import { isEnough, MARKS, type Mark, marksUpTo } from '../../src/terms/marks.js';
import { idOf, LAKE, type Marked, markedLine, markerOf, OTHER, openMarked, type Person } from './marked.js';

interface Route {
  readonly method: string;
  /** As the router has it: below /page or /json. */
  readonly path: string;
}
type Desk = ReturnType<typeof createDesk>;

const CHANGED = /* a change of a report or line that needs a body to get as far as the record */ new Map<string, unknown>([
  ['PUT /json/reports/:report/mark', { mark: 'CLEAR' }],
  ['PUT /json/reports/:report/grade', { grade: null }],
  ['PUT /json/lines/:line/review', { state: 'rejected', reason: 'a test' }],
  ['PUT /json/lines/:line', { id: 'c1', kind: 'access', place: 'Tarn', form: 'convoy', step: 'moving', evidence: [[0, 8]], voice: null }],
  [
    'POST /json/reports/:report/lines',
    { id: 'x', kind: 'access', place: 'Tarn', form: 'convoy', step: 'moving', evidence: [[0, 8]], voice: null },
  ],
]);
const FORMS = new Map<string, Readonly<Record<string, string>>>([
  ['POST /page/reports/:report/file', { process: OTHER }],
  ['POST /page/reports/:report/remove', { sure: 'yes' }],
]);
/** Pages whose form names the report, not their address. */
const READING_FORMS = new Map<string, Readonly<Record<string, string>>>([
  ['POST /page/read', { line: 'c1', state: 'rejected', rejection: 'a test' }],
  ['POST /page/read/edit', { line: 'c1' }],
  ['POST /page/read/make', { make: 'access', words: '0-8' }],
]);

describe('the table of rights', () => {
  let marked: Marked;
  let desk: Desk;
  let routes: readonly Route[];
  before(async () => {
    marked = await openMarked();
    desk = createDesk(marked.parley, { now: () => new Date('2031-05-25T12:00:00Z'), secret: 'for tests', onFault: () => {} });
    const all = desk.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    routes = [...new Set(all)].map((route) => {
      const at = route.indexOf(' ');
      return { method: route.slice(0, at), path: route.slice(at + 1) };
    });
  });
  after(() => marked.close());

  const outside = (path: string): string =>
    path.startsWith('/json') ? `${path.slice('/json'.length)}.json` : path.slice('/page'.length) || '/';
  const ask = async (person: Person | null, method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    if (person !== null) headers.set('authorization', `Bearer ${person.token}`);
    return desk.request(path, { ...init, method, headers });
  };
  const json = (value: unknown): RequestInit => ({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  const form = (fields: Readonly<Record<string, string>>): RequestInit => ({ body: new URLSearchParams(fields) });
  const lastChange = async (): Promise<number> => (await marked.parley.history({ limit: 1 })).items[0]?.seq ?? 0;

  /** The addresses of a route: one for each report, actor, sheet, where it names one. */
  const actors = new Map<string, string>();
  const addressesOf = ({ path }: Route): readonly { readonly address: string; readonly mark: Mark | null }[] => {
    let plain = path
      .replace(':count{[0-9]+\\.css}', '3.css')
      .replace(':process', LAKE)
      .replace(/:(run|user|token|watch|other)\b/g, 'none')
      .replace('/*', '/none');
    if (plain.includes(':what')) return TOLD.map((what) => ({ address: outside(plain.replace(':what', what)), mark: null }));
    const variable = /:(report|line|actor)\b/.exec(plain)?.[1];
    if (variable === undefined) {
      plain = outside(plain);
      return [{ address: plain, mark: null }];
    }
    return MARKS.map((mark) => {
      const value = { report: idOf(mark), line: `${idOf(mark)}:c1`, actor: actors.get(mark) ?? 'none' }[
        variable as 'report' | 'line' | 'actor'
      ];
      return { address: outside(plain.replace(`:${variable}`, encodeURIComponent(value))), mark };
    });
  };

  it('has an entry for every route, and a route for every entry', () => {
    assert.deepEqual(routes.map(({ method, path }) => `${method} ${path}`).sort(), [...RIGHTS.keys()].sort());
    assert.ok(routes.length > 100, `${routes.length}`);
  });

  it('sends whoever is not signed in away from all that is not open', async () => {
    const changes = await lastChange();
    for (const { method, path } of routes) {
      const takes = RIGHTS.get(`${method} ${path}`);
      for (const { address } of addressesOf({ method, path })) {
        const { status } = await ask(null, method, address);
        if (takes === 'open') assert.notEqual(status, 401, `${method} ${address}`);
        else assert.equal(status, 401, `${method} ${address}`);
      }
      if (takes !== 'open' && method === 'GET' && path.startsWith('/page')) {
        const page = await desk.request(outside(path), { headers: { accept: 'text/html' } });
        assert.deepEqual([page.status, page.headers.get('location')?.slice(0, 8)], [303, '/sign-in'], path);
      }
    }
    assert.equal((await ask({ token: 'parley_none' } as Person, 'GET', '/reports.json')).status, 401);
    assert.equal(await lastChange(), changes);
  });

  it('shows nobody what is above their clearance, on any page, call or file', async () => {
    for (const mark of MARKS) {
      const { items } = await marked.parley.actors.list({ named: `envoy ${markerOf(mark)}` });
      actors.set(mark, items[0]?.id ?? '');
    }
    const query = `process=${LAKE}&as-of=2031-05-25&unreviewed=true&q=lake&limit=100`;
    const shown = new Map<string, Set<Mark>>();
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const takes = RIGHTS.get(`GET ${route.path}`);
      // A brief is asked for since a day, what changed since a moment.
      const since = { '/json/changed': '2020-01-01T00:00:00.000Z' }[route.path] ?? (route.path.includes('/brief') ? '2031-05-01' : null);
      const asked = since === null ? query : `${query}&since=${since}`;
      for (const { address, mark } of addressesOf(route))
        for (const person of marked.people) {
          const told = `GET ${address} for ${person.name}`;
          const response = await ask(person, 'GET', `${address}?${asked}`);
          const text = await response.text();
          if (takes !== undefined && isRole(takes) && !isEnough(person.role, takes)) {
            assert.equal(response.status, 403, told);
            assert.doesNotMatch(text, /Qx\w+zu/, told);
            continue;
          }
          assert.ok(![401, 403, 500].includes(response.status), `${told}: ${response.status} ${text.slice(0, 200)}`);
          const seen = marksUpTo(person.clearance);
          for (const other of MARKS) {
            if (!text.includes(markerOf(other))) continue;
            assert.ok(seen.includes(other), `${told} shows what is marked ${other}`);
            shown.set(route.path, (shown.get(route.path) ?? new Set()).add(other));
          }
          if (mark !== null) assert.equal(response.status, seen.includes(mark) ? 200 : 404, told);
        }
    }
    // What shows nothing to anybody proves nothing: most routes do show what may be seen.
    const telling = [...shown].filter(([, marks]) => marks.size === MARKS.length).map(([path]) => path);
    assert.ok(telling.length >= 36, `only ${telling.length} routes tell of all marks to those who may see them: ${telling.join(' ')}`);
  });

  it('keeps what belongs to one process from those who are let into another', async () => {
    const { parley } = marked;
    const personOf = async (name: string, process: string): Promise<Person> => {
      await parley.people.add({ name, grants: [{ process, role: 'editor', clearance: 'AMBER' }] });
      const { secret } = await parley.tokens.make({ user: name, label: 'test', role: 'admin', clearance: 'RED' });
      return { name, role: 'editor', clearance: 'AMBER', token: secret };
    };
    const [lake, sea] = [await personOf('of the lake', LAKE), await personOf('of the sea', OTHER)];
    const shown = new Set<string>();
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const asked =
        { '/json/changed': `?process=${LAKE}&since=2020-01-01T00:00:00.000Z`, '/json/brief': '?since=2031-05-01' }[route.path] ?? '?q=lake';
      for (const { address, mark } of addressesOf(route)) {
        const told = `GET ${address}${asked}`;
        const [seen, unseen] = [await ask(lake, 'GET', address + asked), await ask(sea, 'GET', address + asked)];
        const [text, other] = [await seen.text(), await unseen.text()];
        assert.doesNotMatch(other, /Qx\w+zu|Lake talks/, `${told} for ${sea.name}`);
        assert.doesNotMatch(text, /Sea talks/, `${told} for ${lake.name}`);
        for (const above of ['AMBER+STRICT', 'RED'] as const)
          assert.equal(text.includes(markerOf(above)), false, `${told} for ${lake.name}`);
        if (text.includes(markerOf('AMBER'))) shown.add(route.path);
        if (mark !== null) assert.deepEqual([seen.status, unseen.status], [mark.length <= 5 && mark !== 'RED' ? 200 : 404, 404], told);
      }
    }
    assert.ok(shown.size >= 27, `only ${shown.size} routes tell anything: ${[...shown].join(' ')}`);
    for (const [path, method, body] of [
      [`/reports/${idOf('CLEAR')}/mark.json`, 'PUT', { mark: 'RED' }],
      [`/lines/${idOf('CLEAR')}:c1/review.json`, 'PUT', { state: 'accepted' }],
      [`/processes/${LAKE}.json`, 'PATCH', { asOf: null }],
      [`/reports/${idOf('CLEAR')}/processes/${OTHER}.json`, 'PUT', {}],
      ['/processes.json', 'POST', { name: 'Hill talks' }],
      ['/adding.json', 'POST', { inputs: [{ kind: 'text', text: 'No process is named.' }] }],
      ['/adding.json', 'POST', { inputs: [{ kind: 'text', text: 'Another process is named.' }], options: { processes: [LAKE] } }],
      ['/watches.json', 'POST', { kind: 'feed', place: 'https://example.org/feed' }],
    ] as const)
      assert.equal((await ask(sea, method, path, json(body))).status, 403, `${method} ${path}`);
    const own = { inputs: [{ kind: 'text', text: 'Their own process is named.' }], options: { processes: [OTHER] } };
    assert.equal((await ask(sea, 'POST', '/adding.json', json(own))).status, 200);
    for (const { name } of [lake, sea]) await parley.people.remove(name);
  });

  it('lets nobody change what their role or clearance does not reach', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const key = `${route.method} ${route.path}`;
      const takes = RIGHTS.get(key);
      if (takes === undefined || takes === 'open') continue;
      const council = (await marked.parley.actors.list({ named: 'council' })).items[0]?.id ?? '';
      const init =
        key.endsWith('/:actor/merge') || key.endsWith('/:actor/split')
          ? form({ actor: council })
          : CHANGED.has(key)
            ? json(CHANGED.get(key))
            : FORMS.has(key)
              ? form(FORMS.get(key) ?? {})
              : {};
      for (const person of marked.people) {
        const able: boolean = !isRole(takes) || isEnough(person.role, takes);
        for (const { address, mark } of addressesOf(route)) {
          const reached = mark === null || marksUpTo(person.clearance).includes(mark);
          const told = `${route.method} ${address} for ${person.name}`;
          // What can be reached is changed by other tests; here it is what must not be that counts, and that those who may get further.
          if (able && reached) {
            if (mark !== null) continue;
            const body = route.path.startsWith('/json') ? json({}) : form({});
            const { status } = await ask(person, route.method, address.replace(LAKE, 'none'), body);
            assert.ok(![401, 403, 500].includes(status), `${told}: ${status}`);
            continue;
          }
          const changes = await lastChange();
          const response = await ask(person, route.method, address, init);
          assert.equal(response.status, able ? 404 : 403, `${told}: ${await response.text()}`);
          assert.equal(await lastChange(), changes, told);
        }
      }
    }
    for (const [key, fields] of READING_FORMS)
      for (const person of marked.people)
        for (const mark of MARKS) {
          const able: boolean = isEnough(person.role, 'reviewer');
          if (able && marksUpTo(person.clearance).includes(mark)) continue;
          const changes = await lastChange();
          const { status } = await ask(person, 'POST', outside(key.slice('POST '.length)), form({ ...fields, report: idOf(mark) }));
          assert.equal(status, able ? 404 : 403, `${key} of ${idOf(mark)} for ${person.name}`);
          assert.equal(await lastChange(), changes);
        }
  });

  it('lets those whose role and clearance reach it change it', async () => {
    const find = (role: string, clearance: Mark): Person =>
      marked.people.find((person) => person.role === role && person.clearance === clearance) ?? assert.fail();
    let n = 0;
    const spare = async (mark: Mark): Promise<string> => {
      const id = `spare${++n}`;
      await marked.parley.addReadings([markedLine(mark, id, ` ${n}`)], { processes: [LAKE] });
      await marked.parley.reports.setMark(id, mark);
      return id;
    };
    for (const mark of MARKS) {
      const [reviewer, editor] = [find('reviewer', mark), find('editor', mark)];
      const id = await spare(mark);
      const at = (path: string): string => path.replace(':report', id).replace(':line', `${id}:c1`);
      for (const [key, value] of CHANGED) {
        const [method = '', path = ''] = key.split(' ');
        const person = RIGHTS.get(key) === 'editor' ? editor : reviewer;
        // The mark is lowered last, so that the others meet it.
        if (key.endsWith('/mark')) continue;
        assert.equal((await ask(person, method, outside(at(path)), json(value))).status, 200, `${key} for ${person.name}`);
      }
      assert.equal((await ask(editor, 'PUT', outside(at('/json/reports/:report/mark')), json({ mark: 'CLEAR' }))).status, 200);
      const by = (await marked.parley.history({ about: id, limit: 100 })).items;
      assert.equal(by.find(({ what }) => what === 'line-reviewed')?.by, reviewer.name);
      assert.equal(by.find(({ what }) => what === 'report-marked')?.by, editor.name);
      assert.equal((await ask(editor, 'DELETE', `/reports/${await spare(mark)}.json`)).status, 200);
      assert.equal((await ask(editor, 'POST', `/reports/${await spare(mark)}/remove`, form({ sure: 'yes' }))).status, 303);
    }
  });
});
