// Fuzzes every input door: `npm run bench:fuzz -- [--minutes N] [--door NAME]… [--seed N] [--fresh]`; goes on where the last run of a door ended, and keeps the finds as cases of the suite.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { keepFigures } from '../trust/figures.js';
import { DOORS, type DoorName, isDoor } from './doors.js';
import { type Hunted, hunt } from './hunt.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    door: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
  },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const doors = values.door.filter(isDoor);
if (doors.length < values.door.length || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(`--door takes one of ${DOORS.join(', ')}, --minutes a number, --seed a whole number.`);
  process.exit(2);
}

/** How far each door has come with a seed, over all runs. */
const stateSchema = z.record(
  z.string(),
  z.object({ next: z.number(), seconds: z.number(), finds: z.number(), slowest: z.number(), memory: z.number() }),
);
type State = z.infer<typeof stateSchema>;
const folder = new URL('../../.parley/', import.meta.url);
const file = new URL('fuzz.json', folder);
const stateNow = (): State => (existsSync(file) ? stateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {});

/** Of a door over all seeds. */
function figuresOf(state: State, door: DoorName) {
  const runs = Object.entries(state).flatMap(([key, run]) => (key.startsWith(`${door} `) ? [run] : []));
  const sum = (of: (run: State[string]) => number): number => runs.reduce((all, run) => all + of(run), 0);
  return {
    inputs: sum(({ next }) => next),
    minutes: Math.round(sum(({ seconds }) => seconds) / 60),
    finds: sum(({ finds }) => finds),
    memory: Math.round(Math.max(...runs.map(({ memory }) => memory)) / 1e6),
  };
}

let found = 0;
for (const door of doors.length > 0 ? doors : DOORS) {
  const key = `${door} ${seed}`;
  const before = values.fresh ? undefined : stateNow()[key];
  const hunted: Hunted = await hunt(door as DoorName, seed, before?.next ?? 0, minutes);
  const sum = {
    next: hunted.next,
    seconds: (before?.seconds ?? 0) + hunted.seconds,
    finds: (before?.finds ?? 0) + hunted.finds.length,
    slowest: Math.max(before?.slowest ?? 0, hunted.slowest),
    memory: Math.max(before?.memory ?? 0, hunted.memory),
  };
  mkdirSync(folder, { recursive: true });
  // Another run may have been at another door meanwhile.
  writeFileSync(file, JSON.stringify({ ...stateNow(), [key]: sum }, null, 2));
  found += hunted.finds.length;
  console.log(
    `${door}: ${hunted.inputs} inputs in ${hunted.seconds} s, ${hunted.finds.length} finds; in all ${sum.next} inputs in ${sum.seconds} s`,
  );
  keepFigures('fuzz', door, figuresOf(stateNow(), door));
}
process.exitCode = found > 0 ? 1 : 0;
