// A worker thread of a checkout that runs its TypeScript by tsx; a built package needs none of this. Node 20 does not hand `--import` on to threads.
import { register } from 'tsx/esm/api';

register();
const tasks = await import('../src/jobs/worker-tasks.ts');
export const { open, paste, read } = tasks;
