// How the standing of the parties towards a round changed: the round sheets of earlier days, one a day on which something was heard.
import type { Parley } from '../../parley.js';
import type { TalksSheet } from '../../terms/study.js';
import { dayNumber } from './day.js';
import type { Course } from './talks-page.js';
import { type Of, tellTalks } from './told.js';

/** So many days as a table has room for. */
const MOST_DAYS = 5;

/** The latest rounds only: an older one has its outcome. */
const ROUNDS = 2;

/**
 * The course of the latest rounds. The days are those since which the parties stand as they do, and those on which earlier words were heard,
 * the latest first kept; each is asked for as a whole sheet as of that day.
 */
export async function coursesOf(parley: Parley, sheet: TalksSheet, of: Of): Promise<ReadonlyMap<string, Course>> {
  const latest = sheet.rounds.slice(-ROUNDS);
  const last = dayNumber(sheet.as_of);
  const heard = new Set([sheet.as_of]);
  for (const { standing } of latest) {
    for (const { since } of standing) {
      const day = since === null ? null : dayNumber(since);
      if (since !== null && /^\d{4}-\d\d-\d\d$/.test(since) && day !== null && last !== null && day <= last) heard.add(since);
    }
  }
  const days = [...heard].sort().slice(-MOST_DAYS);
  const sheets = await Promise.all(days.map((day) => (day === sheet.as_of ? sheet : tellTalks(parley, { ...of, asOf: day }))));
  return new Map(
    latest.map(({ id, standing }) => {
      const rows = standing.map(({ party }) => ({
        party,
        cells: sheets.map(
          (earlier) => earlier.rounds.find((round) => round.id === id)?.standing.find((cell) => cell.party === party) ?? null,
        ),
      }));
      return [id, { days, rows }];
    }),
  );
}
