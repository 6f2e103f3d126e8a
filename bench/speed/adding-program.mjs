// Adds generated reports to a new home with the built program and prints what it took, as JSON. Arguments: how many reports, how many threads.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { register } from 'tsx/esm/api';
import { openParley } from '../../dist/parley.js';

const unregister = register();
const { generatedReport } = await import('./generator.ts');
await unregister();

const reports = Number(process.argv[2]);
const workers = process.argv[3] ? Number(process.argv[3]) : undefined;
const inputs = Array.from({ length: reports }, (_, n) => generatedReport(n)).map(({ text, published }) => ({ kind: 'text', text, published }));
const words = inputs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
const home = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const parley = await openParley({ home, workers });
// The threads open their models before the clock starts: a desk has them open.
await parley.add([{ kind: 'text', text: 'Anna Berg said the talks would go on.\n' }]);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const timed = async () => {
  const started = performance.now();
  const run = await parley.add(inputs);
  if (run.state !== 'done' || run.progress.refused > 0) throw new Error(JSON.stringify(run.error ?? run.results.find((one) => one.error)));
  return (performance.now() - started) / 1000;
};
const seconds = await timed();
delay.disable();
const again = await timed();
await parley.close();
const storeMiB = statSync(join(home, 'parley.db')).size / 2 ** 20;
rmSync(home, { recursive: true, force: true });
const { availableParallelism } = await import('node:os');
console.log(
  JSON.stringify({
    reports,
    words,
    seconds,
    again,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    // The monitor counts its own resolution in.
    delayP99: Math.max(0, delay.percentile(99) / 1e6 - 5),
    delayMax: Math.max(0, delay.max / 1e6 - 5),
    storeMiB,
    threads: workers ?? Math.max(1, availableParallelism() - 1),
  }),
);
