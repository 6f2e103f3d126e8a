// What is done in the thread that studies: it reads the store by itself, beside the one that writes.
import { type Answer, answer } from '../jobs/answer.js';
import { type Place, readPlace } from '../record/place.js';
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

const stores = new Map<string, Store>();

/** The store of a place, opened once a thread; only ever read here. */
function storeOf(place: Place): Store {
  const known = stores.get(place) ?? readPlace(place);
  stores.set(place, known);
  return known;
}

export const board = ({ place, ...asked }: BoardAsked & { readonly place: Place }): Promise<Answer<Board>> =>
  answer(() => boardFor(storeOf(place), asked));

export const tell = ({ place, ...asked }: TellAsked & { readonly place: Place }): Promise<Answer<Record<string, unknown>>> =>
  answer(() => tellFor(storeOf(place), asked));

export const brief = ({ place, ...asked }: BriefAsked & { readonly place: Place }): Promise<Answer<Brief>> =>
  answer(() => briefFor(storeOf(place), asked));

export const deciding = ({ place, ...asked }: DecidingAsked & { readonly place: Place }): Promise<Answer<Deciding>> =>
  answer(() => decidingFor(storeOf(place), asked));

export const changed = ({ place, ...asked }: ChangedAsked & { readonly place: Place }): Promise<Answer<Changed>> =>
  answer(() => changedFor(storeOf(place), asked));

export const write = ({ place, ...asked }: WriteAsked & { readonly place: Place }): Promise<Answer<string>> =>
  answer(() => writtenFor(storeOf(place), asked));
