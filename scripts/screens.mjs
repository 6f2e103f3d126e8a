// Makes docs/screens/*.png from the demo process: the desk as it looks, in light, dark, on a phone and in print. Needs a Chromium (PARLEY_CHROMIUM, else the usual names).
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildParley } from './build.mjs';

const LIMIT = 1_500_000;
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));

/** The pages to show; `report`, `read` and `edit` are asked of the running desk, since ids come from texts. */
const SCREENS = [
  { name: 'today', path: '/today', width: 1280, height: 860 },
  { name: 'today-dark', path: '/today', width: 1280, height: 640, theme: 'dark' },
  { name: 'today-phone', path: '/today', width: 390, height: 844 },
  { name: 'report', path: 'report', width: 1280, height: 720 },
  { name: 'read-dark', path: 'read', width: 1280, height: 800, theme: 'dark' },
  { name: 'edit-phone', path: 'edit', width: 390, height: 844, mark: '.line-form, .making, .current' },
  { name: 'talks', path: '/talks?as-of=2014-02-16', width: 1280, height: 860 },
  { name: 'access', path: '/access?as-of=2014-02-10', width: 1280, height: 860 },
  { name: 'who', path: '/who', width: 1280, height: 640 },
  { name: 'sources', path: '/sources#watched', width: 1280, height: 860 },
  { name: 'brief', path: '/brief?since=2014-02-01&unreviewed=true', width: 1280, height: 480 },
  { name: 'brief-print', path: '/brief?since=2014-02-01&unreviewed=true', width: 720, height: 720, print: true },
];
/** Pages of a desk with accounts, seen by its first one. */
const OF_PEOPLE = [
  { name: 'people', path: '/people', width: 1280, height: 860 },
  { name: 'account', path: '/account', width: 1280, height: 640 },
  { name: 'audit-phone', path: '/audit', width: 390, height: 844 },
];

function browserProgram() {
  if (process.env.PARLEY_CHROMIUM) return process.env.PARLEY_CHROMIUM;
  const found = execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
    encoding: 'utf8',
  });
  return found.trim();
}

/** Addresses of the first report of the demo with a line well inside its text: at that line, under review, and with the form to edit it. */
async function reportAddresses(parley) {
  const { items } = await parley.reports.list({ limit: 100 });
  for (const { id } of items.reverse()) {
    const { reading } = await parley.reports.get(id);
    const lines = [
      ...(reading?.claims ?? []).map((claim) => [claim.id, claim.evidence]),
      ...(reading?.statements ?? []).map((one) => [one.id, one.content]),
    ];
    const inside = lines.find(([, [first]]) => first !== undefined && first[0] > 200);
    if (!inside) continue;
    const read = `/read?report=${encodeURIComponent(id)}&line=${inside[0]}`;
    return { report: `/reports/${encodeURIComponent(id)}#${inside[0]}`, read, edit: `${read}&edit=fields` };
  }
  throw new Error('no report of the demo has a line');
}

/** The page of an actor that has candidates to be merged with, the one with the most. The demo has none: a report spells a name otherwise. */
async function mergeAddress(parley) {
  const [{ id: process }] = await parley.processes.list();
  const text = 'Mediator on his way\n\nGENEVA - Lakhdar Brahimy said on Monday that the talks would go on.';
  await parley.add([{ kind: 'text', text }], { processes: [process], publisher: 'Harbour Post', published: '2014-02-03' });
  const { items } = await parley.actors.list({ limit: 100 });
  let most = { id: items[0].id, alike: 0 };
  for (const { id } of items) {
    const { length } = await parley.actors.alike(id);
    if (length > most.alike) most = { id, alike: length };
  }
  return `/who/${encodeURIComponent(most.id)}#same`;
}

await buildParley({ onlyIfStale: true });
const { addDemo, openParley } = await import('../dist/parley.js');
const { createDesk, startDesk } = await import('../dist/desk/desk.js');
const home = mkdtempSync(join(tmpdir(), 'parley-screens-'));
const parley = await openParley({ home, workers: 1 });
await addDemo(parley);
const desk = await startDesk(createDesk(parley), { port: 0 });
const browser = await chromium.launch({
  executablePath: browserProgram(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
mkdirSync(folder, { recursive: true });
try {
  const found = await reportAddresses(parley);
  const take = async ({ name, path, width, height, theme = 'light', print = false, mark }, signedIn) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
    const page = await context.newPage();
    if (signedIn) await signIn(page);
    if (print) await page.emulateMedia({ media: 'print' });
    await page.goto(desk.url + (found[path] ?? path));
    if (mark) await page.locator(mark).first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  };
  const password = randomBytes(12).toString('base64url');
  const signIn = async (page) => {
    await page.goto(`${desk.url}/sign-in`);
    await page.fill('#name', 'Anna Berg');
    await page.fill('#password', password);
    await page.click('main button');
    await page.waitForURL(`${desk.url}/today`);
  };
  for (const screen of SCREENS) await take(screen, false);
  await take({ name: 'merge', path: await mergeAddress(parley), width: 1280, height: 640 }, false);
  const [process] = await parley.processes.list();
  await parley.people.add({ name: 'Anna Berg', role: 'admin', clearance: 'RED' }, password);
  await parley.people.add({ name: 'ben', grants: [{ process: process.id, role: 'reviewer', clearance: 'AMBER' }] }, password);
  await take({ name: 'sign-in-dark', path: '/sign-in', width: 1280, height: 480, theme: 'dark' }, false);
  for (const screen of OF_PEOPLE) await take(screen, true);
} finally {
  await browser.close();
  await desk.close(500);
  await parley.close();
  rmSync(home, { recursive: true, force: true });
}
const total = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${readdirSync(folder).length} screens, ${Math.round(total / 1000)} kB together`);
if (total > LIMIT) throw new Error(`the screens are larger than ${LIMIT / 1000} kB together`);
