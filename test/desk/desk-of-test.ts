// A desk over a home of its own, with the made-up sequence and a hostile report in it; gone when the test ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type DeskOptions } from '../../src/desk/desk.js';
import { openParley, type Parley } from '../../src/parley.js';
import { SEQUENCE } from '../study/sequence.js';
import { HOSTILE } from './hostile.js';

export const PROCESS = 'norland-talks';

export interface DeskOfTest {
  readonly parley: Parley;
  /** Asks as a browser does; `json` asks as a program. */
  page(path: string, init?: RequestInit): Promise<Response>;
  json(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Lines for `addReadings`: the outlets are made up here, since the sequence has none. */
const lines = (): string[] =>
  [...SEQUENCE, HOSTILE].map(({ id, published, publisher, reading }, i) =>
    JSON.stringify({ ...reading, id, published, publisher: publisher ?? `Outlet ${(i % 3) + 1}` }),
  );

/** `place`: over the database at that address instead of a home of its own. */
export async function openDesk(
  options: DeskOptions = {},
  { empty = false, place }: { empty?: boolean; place?: string } = {},
): Promise<DeskOfTest> {
  const home = mkdtempSync(join(tmpdir(), 'parley-desk-'));
  const parley = await openParley({ home: place ?? home, workers: 1, passwordCost: { n: 1024, r: 8, p: 1 } });
  if (!empty) {
    await parley.processes.create('Norland talks', { asOf: '2031-05-25' });
    await parley.addReadings(lines(), { processes: [PROCESS] });
  }
  const app = createDesk(parley, { now: () => new Date('2031-05-25T12:00:00Z'), secret: 'for tests', ...options });
  const ask = (accept: string) => (path: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('accept')) headers.set('accept', accept);
    return Promise.resolve(app.request(path, { ...init, headers }));
  };
  return {
    parley,
    page: ask('text/html'),
    json: ask('application/json'),
    async close() {
      await parley.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The cookie and token of a visit, as a form of the page at `path` has them. */
export async function visit(desk: DeskOfTest, path = '/add'): Promise<{ cookie: string; token: string }> {
  const response = await desk.page(path);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  return { cookie, token };
}
