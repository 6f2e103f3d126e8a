// A record moved to another place: copied there whole while nobody changes it here, and left here as it was.
import { ParleyError } from '../terms/errors.js';
import { type Copied, copyRecord } from './copying.js';
import { type HeldHome, holdHome, makeHome } from './home.js';
import { isDatabase, openPlace, type Place, shownPlace } from './place.js';
import type { Store } from './store.js';

const lastChange = async (store: Store): Promise<number> =>
  Number(
    (
      await store.read
        .selectFrom('change')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .executeTakeFirst()
    )?.seq ?? 0,
  );

/** Takes a home, so that no desk serves it meanwhile; a database can't be taken. */
function held(place: Place): HeldHome | null {
  if (isDatabase(place)) return null;
  makeHome(place);
  return holdHome(place);
}

/**
 * Copies the record at one place into another that holds none, and compares the two. Killed at any moment it leaves the target without a record, so that the
 * same can be done again. Throws `database-not-empty`, `desk-running`, `conflict` where somebody changed the record meanwhile, and what opening throws.
 */
export async function moveRecord(from: Place, to: Place, program: string): Promise<Copied> {
  if (from === to) throw new ParleyError('bad-option', shownPlace(to));
  const holds = [held(from)];
  try {
    holds.push(held(to));
    const source = await openPlace(from, program);
    try {
      const before = await lastChange(source);
      const target = await openPlace(to, program);
      try {
        const may = async (): Promise<void> => {
          const more = (await lastChange(source)) - before;
          if (more > 0) throw new ParleyError('conflict', `${more} changes were made in ${shownPlace(from)} meanwhile`);
        };
        return await copyRecord({ from: source, to: target, called: shownPlace(to), may });
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  } finally {
    for (const hold of holds) hold?.release();
  }
}
