// A folder for copies of the store while they are checked; those of a program that was killed are removed by the next.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A new one below `folder`, for its owner alone; whoever asks for it removes it. */
export function scratchFolder(folder: string): string {
  for (const name of readdirSync(folder)) {
    const pid = /^\.check-(\d{1,9})-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, `.check-${process.pid}-`));
}
