// The queue of reports that are kept and wait to be read: pg-boss in the database of the record, shared by all desks and workers.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import { z } from 'zod';
import type { Tx } from '../record/engine.js';
import { shownAddress } from '../record/postgres/address.js';
import { databaseErrorOf, isLost } from '../record/postgres/errors.js';
import { ParleyError } from '../terms/errors.js';

const QUEUE = 'read';
/** Seconds a worker may take for one report; then it is taken to be gone, and another reads the report. */
const GONE_S = 60;
/** Milliseconds between two questions for work, where there was none; and between two tries while the database does not answer. */
const [IDLE_MS, AWAY_MS] = [300, 1000];
/** A report that cannot be read is tried so often again. */
const AGAIN = 2;

const jobSchema = z.object({ report: z.string() });

export interface QueueOptions {
  /** Seconds after which a worker that does not answer is taken to be gone. */
  readonly goneAfter?: number;
}

export interface Working {
  /** Reads one report; it may have been read by another already. */
  readonly read: (report: string) => Promise<void>;
  readonly atOnce: number;
  readonly signal: AbortSignal;
  /** Told where the database does not answer, and what could not be read. */
  readonly failed: (error: unknown) => void;
}

export interface ReadingQueue {
  /** Puts a report up to be read, in the transaction that keeps it; gives the number of the job. */
  send(tx: Tx, report: string): Promise<string>;
  /** Resolves once a job is done with, whoever did it. */
  done(job: string, signal?: AbortSignal): Promise<void>;
  /** Reads what there is, until the signal; what is in hand is finished. */
  work(working: Working): Promise<void>;
  /** How many reports wait or are being read. */
  waiting(): Promise<number>;
  close(): Promise<void>;
}

/** Waits for many jobs with one question for all of them. */
class Waiters {
  readonly #ask: (jobs: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly #waiting = new Map<string, () => void>();
  #round: Promise<void> | null = null;

  constructor(ask: (jobs: readonly string[]) => Promise<ReadonlySet<string>>) {
    this.#ask = ask;
  }

  wait(job: string, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.#waiting.delete(job);
        resolve();
      };
      this.#waiting.set(job, end);
      signal?.addEventListener('abort', end, { once: true });
      if (signal?.aborted) end();
      this.#round ??= this.#rounds().finally(() => {
        this.#round = null;
      });
    });
  }

  async #rounds(): Promise<void> {
    while (this.#waiting.size > 0) {
      await wait(IDLE_MS / 3);
      const jobs = [...this.#waiting.keys()];
      let open: ReadonlySet<string>;
      try {
        open = await this.#ask(jobs);
      } catch (error) {
        // The jobs are there when the database is back.
        if (!isLost(error)) throw error;
        await wait(AWAY_MS);
        continue;
      }
      for (const job of jobs) if (!open.has(job)) this.#waiting.get(job)?.();
    }
  }
}

async function startBoss(address: string, goneAfter: number, troubled: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: address,
    max: 3,
    application_name: 'parley queue',
    maintenanceIntervalSeconds: Math.max(1, Math.min(15, Math.floor(goneAfter / 2))),
    schedule: false,
  });
  boss.on('error', troubled);
  try {
    await boss.start();
    await boss.createQueue(QUEUE, { name: QUEUE, policy: 'standard', retryLimit: AGAIN, retryDelay: 0, expireInSeconds: goneAfter });
    return boss;
  } catch (error) {
    throw databaseErrorOf(error, shownAddress(address));
  }
}

/** The queue of a database, opened and where it is missing made at the first use, which throws the errors of a database. */
export function readingQueue(address: string, { goneAfter = GONE_S }: QueueOptions = {}): ReadingQueue {
  let started: Promise<PgBoss> | null = null;
  let troubled = false;
  const onTrouble = (): void => {
    troubled = true;
  };
  const opened = (): Promise<PgBoss> => {
    started ??= startBoss(address, goneAfter, onTrouble).catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  };
  const ask = async (jobs: readonly string[]): Promise<ReadonlySet<string>> => {
    const { rows } = await (await opened())
      .getDb()
      .executeSql(`select id from pgboss.job where name = $1 and id = any($2::uuid[]) and state in ('created', 'retry', 'active')`, [
        QUEUE,
        jobs,
      ]);
    return new Set(
      z
        .array(z.object({ id: z.string() }))
        .parse(rows)
        .map(({ id }) => id),
    );
  };
  const waiters = new Waiters(ask);

  const doJob = async ({ id, data }: PgBoss.Job, { read, failed }: Working): Promise<void> => {
    try {
      await read(jobSchema.parse(data).report);
      await (await opened()).complete(QUEUE, id);
    } catch (error) {
      failed(error);
      // Where the database is away, the job is taken again once it is taken for left behind.
      if (isLost(error)) return;
      const { code, message } = error instanceof ParleyError ? error : { code: 'fault', message: String(error) };
      await (await opened()).fail(QUEUE, id, { code, message }).catch(failed);
    }
  };

  return {
    async send(tx, report) {
      const id = randomUUID();
      const db = {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
        }),
      };
      await (await opened()).send(QUEUE, { report }, { id, db });
      return id;
    },
    done: (job, signal) => waiters.wait(job, signal),
    async work(working) {
      const { atOnce, signal, failed } = working;
      const running = new Set<Promise<void>>();
      let away = false;
      while (!signal.aborted) {
        let jobs: PgBoss.Job[] = [];
        try {
          const boss = await opened();
          if (running.size < atOnce) jobs = await boss.fetch(QUEUE, { batchSize: atOnce - running.size });
          // pg-boss gives no work where it cannot ask for any; after a trouble the database itself is asked.
          if (troubled) await boss.getDb().executeSql('select 1', []);
          troubled = false;
          away = false;
        } catch (error) {
          if (!isLost(error)) throw databaseErrorOf(error, shownAddress(address));
          if (!away) failed(databaseErrorOf(error, shownAddress(address)));
          away = true;
          await wait(AWAY_MS, undefined, { signal }).catch(() => undefined);
          continue;
        }
        for (const job of jobs) {
          const run: Promise<void> = doJob(job, working).finally(() => running.delete(run));
          running.add(run);
        }
        const idle = wait(IDLE_MS, undefined, { signal }).catch(() => undefined);
        await (running.size === 0 ? idle : Promise.race([...running, ...(running.size < atOnce ? [idle] : [])]));
      }
      await Promise.all(running);
    },
    waiting: async () => (await opened()).getQueueSize(QUEUE, { before: 'completed' }),
    async close() {
      const boss = await started?.catch(() => null);
      await boss?.stop({ graceful: false, wait: true });
    },
  };
}
