// The boards and sheets of a home: each studied once for as long as nothing changes, for a desk in a thread of its own, because a long study would hold it up.
import { openThreads, type Threads } from '../jobs/threads.js';
import type { Place } from '../record/place.js';
import type { Store } from '../record/store.js';
import type { Board } from '../terms/board.js';
import type { Brief } from '../terms/brief.js';
import type { Changed } from '../terms/record.js';
import { type BoardAsked, boardFor } from './board.js';
import { type BriefAsked, briefFor } from './brief.js';
import { type ChangedAsked, changedFor } from './changed.js';
import { type Deciding, type DecidingAsked, decidingFor } from './deciding.js';
import { type TellAsked, tellFor } from './tell.js';
import { type WriteAsked, writtenFor } from './written.js';

/** Answers kept, the last asked for. */
const KEPT = 40;
/** While reports are being added an answer serves this many times as long as it took to make, so that studying never takes the better part of a core. */
const PATIENCE = 6;

interface Answered {
  readonly seq: number;
  readonly at: number;
  readonly took: number;
  readonly answer: unknown;
}

export interface Studies {
  board(asked: BoardAsked): Promise<Board>;
  tell(asked: TellAsked): Promise<Record<string, unknown>>;
  brief(asked: BriefAsked): Promise<Brief>;
  /** Kept while no report, edit or handmade line comes or goes: a decision changes what is left of it, not its order. */
  deciding(asked: DecidingAsked): Promise<Deciding>;
  changed(asked: ChangedAsked): Promise<Changed>;
  write(asked: WriteAsked): Promise<string>;
  close(): Promise<void>;
}

/** `place`: in a thread that reads the store there; without one, in this thread. `busy` says whether reports are being added. */
export function openStudies(store: Store, place: Place | null, busy: () => boolean): Studies {
  const threads: Threads | null = place === null ? null : openThreads(new URL('./study-tasks.js', import.meta.url), 1);
  const kept = new Map<string, Answered>();
  const running = new Map<string, Promise<unknown>>();

  const make = async (key: string, seq: number, work: () => Promise<unknown>): Promise<unknown> => {
    const started = performance.now();
    const answer = await work();
    kept.delete(key);
    kept.set(key, { seq, at: performance.now(), took: performance.now() - started, answer });
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
    return answer;
  };
  const answerOf = async <T>(
    name: string,
    asked: BoardAsked | TellAsked | BriefAsked | WriteAsked | DecidingAsked | ChangedAsked,
    work: () => Promise<T>,
    aside: readonly string[] = [],
  ): Promise<T> => {
    // The name and role of who asks change nothing, only what they may see.
    const { clearance, grants = [] } = asked.who;
    const sights = grants.map((grant) => `${grant.clearance} of ${grant.process}`).sort();
    const key = JSON.stringify([name, { ...asked, who: [clearance, ...sights] }]);
    let changes = store.read.selectFrom('change').select((eb) => eb.fn.max('seq').as('seq'));
    if (aside.length > 0) changes = changes.where('what', 'not in', aside);
    const last = await changes.executeTakeFirst();
    const seq = last?.seq ?? 0;
    const known = kept.get(key);
    if (known && (known.seq === seq || (busy() && performance.now() - known.at < known.took * PATIENCE))) return known.answer as T;
    const run = running.get(`${key} ${seq}`) ?? make(key, seq, work);
    running.set(`${key} ${seq}`, run);
    try {
      return (await run) as T;
    } finally {
      running.delete(`${key} ${seq}`);
    }
  };
  return {
    board: (asked) => answerOf('board', asked, () => (threads ? threads.ask('board', { ...asked, place }) : boardFor(store, asked))),
    tell: (asked) => answerOf('tell', asked, () => (threads ? threads.ask('tell', { ...asked, place }) : tellFor(store, asked))),
    brief: (asked) => answerOf('brief', asked, () => (threads ? threads.ask('brief', { ...asked, place }) : briefFor(store, asked))),
    deciding: (asked) =>
      answerOf('deciding', asked, () => (threads ? threads.ask('deciding', { ...asked, place }) : decidingFor(store, asked)), [
        'line-reviewed',
      ]),
    changed: (asked) =>
      answerOf('changed', asked, () => (threads ? threads.ask('changed', { ...asked, place }) : changedFor(store, asked))),
    // A file is long and asked for once: it is not kept.
    write: (asked) => (threads ? threads.ask('write', { ...asked, place }) : writtenFor(store, asked)),
    close: async () => threads?.close(),
  };
}
