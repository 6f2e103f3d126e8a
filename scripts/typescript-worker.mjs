// A thread of a checkout that runs its TypeScript by tsx; a built package needs none of this. Node 20 does not hand `--import` on to threads.
import { register } from 'tsx/esm/api';

register();
/** A task of a file, which is loaded when the first is asked for. */
const task = (file, name) => async (given) => (await import(file))[name](given);

export const open = task('../src/jobs/worker-tasks.ts', 'open');
export const paste = task('../src/jobs/worker-tasks.ts', 'paste');
export const read = task('../src/jobs/worker-tasks.ts', 'read');
export const times = task('../src/jobs/worker-tasks.ts', 'times');
export const board = task('../src/parley/study-tasks.ts', 'board');
export const tell = task('../src/parley/study-tasks.ts', 'tell');
export const brief = task('../src/parley/study-tasks.ts', 'brief');
export const write = task('../src/parley/study-tasks.ts', 'write');
