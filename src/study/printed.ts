// The study as the plain objects that `parley origins|who|talks|access|due|lines --json` print.
import type { AccessSheet, DueSheet, LinesSheet, OriginsSheet, TalksSheet, WhoSheet } from '../terms/study.js';
import type { KeptClaim } from './kept.js';
import type { Study } from './study.js';

const refs = (claims: readonly KeptClaim[]): string[] => claims.map(({ ref }) => ref);

export const printedOrigins = ({ origins }: Study): OriginsSheet => ({
  origins: origins.map(({ reports }) => ({ reports: [...reports] })),
});

export const printedWho = ({ who }: Study): WhoSheet => ({
  actors: who.actors.map(({ name, kind, names }) => ({ name, kind, names: [...names] })),
});

export const printedTalks = ({ day, rounds, standing }: Study): TalksSheet => ({
  as_of: day,
  rounds: rounds.rounds.map(({ id, venue, start, end, status, outcome, convener, claims }) => ({
    id,
    venue: [...venue],
    start,
    end,
    status,
    outcome,
    convener,
    evidence: refs(claims),
    standing: standing
      .filter((cell) => cell.round === id && cell.standing !== 'not-heard')
      .map(({ party, standing: word, since, condition, evidence }) => ({
        party,
        standing: word,
        since,
        condition,
        evidence: refs(evidence),
      })),
  })),
});

export const printedAccess = ({ access }: Study): AccessSheet => ({
  places: access.map(({ place, steps, blame }) => ({
    place,
    steps: steps.map(({ form, step, date, figures, claims }) => ({ form, step, date, figures: [...figures], evidence: refs(claims) })),
    blame: blame.map(({ from, on, for: matter, claims }) => ({ from, on, for: matter, evidence: refs(claims) })),
  })),
});

export const printedDue = ({ day, commitments, silence }: Study): DueSheet => ({
  as_of: day,
  commitments: commitments.map(({ what, by, to, due, state, followThrough, lastWord, claims }) => ({
    what,
    by: [...by],
    to: [...to],
    due,
    state,
    follow_through: followThrough,
    last_word: lastWord,
    evidence: refs(claims),
  })),
  silence: silence.map((one) =>
    one.of === 'commitment'
      ? { of: one.of, what: one.commitment.what, since: one.since, due: one.due, evidence: refs(one.commitment.claims) }
      : one,
  ),
});

export const printedLines = ({ lines, contradictions, originOf }: Study): LinesSheet => ({
  lines: lines.map(({ id, kind, about, claims }) => ({
    id,
    kind,
    about,
    origins: new Set(claims.map(({ report }) => originOf(report.id))).size,
    evidence: refs(claims),
  })),
  contradictions: contradictions.map(({ about, why, a, b }) => ({ about, why, a: [...a], b: [...b] })),
});
