// Gives one door input after input in a process of its own, which may be killed: tells of each before and after. Arguments: door, seed, first number.
import { type DoorName, inputFor, isDoor, openDoor } from './doors.js';

const [name = '', seed = '1', first = '0'] = process.argv.slice(2);
if (!isDoor(name)) throw new Error(`no door is called ${name}`);
const tell = (what: object): void => {
  process.send?.(what);
};

async function run(door: DoorName): Promise<void> {
  const open = await openDoor(door);
  let stop = false;
  process.on('message', () => {
    stop = true;
  });
  for (let n = Number(first); !stop; n++) {
    const bytes = await inputFor(door, Number(seed), n);
    tell({ begun: n });
    try {
      await open.take(bytes);
      tell({ done: n, rss: process.memoryUsage().rss });
    } catch (error) {
      tell({ found: n, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    // A message can only come between two inputs.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await open.close();
  tell({ ended: true });
}

process.on('unhandledRejection', (error) => {
  tell({ found: -1, why: `nobody waited for: ${error instanceof Error ? error.stack : String(error)}` });
});
await run(name);
process.disconnect();
