// `npm run -s parley -- …` in a checkout: builds when a source changed, then is the program.
import { buildParley } from './build.mjs';

await buildParley({ onlyIfStale: true });
await import('../dist/desk/cli/main.js');
