// Asks a desk at an even rate, whether it has answered the requests before or not, and keeps how long each took from the moment it was due.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { numbersFrom } from '../speed/generator.js';

export interface Asked {
  readonly path: string;
  /** Milliseconds from when it was due to the end of its answer. */
  readonly took: number;
  /** 0 where there was no answer at all. */
  readonly status: number;
}

/** One request; `page` asks as a browser does. */
function ask(agent: Agent, base: string, path: string): Promise<number> {
  return new Promise((resolve) => {
    const accept = path.includes('.json') ? 'application/json' : 'text/html';
    const asked = request(`${base}${path}`, { agent, headers: { accept } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    asked.on('error', () => resolve(0));
    asked.end();
  });
}

/** Asks `rate` times a second for so many seconds, each time for one of the paths by chance. */
export async function askEvenly(
  base: string,
  paths: readonly string[],
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<readonly Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const next = numbersFrom(7);
  const start = performance.now();
  const asked: Promise<Asked>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    const due = start + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const path = paths[Math.floor(next() * paths.length)] ?? '/';
    asked.push(ask(agent, base, path).then((status) => ({ path, status, took: performance.now() - due })));
  }
  const all = await Promise.all(asked);
  agent.destroy();
  return all;
}
