// A store that an earlier form of Parley wrote is brought to today's form, is sound, and gives the answers it gave then.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { checkStore } from '../../src/record/check.js';
import { exported } from '../../src/record/export.js';
import { listChanges } from '../../src/record/history.js';
import { storeFile } from '../../src/record/home.js';
import { MIGRATIONS } from '../../src/record/migrations.js';
import { search } from '../../src/record/search.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { folderFor, storeFor } from './home-of-test.js';

const FOLDER = new URL('../fixtures/stores/', import.meta.url);
const unpacked = (name: string): Buffer => gunzipSync(readFileSync(new URL(name, FOLDER)));

/** What a later form says of what an earlier one said: it may say more, and nothing else. */
function holds(now: unknown, then: unknown, at: string): void {
  if (Array.isArray(then)) {
    assert.ok(Array.isArray(now) && now.length === then.length, `${at}: as many`);
    then.forEach((value, i) => {
      holds(now[i], value, `${at}[${i}]`);
    });
  } else if (typeof then === 'object' && then !== null) {
    assert.ok(typeof now === 'object' && now !== null, `${at}: an object`);
    const has = new Map<string, unknown>(Object.entries(now));
    for (const [key, value] of Object.entries(then)) holds(has.get(key), value, `${at}.${key}`);
  } else assert.equal(now, then, at);
}

describe('a store of an earlier form', () => {
  const forms = readdirSync(FOLDER).filter((name) => name.endsWith('.db.gz'));

  it('is kept for each form that a version was given out with', () => assert.ok(forms.length > 0));

  for (const name of forms)
    it(`${name} is brought to today's, and gives the answers it gave`, async (t) => {
      const home = folderFor(t);
      writeFileSync(storeFile(home), unpacked(name), { mode: 0o600 });
      const store = await storeFor(t, home);
      const { version } = await store.read
        .selectFrom('store_version')
        .select((eb) => eb.fn.max('version').as('version'))
        .executeTakeFirstOrThrow();
      assert.equal(version, MIGRATIONS.at(-1)?.version);
      const items: unknown[] = [];
      for await (const item of exported(store, who, {})) items.push(item);
      const answers = {
        exported: items,
        history: await listChanges(store, who, { limit: 500 }),
        search: await search(store, who, 'convoy', {}),
      };
      holds(JSON.parse(JSON.stringify(answers)), JSON.parse(unpacked(name.replace('.db.gz', '.json.gz')).toString()), name);
      await store.close();
      assert.deepEqual((await checkStore(storeFile(home), home, 'test')).faults, []);
    });
});
