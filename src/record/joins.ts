// Which actors of the record are one since somebody merged them.
import type { Db, Tx } from './engine.js';

/** The actor that another was merged into. */
export interface JoinedInto {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
}

/** From the id of each merged actor to the one it is now, through merges of merges. */
export async function joinsOf(db: Db | Tx): Promise<ReadonlyMap<string, JoinedInto>> {
  const rows = await db.selectFrom('joining').selectAll().execute();
  const direct = new Map(rows.map((row) => [row.actor, row]));
  return new Map(
    rows.map((row) => {
      let last = row;
      for (let next = direct.get(last.into_actor); next !== undefined; next = direct.get(last.into_actor)) last = next;
      return [row.actor, { id: last.into_actor, name: last.into_name, kind: last.kind, country: last.country }];
    }),
  );
}

/** The actors merged into one, with the name each had. */
export async function joinedWith(db: Db | Tx, into: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('joining')
    .select(['actor', 'name'])
    .where('into_actor', '=', into)
    .orderBy('name')
    .orderBy('actor')
    .execute();
  return rows.map(({ actor, name }) => ({ id: actor, name }));
}
