// Measures a desk over a record that grows: `npm run bench:size -- [--sizes 1000,10000,100000] [--homes FOLDER] [--rounds N] [--draw]`; results.json keeps the figures.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { growthPicture } from './growth-picture.js';
import { sizePage } from './size-page.js';

const filledSchema = z.object({
  reports: z.number(),
  processes: z.number(),
  statements: z.number(),
  claims: z.number(),
  seconds: z.number(),
  storeMiB: z.number(),
});
const routeSchema = z.object({
  state: z.enum(['opened', 'in use']),
  route: z.string(),
  asked: z.number(),
  /** Milliseconds of the server's own time, the wall clock's. */
  median: z.number(),
  p95: z.number(),
  most: z.number(),
  kB: z.number(),
});
const askedSchema = z.object({ routes: z.array(routeSchema), peakMiB: z.number(), load: z.number() });
const resultsSchema = z.object({
  machine: z.object({ processor: z.string(), cores: z.number(), memoryGiB: z.number(), node: z.string() }),
  sizes: z.array(z.object({ filled: filledSchema, asked: askedSchema })),
});
export type SizeResults = z.infer<typeof resultsSchema>;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    homes: { type: 'string', default: join(tmpdir(), 'parley-size') },
    rounds: { type: 'string', default: '20' },
    draw: { type: 'boolean', default: false },
  },
});
/** Reports of one process: a larger record follows several. */
const OF_PROCESS = 10_000;
const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const told = <T>(schema: z.ZodType<T>, args: readonly string[]): T =>
  schema.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--max-old-space-size=8192', ...args], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    ),
  );

const file = new URL('./results.json', import.meta.url);
const results: SizeResults = existsSync(file)
  ? resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : { machine: { processor: '', cores: 0, memoryGiB: 0, node: '' }, sizes: [] };
if (!values.draw) {
  execFileSync(process.execPath, [program('../../scripts/build.mjs'), '--if-stale'], { stdio: 'inherit' });
  for (const reports of values.sizes.split(',').map(Number)) {
    const home = join(values.homes, String(reports));
    const kept = join(home, 'filled.json');
    mkdirSync(home, { recursive: true });
    // Filling takes long: a home that was filled before is asked again.
    if (!existsSync(kept)) {
      const filled = told(filledSchema, [program('fill-program.mjs'), home, String(reports), String(Math.max(1, reports / OF_PROCESS))]);
      writeFileSync(kept, JSON.stringify(filled));
    }
    const filled = filledSchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
    console.error(`asking a desk over ${reports} reports …`);
    const asked = told(askedSchema, [program('asking-program.mjs'), home, values.rounds]);
    results.sizes = [...results.sizes.filter((one) => one.filled.reports !== reports), { filled, asked }].sort(
      (a, b) => a.filled.reports - b.filled.reports,
    );
  }
  results.machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}
writeFileSync(new URL('../../docs/size.svg', import.meta.url), growthPicture(results));
const page = new URL('../../docs/size.md', import.meta.url);
writeFileSync(page, sizePage(readFileSync(page, 'utf8'), results));
