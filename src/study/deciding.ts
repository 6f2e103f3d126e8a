// Which lines a board hangs on, in the order in which a desk wants them looked at.
import { boardOf } from './board.js';
import { lastDayOf } from './kept.js';
import type { Study } from './study.js';

export const DECIDES = ['next round', 'stalled', 'due', 'disputed'] as const;
export type Decides = (typeof DECIDES)[number];

/** Undertakings that are over: nobody waits for them. */
const OVER = new Set(['kept', 'withdrawn', 'broken']);

/**
 * What decides the next round's standing, then what is stalled, what is due and what is disputed. Each reference (`report:claim` or
 * `report:statement`) once, under the first of these it decides; a claim is followed by the statement it rests on.
 */
export function decidingLines(study: Study): readonly { readonly ref: string; readonly decides: Decides }[] {
  const board = boardOf(study, 0);
  const byRef = new Map(study.claims.map((kept) => [kept.ref, kept]));
  const found = new Map<string, Decides>();
  const take = (decides: Decides, refs: readonly string[]): void => {
    for (const ref of refs) {
      if (!found.has(ref)) found.set(ref, decides);
      const kept = byRef.get(ref);
      const voice = kept?.statement === undefined ? null : `${kept.report.id}:${kept.statement.id}`;
      if (voice !== null && !found.has(voice)) found.set(voice, decides);
    }
  };
  const refsOf = (claims: readonly { readonly ref: string }[]): string[] => claims.map(({ ref }) => ref);
  if (board.next) {
    for (const { evidence } of board.next.cells) take('next round', refsOf(evidence));
    take('next round', refsOf(board.next.round.claims));
  }
  for (const { step } of board.stalled) take('stalled', refsOf(step.claims));
  for (const { commitment } of board.commitments) take('stalled', refsOf(commitment.claims));
  const due = study.commitments
    .filter(({ due: day, state }) => !OVER.has(state) && day !== null && (lastDayOf(day) ?? '') >= study.day)
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  for (const { claims } of due) take('due', refsOf(claims));
  for (const { a, b } of study.contradictions) take('disputed', [...a, ...b]);
  return [...found].map(([ref, decides]) => ({ ref, decides }));
}
