// A program of its own that keeps twenty reports and tells of each once it is kept. Arguments: home, first number.
import { keepReport } from '../../src/record/keeping.js';
import { openStore } from '../../src/record/store.js';
import { LOCAL_READER } from '../../src/terms/marks.js';
import { madeReport } from './made.js';

const [home = '', first = '0'] = process.argv.slice(2);
const store = await openStore(home, 'test');
for (let n = Number(first); n < Number(first) + 20; n++) {
  const { id } = await keepReport(store, LOCAL_READER, { ...madeReport(n), mark: 'CLEAR', processes: [] });
  process.send?.(id);
}
await store.close();
if (process.connected) process.disconnect();
