// The reports that were looked at last, parsed and kept in memory: of a record that has grown by ten reports only these ten are read again.
import type { Db } from './engine.js';
import type { ReadReport } from './kept-reports.js';

/** Reports kept; beyond it those not asked for last go. */
const MOST = 30_000;

interface Held {
  readonly version: string;
  readonly report: ReadReport;
}

/** Kept as long as the store is open, by what each report is made of: another reading, edit, rejection or merge is another version. */
export class Shelf {
  #held = new Map<string, Held>();
  #redacted = 0;

  /**
   * The reports of these rows in their order, the very same objects as long as their versions stay. `load` makes those that are missing,
   * in the order asked for. What was removed for good is not held any longer.
   */
  async take<R extends { readonly id: string; readonly version: string }>(
    db: Db,
    rows: readonly R[],
    load: (missing: readonly R[]) => Promise<readonly ReadReport[]>,
  ): Promise<readonly ReadReport[]> {
    const last = await db
      .selectFrom('change')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('what', '=', 'redacted')
      .executeTakeFirst();
    const redacted = Number(last?.seq ?? 0);
    if (redacted !== this.#redacted) this.#held = new Map();
    this.#redacted = redacted;
    const missing = rows.filter(({ id, version }) => this.#held.get(id)?.version !== version);
    const made = await load(missing);
    missing.forEach(({ id, version }, at) => {
      const report = made[at];
      if (report !== undefined) this.#held.set(id, { version, report });
    });
    const found = rows.flatMap(({ id }) => this.#held.get(id)?.report ?? []);
    if (this.#held.size > MOST) {
      const wanted = new Set(rows.map(({ id }) => id));
      for (const id of this.#held.keys()) {
        if (this.#held.size <= MOST) break;
        if (!wanted.has(id)) this.#held.delete(id);
      }
    }
    return found;
  }
}
