// A thread of a checkout that runs its TypeScript by tsx; a built package needs none of this. Node 20 does not hand `--import` on to threads.
import { register } from 'tsx/esm/api';

register();
/** A task of the file that the thread was started for (its last argument), which is loaded when the first is asked for. */
const task = (name) => async (given) => (await import(process.argv.at(-1)))[name](given);

export const open = task('open');
export const paste = task('paste');
export const read = task('read');
export const times = task('times');
export const board = task('board');
export const tell = task('tell');
export const brief = task('brief');
export const deciding = task('deciding');
export const changed = task('changed');
export const write = task('write');
