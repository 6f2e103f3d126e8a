// Merges two actors of the record, and splits them again.
import { ParleyError } from '../terms/errors.js';
import type { ReaderOf } from '../terms/marks.js';
import { getActor } from './people.js';
import type { Store } from './store.js';

/**
 * Makes an actor one with another, whose name stands. Throws `unknown-actor`, and `bad-request` for one actor twice or two of different
 * kinds: an unnamed voice is never merged with somebody named.
 */
export async function mergeActors(store: Store, who: ReaderOf, actor: string, into: string): Promise<void> {
  const [{ actor: from }, { actor: to }] = [
    await getActor(store, who, actor, { limit: 1 }),
    await getActor(store, who, into, { limit: 1 }),
  ];
  if (from.id === to.id) throw new ParleyError('bad-request', 'the two are one actor already');
  if (from.kind !== to.kind) throw new ParleyError('bad-request', `a ${from.kind} is never merged with a ${to.kind}`);
  await store.change(who.reader, async (tx, make) => {
    for (const { id } of [from, to])
      if (!(await tx.selectFrom('actor').select('id').where('id', '=', id).executeTakeFirst())) throw new ParleyError('conflict', id);
    await make({
      what: 'actors-merged',
      data: { actor: from.id, name: from.name, into: { id: to.id, name: to.name, kind: to.kind, country: to.country } },
    });
  });
}

/** Takes a merge back: the actor with this id is one of its own again. Throws `unknown-actor`. */
export async function splitActor(store: Store, who: ReaderOf, actor: string): Promise<void> {
  await store.change(who.reader, async (tx, make) => {
    const row = await tx.selectFrom('joining').select('into_actor').where('actor', '=', actor).executeTakeFirst();
    if (!row) throw new ParleyError('unknown-actor', JSON.stringify(actor));
    await make({ what: 'actors-split', data: { actor } });
  });
}
