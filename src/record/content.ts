// What never changes: texts and readings, each kept once by the hash of what it holds.
import { createHash } from 'node:crypto';
import { type Reading, readingSchema } from '../terms/reading.js';
import type { Db, Tx } from './engine.js';

/** A reading without its text, which the report has. */
const keptReadingSchema = readingSchema.omit({ text: true });

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export async function keepText(tx: Tx, text: string): Promise<string> {
  const hash = hashOf(text);
  await tx
    .insertInto('content')
    .values({ hash, text })
    .onConflict((on) => on.doNothing())
    .execute();
  return hash;
}

/** The id of a reading of the text with that hash. */
export const readingIdOf = (content: string, json: string): string => `g-${hashOf(`${content}\n${json}`).slice(0, 24)}`;

/** Keeps a reading of the text with that hash; the same reading twice is one. */
export async function keepReading(tx: Tx, content: string, reading: Reading): Promise<string> {
  const { text: _, ...kept } = reading;
  const json = JSON.stringify(kept);
  const id = readingIdOf(content, json);
  await tx
    .insertInto('reading')
    .values({ id, content, reader: reading.reader ?? null, json })
    .onConflict((on) => on.doNothing())
    .execute();
  return id;
}

/** A kept reading, whole. */
export async function readingOf(db: Db | Tx, id: string): Promise<Reading> {
  const row = await db
    .selectFrom('reading')
    .innerJoin('content', 'content.hash', 'reading.content')
    .select(['reading.json', 'content.text'])
    .where('reading.id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...keptReadingSchema.parse(JSON.parse(row.json)), text: row.text };
}
