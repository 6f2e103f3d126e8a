// The history written anew: a change that is to be forgotten leaves a tombstone, the others are kept with what must not be read in them replaced.
import { type AnyChange, changeSchema, subjectOf } from '../changes.js';
import type { Tx } from '../engine.js';
import type { Json } from './blacken.js';
import { jsonSchema } from './blacken.js';

/** Changes taken at once. */
const AT_ONCE = 200;

export interface Row {
  readonly seq: number;
  readonly who: string;
  readonly what: string;
  readonly data: Json;
}
/** What a row becomes: null is a tombstone. */
export type NewRow = { readonly who: string; readonly data: Json } | null;

/** Two that are merged, as far as the history has come. */
class Merges {
  readonly #into = new Map<string, string>();

  /** False where the merge says nothing any more: of an actor with itself, in a ring, or of one that is merged already. */
  takes(change: AnyChange): boolean {
    if (change.what === 'actors-split') return this.#into.delete(change.data.actor);
    if (change.what !== 'actors-merged') return true;
    const { actor, into } = change.data;
    if (this.#into.has(actor)) return false;
    for (let next: string | undefined = into.id; next !== undefined; next = this.#into.get(next)) if (next === actor) return false;
    this.#into.set(actor, into.id);
    return true;
  }
}

/**
 * Writes each change anew in its place and gives how many came out otherwise than they were. Tombstones point to the change `by`, which tells why.
 * Numbers and times stay.
 */
export async function rewriteHistory(tx: Tx, by: number, rewrite: (row: Row) => NewRow): Promise<number> {
  const merges = new Merges();
  let changed = 0;
  for (let after = 0, more = true; more; ) {
    const rows = await tx
      .selectFrom('change')
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '!=', by)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute();
    for (const { seq, who, what, data, about, report } of rows) {
      const made = rewrite({ seq, who, what, data: jsonSchema.parse(JSON.parse(data)) });
      const change = made === null ? null : changeSchema.parse({ what, data: made.data });
      const stays = change !== null && merges.takes(change);
      const stands: AnyChange = stays ? change : { what: 'tombstone', data: { by } };
      const next = { who: made?.who ?? who, what: stands.what, ...subjectOf(stands), data: JSON.stringify(stands.data) };
      if (next.who === who && next.what === what && next.about === about && next.report === report && next.data === data) continue;
      await tx.updateTable('change').set(next).where('seq', '=', seq).execute();
      changed++;
    }
    after = Number(rows.at(-1)?.seq ?? after);
    more = rows.length === AT_ONCE;
  }
  return changed;
}
