// Ids of actors are made of their names: which new id each has once the names in the readings are others.
import { readingSchema } from '../../terms/reading.js';
import { resolveActors } from '../actors.js';
import type { Tx } from '../engine.js';
import { type Json, jsonSchema, rewritten } from './blacken.js';
import { type Moved, readings } from './contents.js';

/** From old id to new, of all actors of readings that are about to be rewritten. Asked before they are. */
export async function movedActors(
  tx: Tx,
  reportsOf: ReadonlyMap<string, readonly string[]>,
  moved: Moved,
  text: (text: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const { content, json } of readings(tx)) {
    const old = jsonSchema.parse(JSON.parse(json));
    const made = rewritten(old, { text, span: (span) => span });
    const reports = reportsOf.get(content) ?? [];
    if (JSON.stringify(made) === json && reports.every((id) => !moved.ids.has(id))) continue;
    for (const report of reports) {
      const resolved = (value: Json, id: string) =>
        resolveActors(readingSchema.parse({ ...(typeof value === 'object' ? value : {}), text: '' }), id);
      const after = resolved(made, moved.ids.get(report) ?? report);
      for (const { id, ref } of resolved(old, report).actors) {
        const next = after.of(text(ref));
        if (next !== id) found.set(id, next);
      }
    }
  }
  return found;
}
