// A name that is removed from a record in PostgreSQL is in none of its tables any more, and the record is sound.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { redactHome } from '../../src/parley/redacting.js';
import { keepReport } from '../../src/record/keeping.js';
import { checkDatabase } from '../../src/record/postgres/check.js';
import { openDatabase } from '../../src/record/store.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import { madeReport } from './made.js';
import { databaseFor, whyNoServer } from './server-of-test.js';

const without = await whyNoServer();

describe('a name that is removed from a database', without === null ? {} : { skip: without }, () => {
  it('is in no table afterwards', async (t) => {
    const address = await databaseFor(t);
    const store = await openDatabase(address, 'test');
    try {
      await keepReport(store, who, { ...madeReport(1), mark: 'CLEAR', processes: [] });
      const done = await redactHome(address, { report: null, names: ['Anna Berg', 'Berg'], why: 'asked for' }, 'admin', true);
      assert.ok(done.places > 0);
      const tables = await store.read.introspection.getTables();
      for (const { name, columns } of tables.filter(({ schema }) => schema === 'public'))
        for (const { name: column } of columns) {
          const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}
            where ${sql.ref(column)}::text ilike '%berg%'`.execute(store.read);
          assert.equal(rows[0]?.n, 0, `${name}.${column}`);
        }
      assert.deepEqual((await checkDatabase(store)).faults, []);
    } finally {
      await store.close();
    }
  });
});
