// The control of the power cut: writes rows into a SQLite file that is told never to sync and prints each once its commit returns, until it is killed. Argument: the file.
import { writeSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

const database = new DatabaseSync(process.argv[2]);
database.exec('pragma journal_mode = wal; pragma synchronous = off; create table kept (id text primary key)');
const insert = database.prepare('insert into kept values (?)');
for (let n = 0; ; n++) {
  insert.run(`k${n}`);
  writeSync(1, `done k${n}\n`);
  // About as many as reports are kept in a second.
  await new Promise((resolve) => setTimeout(resolve, 10));
}
