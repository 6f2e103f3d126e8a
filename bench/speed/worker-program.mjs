// Reads generated reports in one thread set up like the desk's, and prints in MiB what the program takes before and with it, as JSON. Argument: how many reports.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { YOUNG_MIB } from '../../dist/jobs/threads.js';

const resident = () => process.memoryUsage().rss / 2 ** 20;

if (isMainThread) {
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { generatedReport } = await import('./generator.ts');
  await unregister();
  const inputs = Array.from({ length: Number(process.argv[2]) }, (_, n) => ({ id: `g${n}`, ...generatedReport(n) }));
  const before = resident();
  const worker = new Worker(new URL(import.meta.url), { workerData: inputs, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
  worker.once('message', async (after) => {
    console.log(JSON.stringify({ before, after }));
    await worker.terminate();
  });
} else {
  const { readReport } = await import('../../dist/reading/reader.js');
  const { openResources } = await import('../../dist/reading/resources.js');
  const { readPackageFile } = await import('../../dist/jobs/package-files.js');
  const resources = openResources(readPackageFile);
  let most = 0;
  for (const input of workerData) {
    readReport(input, resources);
    most = Math.max(most, resident());
  }
  parentPort.postMessage(most);
}
