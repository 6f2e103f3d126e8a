// `parley redact` on a home: nobody else at work in it, the record freed of a report or a name, and a look at what else may hold it.
import { holdHome, makeHome } from '../record/home.js';
import { isDatabase, openPlace, type Place } from '../record/place.js';
import { dropLeftovers, stillHeld } from '../record/redact/copies.js';
import { nameFinder } from '../record/redact/names.js';
import { redact } from '../record/redact/redact.js';
import type { Store } from '../record/store.js';
import { openSource } from '../report/open.js';
import { ParleyError } from '../terms/errors.js';
import type { Redacted, Redaction, StillHeld } from '../terms/redacting.js';
import { programVersion } from './version.js';

export interface RedactedHome extends Redacted {
  /** Backups and files that still hold it, or of which that can't be told. */
  readonly held: readonly StillHeld[];
}

/** The text of a file that may be a report or a brief; null for any other. */
async function textOf(bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    return (await openSource({ bytes, name })).reports.map(({ text }) => text).join('\n');
  } catch (error) {
    if (error instanceof ParleyError) return null;
    throw error;
  }
}

/** What is looked for in other files: the name, or of a report its id and words from its text. */
async function lookedFor(store: Store, { report, names }: Redaction): Promise<(text: string) => boolean> {
  if (report === null) {
    const find = nameFinder(names);
    return (text) => find(text).length > 0;
  }
  const row = await store.read
    .selectFrom('report')
    .innerJoin('content', 'content.hash', 'report.content')
    .select('content.text')
    .where('report.id', '=', report)
    .executeTakeFirst();
  // Words from its middle: beginnings may be those of a copy in another outlet.
  const text = row?.text ?? '';
  const words = text
    .slice(Math.floor(text.length / 3))
    .trim()
    .slice(0, 80);
  return (other) => other.includes(report) || (words.length >= 20 && other.includes(words));
}

/**
 * Removes a report or a name from a place for good, or without `act` only tells what that would be. `by` is who does it. Throws `desk-running`
 * while a desk serves the home, and what `redact` of the record throws. The desks of a database must be stopped by whoever asks: none can be seen from here.
 */
export async function redactHome(place: Place, asked: Redaction, by: string, act: boolean): Promise<RedactedHome> {
  const home = isDatabase(place) ? null : place;
  if (home !== null) makeHome(home);
  const held = home === null ? null : holdHome(home);
  try {
    const store = await openPlace(place, programVersion());
    try {
      const isIn = await lookedFor(store, asked);
      const done = await redact(store, asked, by, new Date().toISOString(), act);
      if (act && home !== null) dropLeftovers(home);
      return { ...done, held: await stillHeld(store, home, isIn, textOf) };
    } finally {
      await store.close();
    }
  } finally {
    held?.release();
  }
}
