// The parts of the reader that are measured, in the order docs/quality.md shows them; a row's `part` is the key here.
import { measureActors } from './actors.js';
import { measureAttributions, measureStatements } from './attribution.js';
import { measureClaims } from './claims.js';
import { measureEvents } from './events.js';
import { measureJudged } from './judged.js';
import { measureMorning } from './morning.js';
import { measureRecord } from './record.js';
import type { Measure } from './row.js';
import { measureSyntax } from './syntax.js';
import { measureTimes } from './times.js';

export const PARTS: Readonly<Record<string, Measure>> = {
  syntax: measureSyntax,
  times: measureTimes,
  attributions: measureAttributions,
  actors: measureActors,
  statements: measureStatements,
  claims: measureClaims,
  judged: measureJudged,
  events: measureEvents,
  record: measureRecord,
  morning: measureMorning,
};
