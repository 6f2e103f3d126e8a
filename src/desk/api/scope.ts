// Which process a request is about: the one it names, else the one a person would expect to open.
import type { Parley } from '../../parley.js';
import { ParleyError } from '../../terms/errors.js';
import type { Process } from '../../terms/record.js';

/** The newest process of the user's own, else the demo, else none. */
export function expectedProcess(processes: readonly Process[]): Process | null {
  const newestFirst = [...processes].sort((a, b) => Number(a.demo) - Number(b.demo) || b.created.localeCompare(a.created));
  return newestFirst[0] ?? null;
}

/** The process named, by id or name, else the expected one; throws `unknown-process` where there is none at all. */
export async function processFor(parley: Parley, named: string | undefined): Promise<Process> {
  if (named !== undefined) return parley.processes.get(named);
  const process = expectedProcess(await parley.processes.list());
  if (process === null) throw new ParleyError('unknown-process', '(none yet)');
  return process;
}
