// A desk in a process of its own: started, asked how much memory it has, stopped.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const PROGRAM = fileURLToPath(new URL('../../dist/desk/cli/main.js', import.meta.url));
const deskFile = z.object({ url: z.string(), key: z.string() });

export interface Desk {
  readonly url: string;
  readonly key: string;
  /** Megabytes that the process has in memory now. */
  memory(): number;
  stop(): Promise<void>;
}

/** Serves a home with the built program. `profile`: a folder for a CPU profile of it. */
export async function startDesk(home: string, profile?: string): Promise<Desk> {
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...flags, PROGRAM, 'serve', '--home', home, '--port', '0', '--no-demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const over = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const file = join(home, 'desk.json');
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 600) throw new Error('the desk did not start');
    await pause(50);
  }
  const { url, key } = deskFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    url: url.replace(/\/$/, ''),
    key,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    async stop() {
      child.kill('SIGINT');
      await over;
    },
  };
}
