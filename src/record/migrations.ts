// How the store came to its form: each change of its tables in order, done whole or not at all.
import { sql } from 'kysely';
import { ParleyError } from '../terms/errors.js';
import type { Engine, Tx } from './engine.js';

export interface Migration {
  readonly version: number;
  readonly name: string;
  /** The statements, for this engine. */
  readonly statements: (engine: Engine) => readonly string[];
}

const first = (engine: Engine): readonly string[] => {
  const table = (name: string, columns: string): string => `create table ${name} (${columns}) ${engine.tableOptions}`;
  const keyTable = (name: string, columns: string): string => `create table ${name} (${columns}) ${engine.keyTableOptions}`;
  return [
    table('content', 'hash text not null primary key, text text not null'),
    table('reading', 'id text not null primary key, content text not null references content (hash), reader text, json text not null'),
    table(
      'change',
      `seq ${engine.serial}, at text not null, who text not null, what text not null, about text not null, report text, data text not null`,
    ),
    'create index change_about on change (about, seq)',
    'create index change_report on change (report, seq)',
    table(
      'process',
      `id text not null primary key, name text not null, name_key text not null unique, as_of text,
       demo integer not null, created text not null`,
    ),
    table(
      'report',
      `id text not null primary key, content text not null references content (hash), title text not null, publisher text, published text,
       published_first text, published_last text, dateline text, credit text, language text, format text not null, url text, came_from text,
       mark text not null, reliability text, credibility integer, added text not null, added_by text not null, words integer not null,
       json text not null, reading text references reading (id), statements integer not null, claims integer not null, unread integer not null`,
    ),
    'create index report_content on report (content)',
    'create index report_published on report (published_first, id)',
    keyTable(
      'filing',
      `report text not null references report (id) on delete cascade, process text not null references process (id) on delete cascade,
       primary key (report, process)`,
    ),
    'create index filing_process on filing (process, report)',
    table(
      'sighting',
      `report text not null references report (id) on delete cascade, position integer not null, publisher text, published text, url text,
       came_from text, at text not null, primary key (report, position)`,
    ),
    table(
      'statement',
      `report text not null references report (id) on delete cascade, id text not null, position integer not null, speaker text,
       voice text not null, act text not null, day text, start integer not null, json text not null, primary key (report, id)`,
    ),
    'create index statement_speaker on statement (speaker, day)',
    'create index statement_day on statement (day, report)',
    table(
      'claim',
      `report text not null references report (id) on delete cascade, id text not null, position integer not null, kind text not null,
       statement text, start integer not null, json text not null, primary key (report, id)`,
    ),
    'create index claim_kind on claim (kind, report)',
    keyTable('actor', 'id text not null primary key, name text not null, name_key text not null, kind text not null, country text'),
    'create index actor_key on actor (name_key)',
    keyTable(
      'claim_actor',
      `report text not null references report (id) on delete cascade, claim text not null, part text not null,
       actor text not null references actor (id), primary key (report, claim, part, actor)`,
    ),
    'create index claim_actor_actor on claim_actor (actor, report)',
    keyTable(
      'actor_name',
      `report text not null references report (id) on delete cascade, ref text not null, position integer not null, name text not null,
       actor text not null references actor (id), primary key (report, ref, position)`,
    ),
    'create index actor_name_actor on actor_name (actor, report)',
    keyTable(
      'actor_tally',
      `process text not null, mark text not null, actor text not null, reports integer not null, statements integer not null,
       claims integer not null, primary key (process, mark, actor)`,
    ),
    'create index actor_tally_actor on actor_tally (actor)',
    keyTable(
      'name_tally',
      'actor text not null, name text not null, name_key text not null, mark text not null, reports integer not null, primary key (actor, name, mark)',
    ),
    // Rows that have become empty are found without looking at the others.
    'create index name_tally_empty on name_tally (reports) where reports = 0',
    keyTable(
      'review',
      `report text not null references report (id) on delete cascade, line text not null, state text not null, who text not null,
       at text not null, reason text, primary key (report, line)`,
    ),
    table('visit', 'reader text not null, process text not null, at text not null, seq integer not null, primary key (reader, process)'),
    ...engine.searchTables,
  ];
};

const edits = (engine: Engine): readonly string[] => [
  `create table edit (report text not null references report (id) on delete cascade, line text not null, json text not null,
   primary key (report, line)) ${engine.tableOptions}`,
];

const watches = (engine: Engine): readonly string[] => [
  `create table watch (id text not null primary key, kind text not null, place text not null, process text, every integer not null,
   mark text not null, allow_private integer not null, added text not null, added_by text not null, tried text, due text not null, good text,
   brought text, failures integer not null, error text, etag text, last_modified text, seen text not null) ${engine.tableOptions}`,
  'create index report_url on report (url)',
  'create index sighting_url on sighting (url)',
];

const visits = (): readonly string[] => ['alter table visit add column before_at text', 'alter table visit add column before_seq integer'];

const joins = (engine: Engine): readonly string[] => [
  `create table joining (actor text not null primary key, name text not null, into_actor text not null, into_name text not null,
   kind text not null, country text) ${engine.keyTableOptions}`,
  'create index joining_into on joining (into_actor)',
];

const safekeeping = (engine: Engine): readonly string[] => [
  `create table backup_taken (file text not null primary key, at text not null, bytes integer not null, changes integer not null) ${engine.tableOptions}`,
  `create table scrubbing (since text not null primary key) ${engine.tableOptions}`,
];

const accounts = ({ tableOptions, keyTableOptions }: Engine): readonly string[] => [
  `create table account (id text not null primary key, name text not null, name_key text not null unique, role text, clearance text,
   password text, subject text unique, added text not null, added_by text not null, seen text) ${tableOptions}`,
  `create table account_grant (account text not null references account (id) on delete cascade, process text not null, role text not null,
   clearance text not null, primary key (account, process)) ${keyTableOptions}`,
  `create table session (hash text not null primary key, account text not null references account (id) on delete cascade, made text not null,
   seen text not null, until text not null) ${keyTableOptions}`,
  'create index session_account on session (account)',
  `create table token (id text not null primary key, hash text not null unique, account text not null references account (id) on delete cascade,
   label text not null, role text not null, clearance text not null, made text not null, until text, used text) ${tableOptions}`,
  'create index token_account on token (account)',
  `create table sign_in_try (key text not null primary key, failures integer not null, last text not null, until text not null) ${keyTableOptions}`,
  `create table setting (name text not null primary key, value text not null) ${keyTableOptions}`,
];

const audit = ({ serial, tableOptions }: Engine): readonly string[] => [
  `create table audit (seq ${serial}, at text not null, who text not null, did text not null, what text not null, report text, process text,
   mark text, reports integer) ${tableOptions}`,
  'create index audit_report on audit (report, seq)',
  'create index audit_who on audit (who, seq)',
  // Of the few reports whose every look is noted, and of no use to other questions, which must not be led astray by it.
  "create index report_above_green on report (mark, id) where mark not in ('CLEAR', 'GREEN')",
];

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first form', statements: first },
  { version: 2, name: 'edited lines', statements: edits },
  { version: 3, name: 'watched sources', statements: watches },
  { version: 4, name: 'the visit before', statements: visits },
  { version: 5, name: 'merged actors', statements: joins },
  { version: 6, name: 'accounts', statements: accounts },
  { version: 7, name: 'the audit log', statements: audit },
  { version: 12, name: 'backups taken, and what is to be scrubbed', statements: safekeeping },
  { version: 13, name: 'sources that are paused', statements: () => ['alter table watch add column paused integer not null default 0'] },
  {
    version: 14,
    name: 'found by kind of change and state of review',
    statements: () => ['create index change_what on change (what, seq)', 'create index review_state on review (state, report, line)'],
  },
];

/** The forms that the store has been brought to. */
async function versionsIn(tx: Tx, engine: Engine): Promise<ReadonlySet<number>> {
  const table = `create table if not exists store_version (version integer not null primary key, name text not null, at text not null, program text not null) ${engine.tableOptions}`;
  await sql.raw(engine.statement(table)).execute(tx);
  return new Set((await tx.selectFrom('store_version').select('version').execute()).map(({ version }) => version));
}

/**
 * Brings the store to the form this program needs, in one transaction: a crash leaves the form it had.
 * Throws `store-newer`, and changes nothing, where a newer program wrote it. `at` is now, `program` the version of Parley.
 */
export async function migrate(engine: Engine, at: string, program: string, migrations = MIGRATIONS): Promise<{ from: number; to: number }> {
  const newest = migrations.at(-1)?.version ?? 0;
  await engine.prepare();
  const work = async (tx: Tx): Promise<{ from: number; to: number }> => {
    const done = await versionsIn(tx, engine);
    const from = Math.max(0, ...done);
    if (from > newest) {
      const last = await tx.selectFrom('store_version').selectAll().where('version', '=', from).executeTakeFirstOrThrow();
      throw new ParleyError('store-newer', `form ${from} of Parley ${last.program}; this one knows up to ${newest}`);
    }
    for (const { version, name, statements } of migrations.filter((one) => !done.has(one.version))) {
      for (const statement of statements(engine)) await sql.raw(engine.statement(statement)).execute(tx);
      await tx.insertInto('store_version').values({ version, name, at, program }).execute();
    }
    return { from, to: Math.max(from, newest) };
  };
  // What was done before its answer was lost is found done.
  return engine.change(work, async () => false);
}
