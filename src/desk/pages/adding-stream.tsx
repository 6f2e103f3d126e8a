// Sends the page of an adding as it runs: the progress is renewed in the page while it arrives, without any script.
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { DeskEnv } from '../api/env.js';
import { AddingOutcome, AddingPage, GAP, ProgressLine } from './adding-page.js';
import type { Frame } from './frame.js';

/** How often an open page asks how far the adding is, in milliseconds. */
const EVERY = 300;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function sendAdding(c: Context<DeskEnv>, frame: Frame, id: string): Promise<Response> {
  const run = await c.var.parley.adding.get(id);
  const { parley } = c.var;
  if (run.state !== 'running') return c.html(`<!doctype html>${<AddingPage frame={frame} id={id} run={run} />}`);
  const [before = '', after = ''] = `<!doctype html>${<AddingPage frame={frame} id={id} run={null} />}`.split(GAP);
  c.header('Content-Type', 'text/html; charset=utf-8');
  // Else a proxy would keep the page back until it is whole.
  c.header('X-Accel-Buffering', 'no');
  return stream(c, async (out) => {
    await out.write(`${before}<div class="progress" role="status">`);
    let now = run;
    let told = '';
    while (now.state === 'running' && !out.aborted) {
      const line = String(<ProgressLine progress={now.progress} />);
      if (line !== told) await out.write(line);
      told = line;
      await pause(EVERY);
      now = await parley.adding.get(id);
    }
    await out.write(`${<ProgressLine progress={now.progress} />}</div>${<AddingOutcome run={now} frame={frame} />}${after}`);
  });
}
