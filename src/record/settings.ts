// What all desks of a record share.
import type { Store } from './store.js';

/** The value of a setting, made by `make` where there is none yet; every desk gets the one that was made first. */
export async function settingOf(store: Store, name: string, make: () => string): Promise<string> {
  const find = async (): Promise<string | undefined> =>
    (await store.read.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value;
  const known = await find();
  if (known !== undefined) return known;
  const value = make();
  await store.engine.write.transaction().execute(async (tx) => {
    await tx
      .insertInto('setting')
      .values({ name, value })
      .onConflict((on) => on.column('name').doNothing())
      .execute();
  });
  return (await find()) ?? value;
}
