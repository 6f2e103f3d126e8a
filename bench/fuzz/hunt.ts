// Hunts at one door for a time: a process that hangs, crashes or eats memory is killed and begun again after the input that did it, which is kept.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type DoorName, inputFor } from './doors.js';

/** Milliseconds of work for one input, whatever else the machine does; and of waiting, for one that does not even work. Bytes of memory. */
const PATIENCE = 20_000;
const WAITING = 300_000;
const MOST_MEMORY = 1.5 * 1024 ** 3;
/** Inputs before a process is begun anew, so that what grows slowly is not taken for one input's doing. */
const AT_ONCE = 5000;

const CASES = new URL('../../test/fuzz/cases/', import.meta.url);
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Find {
  readonly n: number;
  readonly kind: 'error' | 'hang' | 'crash' | 'memory';
  readonly why: string;
}
export interface Hunted {
  readonly next: number;
  readonly inputs: number;
  readonly seconds: number;
  readonly finds: readonly Find[];
  /** The slowest input in milliseconds of work, and the most memory. */
  readonly slowest: number;
  readonly memory: number;
}

const told = z.object({
  begun: z.number().optional(),
  done: z.number().optional(),
  found: z.number().optional(),
  why: z.string().optional(),
  rss: z.number().optional(),
  ended: z.boolean().optional(),
});

/** Milliseconds a process has worked so far; Linux counts hundredths of a second. Elsewhere the time that passes. */
function workOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return performance.now();
  const fields = readFileSync(file, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

interface Spell {
  readonly next: number;
  readonly find: Find | null;
  readonly slowest: number;
  readonly memory: number;
}

/** One process from an input on, until it finds something, has done its share, or the time is over. */
function spell(door: DoorName, seed: number, first: number, until: number): Promise<Spell> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(CHILD, [door, String(seed), String(first)], {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let [at, begun, worked, slowest, memory, errors] = [first - 1, performance.now(), 0, 0, 0, ''];
    let find: Find | null = null;
    let stopping = false;
    child.stderr?.on('data', (piece: Buffer) => {
      errors = (errors + piece.toString()).slice(-4000);
    });
    const end = (found: Find | null): void => {
      find ??= found;
      child.kill('SIGKILL');
    };
    const watch = setInterval(() => {
      const waited = performance.now() - begun;
      if (at >= first && workOf(child.pid) - worked > PATIENCE)
        end({ n: at, kind: 'hang', why: `no answer after ${PATIENCE / 1000} s of work` });
      // One that does not even start, or end, is none of an input's doing.
      else if (waited > WAITING) end(at >= first ? { n: at, kind: 'hang', why: `no answer in ${WAITING / 1000} s` } : null);
    }, 500);
    child.on('message', (message) => {
      const { begun: n, done, found, why = '', rss = 0 } = told.parse(message);
      if (n !== undefined) {
        at = n;
        begun = performance.now();
        worked = workOf(child.pid);
      }
      if (found !== undefined) end({ n: found < 0 ? at : found, kind: 'error', why });
      if (done === undefined) return;
      slowest = Math.max(slowest, workOf(child.pid) - worked);
      memory = Math.max(memory, rss);
      begun = performance.now();
      if (rss > MOST_MEMORY) end({ n: done, kind: 'memory', why: `${Math.round(rss / 1e6)} MB` });
      else if (!stopping && (Date.now() > until || done - first >= AT_ONCE)) {
        stopping = true;
        child.send('stop');
      }
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (find === null && signal === null && code !== 0) find = { n: at, kind: 'crash', why: errors || `ended with ${code}` };
      resolve({ next: at + 1, find, slowest, memory });
    });
  });
}

/** Hunts for `minutes` from input `from` on. What is found is kept among the cases of the suite. */
export async function hunt(door: DoorName, seed: number, from: number, minutes: number): Promise<Hunted> {
  const [start, until] = [Date.now(), Date.now() + minutes * 60_000];
  let next = from;
  let [slowest, memory] = [0, 0];
  const finds: Find[] = [];
  while (Date.now() < until) {
    const made = await spell(door, seed, next, until);
    [next, slowest, memory] = [Math.max(made.next, next), Math.max(slowest, made.slowest), Math.max(memory, made.memory)];
    if (made.find === null) continue;
    finds.push(made.find);
    console.error(`${door} ${made.find.n}: ${made.find.kind}: ${made.find.why}`);
    mkdirSync(CASES, { recursive: true });
    writeFileSync(new URL(`${door}-${seed}-${made.find.n}.bin`, CASES), await inputFor(door, seed, made.find.n));
  }
  return { next, inputs: next - from, seconds: Math.round((Date.now() - start) / 1000), finds, slowest: Math.round(slowest), memory };
}
