// Trains the models of the reader: `npm run train -- --attributions DIR --treebank DIR --treebank DIR --claims DIR [--only NAME…]` (see docs/training.md).
import { parseArgs } from 'node:util';
import { TRAINERS } from './trainers.js';

const { values } = parseArgs({
  options: {
    attributions: { type: 'string' },
    treebank: { type: 'string', multiple: true, default: [] },
    claims: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const { attributions, claims, treebank: treebanks, only } = values;
const names = TRAINERS.map(({ name }) => name);
const unknown = only.filter((name) => !names.includes(name));
if (attributions === undefined || claims === undefined || treebanks.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`No model is called ${unknown.join(', ')}: there are ${names.join(', ')}.`);
  console.error('usage: npm run train -- --attributions DIR --treebank DIR [--treebank DIR…] --claims DIR [--only NAME…]');
  process.exit(2);
}
for (const { name, train } of TRAINERS) {
  if (only.length > 0 && !only.includes(name)) continue;
  const from = performance.now();
  console.log(`training ${name} …`);
  await train({ attributions, claims, treebanks });
  console.log(`${name}: ${Math.round((performance.now() - from) / 1000)} s`);
}
