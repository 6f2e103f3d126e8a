// A program of its own that adds a folder and prints each id once it is kept, for a test to kill.
import { writeSync } from 'node:fs';
import { openParley } from '../../src/parley.js';

const [home = '', folder = ''] = process.argv.slice(2);
const parley = await openParley({ home, workers: 1 });
const run = await parley.add([{ kind: 'folder', path: folder }], {
  onResult: ({ outcome, id }) => void writeSync(1, `${outcome} ${id}\n`),
});
writeSync(1, `${run.state}\n`);
await parley.close();
