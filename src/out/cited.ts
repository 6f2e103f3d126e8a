// A claim or statement of a kept report with what every format needs to cite it.
import type { Claim, Reading } from '../terms/reading.js';
import { sayFigure } from '../terms/say-figure.js';
import { type Span, wordsAtAll } from '../terms/span.js';

export interface OutReport {
  readonly reading: Reading;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** One claim as a row: who, whom, what, where, when, said by whom, and the words. */
export interface Row {
  readonly ref: string;
  readonly kind: Claim['kind'];
  /** The word that tells its state: status, standing, step, stance, means, relation or type. */
  readonly state: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly what: string;
  readonly place: string | null;
  /** EDTF. */
  readonly date: string | null;
  /** "600 people; at least 2 trucks"; '' where the claim has none. */
  readonly figures: string;
  readonly speaker: string | null;
  readonly voice: string | null;
  readonly words: string;
  readonly spans: readonly Span[];
  readonly report: OutReport;
}

/** State, actors and matter of a claim, whatever its kind. */
function facts(claim: Claim): Pick<Row, 'state' | 'from' | 'to' | 'what' | 'place' | 'date'> {
  const none = { from: [], to: [], what: '', place: null, date: null };
  switch (claim.kind) {
    case 'talks':
      return {
        ...none,
        state: claim.status,
        from: claim.convener ? [claim.convener] : [],
        what: claim.outcome ?? '',
        place: claim.venue ?? claim.inferred?.venue?.value ?? null,
        date: claim.date ?? claim.inferred?.date?.value ?? null,
      };
    case 'standing':
      return {
        ...none,
        state: claim.standing,
        from: [claim.party],
        what: claim.condition ?? '',
        date: claim.round ?? claim.inferred?.round?.value ?? null,
      };
    case 'commitment':
      return {
        ...none,
        state: claim.standing,
        from: claim.by,
        to: claim.to ?? [],
        what: claim.what,
        date: claim.due ?? claim.inferred?.due?.value ?? null,
      };
    case 'position':
      return { ...none, state: claim.stance, from: [claim.actor], what: claim.issue };
    case 'pressure':
      return { ...none, state: claim.means, from: claim.from, to: [...claim.on, ...(claim.through ?? [])], what: claim.for };
    case 'access':
      return {
        ...none,
        state: claim.step,
        what: claim.form,
        place: claim.place ?? claim.inferred?.place?.value ?? null,
        date: claim.inferred?.date?.value ?? null,
      };
    case 'blame':
      return { ...none, state: 'blames', from: claim.from, to: claim.on, what: claim.for };
    case 'tie':
      return {
        ...none,
        state: claim.negated ? `not ${claim.relation}` : claim.relation,
        from: [claim.from],
        to: [claim.to],
        date: claim.since ?? null,
      };
    case 'act':
      return {
        ...none,
        state: claim.type,
        from: claim.from,
        to: claim.to ?? [],
        what: claim.what ?? '',
        place: claim.place ?? claim.inferred?.place?.value ?? null,
        date: claim.date ?? claim.inferred?.date?.value ?? null,
      };
  }
}

/** The first name of an actor given by id or by name. */
export function nameIn(reading: Reading, ref: string): string {
  return reading.actors.find(({ id }) => id === ref)?.names[0] ?? ref;
}

/** Every claim of the reports as a row, in order. */
export function rowsOf(reports: readonly OutReport[]): Row[] {
  return reports.flatMap((report) => {
    const { reading } = report;
    const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
    const named = (refs: readonly string[]): string[] => refs.map((ref) => nameIn(reading, ref));
    return reading.claims.map((claim) => {
      const { state, from, to, what, place, date } = facts(claim);
      const statement = claim.voice === null ? undefined : statements.get(claim.voice);
      return {
        ref: `${reading.id}:${claim.id}`,
        kind: claim.kind,
        state,
        from: named(from),
        to: named(to),
        what,
        place: place === null ? null : nameIn(reading, place),
        date,
        figures: (claim.figures ?? []).map(sayFigure).join('; '),
        speaker: statement?.speaker ? nameIn(reading, statement.speaker) : null,
        voice: statement?.voice ?? null,
        words: wordsAtAll(reading.text, claim.evidence as Span[]),
        spans: claim.evidence as Span[],
        report,
      };
    });
  });
}
