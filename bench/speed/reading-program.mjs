// Reads generated reports with the built reader in one thread and prints what it took, as JSON. Argument: how many reports.
import { register } from 'tsx/esm/api';
import { processorTime } from './processor-time.mjs';

const started = performance.now();
const { readReport, STEPS } = await import('../../dist/reading/reader.js');
const { runSteps, stepsTo } = await import('../../dist/reading/step.js');
const { openResources } = await import('../../dist/reading/resources.js');
const { readPackageFile } = await import('../../dist/jobs/package-files.js');
const resources = openResources(readPackageFile);
readReport({ id: 'first', text: 'Anna Berg, the envoy, said the talks would go on.', published: '2020-01-01' }, resources);
const opening = performance.now() - started;

const unregister = register();
const { generatedReport } = await import('./generator.ts');
await unregister();
const inputs = Array.from({ length: Number(process.argv[2]) }, (_, n) => ({ id: `g${n}`, ...generatedReport(n) }));
for (const input of inputs.slice(0, 10)) readReport(input, resources);
const from = processorTime();
for (const input of inputs) readReport(input, resources);
const seconds = processorTime() - from;
const said = processorTime();
for (const input of inputs) runSteps(stepsTo(STEPS, 'statements'), input, resources);
const statements = processorTime() - said;
const words = inputs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
console.log(JSON.stringify({ reports: inputs.length, words, opening, seconds, statements, peakMiB: process.resourceUsage().maxRSS / 1024 }));
