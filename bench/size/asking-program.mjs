// Asks a desk over a filled home for every page and call, by its own router, and prints how long each took, as JSON. Arguments: the folder, how many rounds.
import { loadavg } from 'node:os';
import { createDesk } from '../../dist/desk/desk.js';
import { openParley } from '../../dist/parley.js';

const [, , home, rounds] = process.argv;
const parley = await openParley({ home, serve: true, workers: 1 });
const app = createDesk(parley);
/** Every page, call and file that can be looked at, with what it is asked for in a round. */
const ROUTES = {
  '/today': () => '/today',
  '/read': () => '/read',
  '/read?report': ({ report, process }) => `/read?report=${report}&process=${process}`,
  '/reports': ({ n, process }) => `/reports?process=${process}&page=${1 + (n % 15)}`,
  '/reports/{report}': ({ report }) => `/reports/${report}`,
  '/talks': ({ process }) => `/talks?process=${process}`,
  '/access': ({ process }) => `/access?process=${process}`,
  '/due': ({ process }) => `/due?process=${process}`,
  '/influence': ({ process }) => `/influence?process=${process}`,
  '/who': ({ n, process }) => `/who?process=${process}&page=${1 + (n % 15)}`,
  '/who?named': ({ name, process }) => `/who?process=${process}&named=${name.slice(0, 4)}`,
  '/who/{actor}': ({ actor }) => `/who/${actor}`,
  '/sources': ({ process }) => `/sources?process=${process}`,
  '/search': ({ word, process }) => `/search?process=${process}&q=${word}`,
  '/search, two words': ({ word, other, process }) => `/search?process=${process}&q=${word}+${other}+in:statement`,
  '/add': () => '/add',
  '/processes': () => '/processes',
  '/brief': ({ process, since }) => `/brief?process=${process}&since=${since}&unreviewed=true`,
  '/api': () => '/api',
  '/today.json': ({ process }) => `/today.json?process=${process}`,
  '/talks.json': ({ process }) => `/talks.json?process=${process}`,
  '/access.json': ({ process }) => `/access.json?process=${process}`,
  '/due.json': ({ process }) => `/due.json?process=${process}`,
  '/lines.json': ({ process }) => `/lines.json?process=${process}`,
  '/origins.json': ({ process }) => `/origins.json?process=${process}`,
  '/told/who.json': ({ process }) => `/told/who.json?process=${process}`,
  '/influence.json': ({ process }) => `/influence.json?process=${process}`,
  '/queue.json': ({ process }) => `/queue.json?process=${process}`,
  '/waiting.json': ({ process }) => `/waiting.json?process=${process}`,
  '/reports.json': ({ n, process }) => `/reports.json?process=${process}&offset=${n * 50}`,
  '/reports/{report}.json': ({ report }) => `/reports/${report}.json`,
  '/who.json': ({ n, process }) => `/who.json?process=${process}&offset=${n * 50}`,
  '/who/{actor}.json': ({ actor }) => `/who/${actor}.json`,
  '/who/{actor}/alike.json': ({ actor }) => `/who/${actor}/alike.json`,
  '/search.json': ({ word, process }) => `/search.json?process=${process}&q=${word}`,
  '/history.json': ({ n }) => `/history.json?offset=${n * 50}`,
  '/processes.json': () => '/processes.json',
};

const processes = await parley.processes.list();
const { items: reports } = await parley.reports.list({ limit: 1000 });
const { items: actors } = await parley.actors.list({ limit: 300 });
const dayOf = (report) => report.published ?? '2031-12-31';
const last = dayOf(reports[0]);
for (const { id } of processes) await parley.processes.setAsOf(id, last);
const words = [];
for (const { id } of reports.slice(0, 20)) {
  const { report } = await parley.reports.get(id);
  words.push(...report.text.split(/\s+/).filter((word) => /^[a-z]{5,}$/.test(word)).slice(0, 10));
}
const given = (n) => ({
  n,
  process: processes[n % processes.length].id,
  report: encodeURIComponent(reports[(n * 37) % reports.length].id),
  actor: actors[(n * 7) % actors.length].id,
  name: actors[(n * 7) % actors.length].name,
  word: words[(n * 3) % words.length],
  other: words[(n * 3 + 1) % words.length],
  since: new Date(Date.parse(last) - 7 * 86_400_000).toISOString().slice(0, 10),
});

const figures = {};
const note = (state, route, ms, kB) => {
  const of = ((figures[state] ??= {})[route] ??= { ms: [], kB: 0 });
  of.ms.push(ms);
  of.kB = Math.max(of.kB, kB);
};
async function ask(state, route, path) {
  const from = performance.now();
  const response = await app.request(path, { headers: { accept: path.includes('.json') ? 'application/json' : 'text/html' } });
  const body = await response.arrayBuffer();
  const ms = performance.now() - from;
  if (response.status !== 200 && response.status !== 302) throw new Error(`${path} answered ${response.status}: ${new TextDecoder().decode(body).slice(0, 400)}`);
  note(state, route, ms, body.byteLength / 1024);
}
// First of all: nothing is read or studied yet.
for (const [route, path] of Object.entries(ROUTES)) await ask('opened', route, path(given(0)));
for (let n = 0; n < Number(rounds); n++) {
  // Somebody accepts a line before each round, as through a morning, and every fifth round a report comes in.
  const { items } = await parley.queue({ limit: 1, process: given(n).process });
  if (items[0]) await parley.review(items[0].line, { state: 'accepted' });
  if (n % 5 === 4) {
    const page = await parley.reports.get(decodeURIComponent(given(n).report));
    const text = `${page.report.text}\n\nBrought again, number ${n} of ${Date.now()}.`;
    const reading = { ...page.reading, id: `more-${Date.now()}-${n}`, text, published: last, times: [] };
    await parley.addReadings([JSON.stringify(reading)], { processes: [given(n).process] });
  }
  for (const [route, path] of Object.entries(ROUTES)) await ask('in use', route, path(given(n)));
}
const peakMiB = process.resourceUsage().maxRSS / 1024;
await parley.close();
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
const told = Object.entries(figures).flatMap(([state, routes]) =>
  Object.entries(routes).map(([route, { ms, kB }]) => {
    const sorted = [...ms].sort((a, b) => a - b);
    return { state, route, asked: ms.length, median: at(sorted, 0.5), p95: at(sorted, 0.95), most: sorted.at(-1), kB };
  }),
);
console.log(JSON.stringify({ routes: told, peakMiB, load: loadavg()[0] }));
