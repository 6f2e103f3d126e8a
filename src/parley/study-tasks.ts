// What is done in the thread that studies: it reads the store of the home by itself, beside the one that writes.
import { type Answer, answer } from '../jobs/answer.js';
import { storeFile } from '../record/home.js';
import { sqliteEngine } from '../record/sqlite/engine.js';
import { type Store, storeOver } from '../record/store.js';
import type { Board } from '../terms/board.js';
import type { Brief } from '../terms/brief.js';
import type { Changed } from '../terms/record.js';
import { type BoardAsked, boardFor } from './board.js';
import { type BriefAsked, briefFor } from './brief.js';
import { type ChangedAsked, changedFor } from './changed.js';
import { type Deciding, type DecidingAsked, decidingFor } from './deciding.js';
import { type TellAsked, tellFor } from './tell.js';
import { type WriteAsked, writtenFor } from './written.js';

const stores = new Map<string, Store>();

/** The store of a home, opened once a thread; only ever read here. */
function storeOf(home: string): Store {
  const known = stores.get(home) ?? storeOver(sqliteEngine(storeFile(home)));
  stores.set(home, known);
  return known;
}

export const board = ({ home, ...asked }: BoardAsked & { readonly home: string }): Promise<Answer<Board>> =>
  answer(() => boardFor(storeOf(home), asked));

export const tell = ({ home, ...asked }: TellAsked & { readonly home: string }): Promise<Answer<Record<string, unknown>>> =>
  answer(() => tellFor(storeOf(home), asked));

export const brief = ({ home, ...asked }: BriefAsked & { readonly home: string }): Promise<Answer<Brief>> =>
  answer(() => briefFor(storeOf(home), asked));

export const deciding = ({ home, ...asked }: DecidingAsked & { readonly home: string }): Promise<Answer<Deciding>> =>
  answer(() => decidingFor(storeOf(home), asked));

export const changed = ({ home, ...asked }: ChangedAsked & { readonly home: string }): Promise<Answer<Changed>> =>
  answer(() => changedFor(storeOf(home), asked));

export const write = ({ home, ...asked }: WriteAsked & { readonly home: string }): Promise<Answer<string>> =>
  answer(() => writtenFor(storeOf(home), asked));
