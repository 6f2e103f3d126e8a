// The addings of this process: each can be started, looked at while it runs, stopped, and looked at afterwards.
import { randomUUID } from 'node:crypto';
import type { AddProgress, AddResult, AddRun } from '../terms/adding.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import type { AddingCall, Progress } from './adding.js';

/** Runs that are over are forgotten, the oldest first, when there are more. */
const REMEMBERED = 50;
const NOTHING: AddProgress = { done: 0, total: 0, new: 0, known: 0, refused: 0, rate: 0, left: null };

export interface RunCall {
  readonly onResult?: ((result: AddResult, progress: AddProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Running {
  readonly id: string;
  readonly by: string;
  readonly results: AddResult[];
  readonly stop: AbortController;
  progress: Progress | null;
  state: AddRun['state'];
  error: AddRun['error'];
  last: { readonly progress: AddProgress; readonly seconds: number } | null;
  over: Promise<void>;
}

/** Does the adding; `progressed` is told of the counting once it begins. */
export type Adding = (call: AddingCall, progressed: (progress: Progress) => void) => Promise<void>;

export class Runs {
  readonly #runs = new Map<string, Running>();

  /** Starts an adding for somebody. */
  start(by: string, adding: Adding, { onResult, signal }: RunCall = {}): AddRun {
    const run: Running = {
      id: randomUUID(),
      by,
      results: [],
      stop: new AbortController(),
      progress: null,
      state: 'running',
      error: undefined,
      last: null,
      over: Promise.resolve(),
    };
    const stop = signal ? AbortSignal.any([signal, run.stop.signal]) : run.stop.signal;
    this.#runs.set(run.id, run);
    run.over = this.#work(run, adding, stop, onResult);
    this.#forget();
    return this.#told(run);
  }

  async #work(run: Running, adding: Adding, signal: AbortSignal, onResult: RunCall['onResult']): Promise<void> {
    try {
      await adding(
        {
          signal,
          onResult: (result, progress) => {
            run.results.push(result);
            onResult?.(result, progress);
          },
        },
        (progress) => {
          run.progress = progress;
        },
      );
      run.state = signal.aborted ? 'stopped' : 'done';
    } catch (error) {
      run.state = 'failed';
      run.error = asParleyError(error).toJSON().error;
    }
    run.last = { progress: run.progress?.now ?? NOTHING, seconds: run.progress?.seconds ?? 0 };
  }

  #told({ id, state, results, error, progress, last }: Running): AddRun {
    return {
      id,
      state,
      progress: last?.progress ?? progress?.now ?? NOTHING,
      results: [...results],
      ...(error !== undefined && { error }),
      seconds: last?.seconds ?? progress?.seconds ?? 0,
    };
  }

  #forget(): void {
    const over = [...this.#runs.values()].filter(({ state }) => state !== 'running');
    for (const { id } of over.slice(0, Math.max(0, this.#runs.size - REMEMBERED))) this.#runs.delete(id);
  }

  #find(by: string, id: string): Running {
    const run = this.#runs.get(id);
    if (!run || run.by !== by) throw new ParleyError('unknown-page', `adding ${id}`);
    return run;
  }

  /** Throws `unknown-page` for a run of somebody else, or one that is forgotten. */
  get(by: string, id: string): AddRun {
    return this.#told(this.#find(by, id));
  }

  /** Newest first. */
  list(by: string): readonly AddRun[] {
    return [...this.#runs.values()]
      .filter((run) => run.by === by)
      .reverse()
      .map((run) => this.#told(run));
  }

  /** Stops a run after the report in hand. */
  async stop(by: string, id: string): Promise<void> {
    const run = this.#find(by, id);
    run.stop.abort();
    await run.over;
  }

  /** The run when it is over. */
  async ended(by: string, id: string): Promise<AddRun> {
    const run = this.#find(by, id);
    await run.over;
    return this.#told(run);
  }

  /** True while one runs. */
  get busy(): boolean {
    return [...this.#runs.values()].some(({ state }) => state === 'running');
  }

  /** Stops all of them. */
  async close(): Promise<void> {
    const all = [...this.#runs.values()];
    for (const { stop } of all) stop.abort();
    await Promise.all(all.map(({ over }) => over));
  }
}
