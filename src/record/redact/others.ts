// The tables beside the history and what it fills: texts in them are rewritten where they are; and a sweep over every table for what must be nowhere.
import { type RawBuilder, sql } from 'kysely';
import type { Engine, Tx } from '../engine.js';
import { RECORD_TABLES } from '../store.js';
import { jsonSchema, rewritten } from './blacken.js';

/** Tables whose rows are named by the hash of what they hold, or written in order: they are rewritten on their own. */
const OWN_WAY: ReadonlySet<string> = new Set(['content', 'reading', 'change', 'store_version', ...RECORD_TABLES]);

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Columns that may hold text, of all tables that are not the search's own. */
async function textColumns(engine: Engine, tx: Tx): Promise<readonly Column[]> {
  const tables = await tx.introspection.getTables();
  // A database may hold tables of others in other schemas.
  const own = tables.find(({ name }) => name === 'change')?.schema;
  return tables
    .filter(({ name, schema, isView }) => schema === own && !isView && !engine.isOfSearch(name))
    .flatMap(({ name, columns }) =>
      columns.filter(({ dataType }) => /char|text|json/i.test(dataType)).map((column) => ({ table: name, column: column.name })),
    );
}

async function* valuesOf(tx: Tx, { table, column }: Column): AsyncGenerator<string> {
  const [of, at] = [sql.table(table), sql.ref(column)];
  for (let after: string | null = null, more = true; more; ) {
    const beyond: RawBuilder<unknown> = after === null ? sql`${at} is not null` : sql`${at} > ${after}`;
    const { rows }: { rows: { value: string }[] } = await sql<{
      value: string;
    }>`select distinct ${at} as value from ${of} where ${beyond} order by ${at} limit 200`.execute(tx);
    for (const { value } of rows) yield typeof value === 'string' ? value : JSON.stringify(value);
    after = rows.at(-1)?.value ?? after;
    more = rows.length === 200;
  }
}

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** A text, or JSON in a text, with its strings rewritten, and the keys of its objects. */
function anyText(value: string, how: (text: string) => string): string {
  if (!isJson(value)) return how(value);
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return how(value);
    throw error;
  }
  return JSON.stringify(withKeys(rewritten(jsonSchema.parse(parsed), { text: how, span: (span) => span }), how));
}

function withKeys(value: unknown, how: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withKeys(one, how));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [how(key), withKeys(one, how)]));
}

/** Rewrites all texts of the tables that the history does not fill. Gives in which columns something was. */
export async function rewriteOthers(engine: Engine, tx: Tx, how: (text: string) => string): Promise<readonly Column[]> {
  const touched: Column[] = [];
  for (const one of await textColumns(engine, tx)) {
    if (OWN_WAY.has(one.table)) continue;
    const changed: (readonly [string, string])[] = [];
    for await (const value of valuesOf(tx, one)) {
      const made = anyText(value, how);
      if (made !== value) changed.push([value, made]);
    }
    for (const [value, made] of changed)
      await sql`update ${sql.table(one.table)} set ${sql.ref(one.column)} = ${made} where ${sql.ref(one.column)} = ${value}`.execute(tx);
    if (changed.length > 0) touched.push(one);
  }
  return touched;
}

/** The columns, as `table.column`, in which something still is that must be nowhere. */
export async function stillIn(engine: Engine, tx: Tx, isIn: (text: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of await textColumns(engine, tx))
    for await (const value of valuesOf(tx, one)) {
      // JSON writes some signs in its own way.
      if (!isIn(value) && !(isJson(value) && isIn(value.replace(/\\[nrt]/g, ' ')))) continue;
      found.push(`${one.table}.${one.column}`);
      break;
    }
  return found;
}
