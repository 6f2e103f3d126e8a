// Makes docs/screens/*.png from the demo process: the desk as it looks, in light, dark and on a phone. Needs a Chromium (PARLEY_CHROMIUM, else the usual names).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildParley } from './build.mjs';

const LIMIT = 1_500_000;
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));

/** The pages to show; `report` is asked of the running desk, since ids come from texts. */
const SCREENS = [
  { name: 'today', path: '/today', width: 1280, height: 860 },
  { name: 'today-dark', path: '/today', width: 1280, height: 860, theme: 'dark' },
  { name: 'today-phone', path: '/today', width: 390, height: 844 },
  { name: 'report', path: 'report', width: 1280, height: 860 },
  { name: 'talks', path: '/talks?as-of=2014-02-16', width: 1280, height: 860 },
  { name: 'access', path: '/access?as-of=2014-02-10', width: 1280, height: 860 },
  { name: 'who', path: '/who', width: 1280, height: 640 },
];

function browserProgram() {
  if (process.env.PARLEY_CHROMIUM) return process.env.PARLEY_CHROMIUM;
  const found = execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
    encoding: 'utf8',
  });
  return found.trim();
}

/** The first report of the demo with a line well inside its text, at that line. */
async function reportAddress(parley) {
  const { items } = await parley.reports.list({ limit: 100 });
  for (const { id } of items.reverse()) {
    const { reading } = await parley.reports.get(id);
    const lines = [
      ...(reading?.claims ?? []).map((claim) => [claim.id, claim.evidence]),
      ...(reading?.statements ?? []).map((one) => [one.id, one.content]),
    ];
    const inside = lines.find(([, [first]]) => first !== undefined && first[0] > 200);
    if (inside) return `/reports/${encodeURIComponent(id)}#${inside[0]}`;
  }
  throw new Error('no report of the demo has a line');
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
  const report = await reportAddress(parley);
  for (const { name, path, width, height, theme = 'light' } of SCREENS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
    const page = await context.newPage();
    await page.goto(desk.url + (path === 'report' ? report : path));
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close(500);
  await parley.close();
  rmSync(home, { recursive: true, force: true });
}
const total = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${SCREENS.length} screens, ${Math.round(total / 1000)} kB together`);
if (total > LIMIT) throw new Error(`the screens are larger than ${LIMIT / 1000} kB together`);
