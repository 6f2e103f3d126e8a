// The boards and sheets of a home: each studied once for as long as nothing changes it, for a desk in a thread of its own, because a long study would hold it up.
import { openThreads, type Threads } from '../jobs/threads.js';
import type { Place } from '../record/place.js';
import type { Store } from '../record/store.js';
import { studiedSince } from '../record/studied-changes.js';
import type { Brief } from '../terms/brief.js';
import type { Earlier } from '../terms/earlier.js';
import type { ReaderOf } from '../terms/marks.js';
import type { Changed } from '../terms/record.js';
import { type BoardAsked, type BoardFound, boardFor } from './board.js';
import { type BriefAsked, briefFor } from './brief.js';
import { type ChangedAsked, changedFor } from './changed.js';
import { type Deciding, type DecidingAsked, decidingFor } from './deciding.js';
import { type OpenAsked, type OpenFound, openFor } from './open-questions.js';
import type { Made } from './study-tasks.js';
import { type TellAsked, tellFor } from './tell.js';
import { type WriteAsked, writtenFor } from './written.js';

/** MiB for what a study makes and drops again: of ten thousand reports it takes half as long as with little. */
const YOUNG_MIB = 96;
/** Answers kept, the last asked for. */
const KEPT = 80;
/** Milliseconds of studying from which an answer serves on while the next is made; a shorter study is waited for. */
const LONG = 1000;
/** For how many times as long as it took to make it does so at most: the next may have to wait for others to be made, and one that fails must be heard of. */
const PATIENCE = 30;

interface Answered {
  /** The last change looked at. */
  seq: number;
  /** When a change was first met that is not in it; null: it holds all. */
  late: number | null;
  /** When the record was looked at for it, ISO 8601 in UTC. */
  readonly at: string;
  readonly took: number;
  readonly answer: unknown;
}

export interface Studies {
  board(asked: BoardAsked, onEarlier?: OnEarlier): Promise<BoardFound>;
  open(asked: OpenAsked, onEarlier?: OnEarlier): Promise<OpenFound>;
  tell(asked: TellAsked, onEarlier?: OnEarlier): Promise<Record<string, unknown>>;
  brief(asked: BriefAsked, onEarlier?: OnEarlier): Promise<Brief>;
  deciding(asked: DecidingAsked, onEarlier?: OnEarlier): Promise<Deciding>;
  changed(asked: ChangedAsked, onEarlier?: OnEarlier): Promise<Changed>;
  write(asked: WriteAsked): Promise<string>;
  close(): Promise<void>;
}

/** Told of each answer that is of an earlier state of the record. */
export type OnEarlier = (earlier: Earlier) => void;

interface Asked {
  readonly who: ReaderOf;
  /** Id of the process; null: all reports. */
  readonly process: string | null;
}

/** `place`: in a thread that reads the store there; without one, in this thread. `busy` says whether reports are being added. */
export function openStudies(store: Store, place: Place | null, busy: () => boolean): Studies {
  const threads: Threads | null = place === null ? null : openThreads(new URL('./study-tasks.js', import.meta.url), 1, YOUNG_MIB);
  const kept = new Map<string, Answered>();
  const running = new Map<string, Promise<unknown>>();

  /** Has the thread do a task, or does it here. */
  const made = async <A extends object, T>(name: string, asked: A, here: (store: Store, asked: A) => Promise<T>): Promise<Made<T>> => {
    if (threads !== null) return threads.ask<Made<T>>(name, { place, asked });
    const started = performance.now();
    return { made: await here(store, asked), took: performance.now() - started };
  };
  const make = async (key: string, seq: number, work: () => Promise<Made<unknown>>): Promise<unknown> => {
    const at = new Date().toISOString();
    const { made: answer, took } = await work();
    kept.delete(key);
    kept.set(key, { seq, late: null, at, took, answer });
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
    return answer;
  };
  /** One run of a kind at a time: whoever asks meanwhile gets what it gives, whoever needs a later one waits for it first. */
  const run = (key: string, seq: number, work: () => Promise<Made<unknown>>): Promise<unknown> => {
    const known = running.get(`${key} ${seq}`);
    if (known !== undefined) return known;
    const begun = make(key, seq, work).finally(() => running.delete(`${key} ${seq}`));
    running.set(`${key} ${seq}`, begun);
    return begun;
  };
  const answerOf = async <A extends Asked, T>(
    name: string,
    asked: A,
    here: (store: Store, asked: A) => Promise<T>,
    onEarlier: OnEarlier | undefined,
    reviews = false,
  ): Promise<T> => {
    const work = (): Promise<Made<T>> => made(name, asked, here);
    // The name and role of who asks change nothing, only what they may see.
    const { clearance, grants = [] } = asked.who;
    const sights = grants.map((grant) => `${grant.clearance} of ${grant.process}`).sort();
    const key = JSON.stringify([name, { ...asked, who: [clearance, ...sights] }]);
    const known = kept.get(key);
    const { last, changes } = await studiedSince(store.read, known?.seq ?? 0, { process: asked.process, reviews });
    if (known !== undefined && changes === 0) {
      known.seq = Math.max(known.seq, last);
      if (known.late === null) return known.answer as T;
    }
    if (known !== undefined && (known.took > LONG || busy())) {
      known.late ??= performance.now();
      if (performance.now() - known.late < known.took * PATIENCE) {
        const renewing = [...running.keys()].some((one) => one.startsWith(`${key} `));
        // What fails here fails again when it is waited for.
        if (!renewing) void run(key, last, work).catch(() => undefined);
        onEarlier?.({ at: known.at, changes: Math.max(changes, 1) });
        return known.answer as T;
      }
    }
    return (await run(key, last, work)) as T;
  };
  return {
    board: (asked, onEarlier) => answerOf('board', asked, boardFor, onEarlier),
    open: (asked, onEarlier) => answerOf('open', asked, openFor, onEarlier),
    tell: (asked, onEarlier) => answerOf('tell', asked, tellFor, onEarlier),
    brief: (asked, onEarlier) => answerOf('brief', asked, briefFor, onEarlier, true),
    deciding: (asked, onEarlier) => answerOf('deciding', asked, decidingFor, onEarlier),
    changed: (asked, onEarlier) => answerOf('changed', asked, changedFor, onEarlier),
    // A file is long and asked for once: it is not kept.
    write: async (asked) => (await made('write', asked, writtenFor)).made,
    close: async () => threads?.close(),
  };
}
