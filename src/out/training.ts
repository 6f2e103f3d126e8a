// Reviewed statements and claims in the shape of the gold data, so that a desk's corrections can train and test later readers.
import type { Reading } from '../terms/reading.js';

/** The reviewed part of a reading: only the statements and claims whose ids are given, and without what only the reader adds. Claims on a statement that was left out rest on nothing and go too. */
export function trainingOf(reading: Reading, accepted: ReadonlySet<string>) {
  const statements = reading.statements
    .filter(({ id }) => accepted.has(id))
    .map(({ probability: _, reason: __, ...statement }) => statement);
  const kept = new Set(statements.map(({ id }) => id));
  const claims = reading.claims
    .filter(({ id, voice }) => accepted.has(id) && (voice === null || kept.has(voice)))
    .map(({ probability: _, basis: __, figures: ___, ...claim }) => claim);
  const { id, process, publisher, published, dateline, text, actors } = reading;
  return {
    id,
    ...(process !== undefined && { process }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(dateline && { dateline }),
    text,
    actors,
    statements,
    claims,
  };
}
