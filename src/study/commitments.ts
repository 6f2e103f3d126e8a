// What was undertaken, by whom, by when, and how it stands on a day, from every kind of claim that bears on it.
import type { ClaimOf } from '../terms/reading.js';
import { placeOf } from './access.js';
import { evidenceWords, type KeptClaim, lastDayOf, ofKind, tookPlaceOn } from './kept.js';
import type { Who } from './who.js';

export type CommitmentState = ClaimOf<'commitment'>['standing'];

export interface Commitment {
  readonly what: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** EDTF, null where no day was named. */
  readonly due: string | null;
  readonly state: CommitmentState;
  /** Kroc's scale of follow-through: 0 none, 1 little, 2 partly, 3 full (Kroc Institute, Peace Accords Matrix); null while nothing can be said. */
  readonly followThrough: 0 | 1 | 2 | 3 | null;
  /** The day of the last word on it. */
  readonly lastWord: string;
  readonly claims: readonly KeptClaim<ClaimOf<'commitment'>>[];
  /** Access claims that tell how it went. */
  readonly borneOutBy: readonly KeptClaim<ClaimOf<'access'>>[];
}

const LEAVING = /\b(?:leave|evacuat\w*|bring out|brought out|go out|get out|walk out of)\b/i;
const AID = /\b(?:aid|food|medicine|supplies|convoys?|trucks?|relief|humanitarian access)\b/i;

/** Which forms of access an undertaking is about. */
function formsOf(what: string): readonly ClaimOf<'access'>['form'][] {
  if (/^(?:not|never|refrain|stop|no )\b/i.test(what)) return [];
  if (LEAVING.test(what)) return ['evacuation'];
  return AID.test(what) ? ['aid', 'convoy', 'crossing'] : [];
}

const FOLLOW: Readonly<Record<CommitmentState, 0 | 1 | 2 | 3 | null>> = {
  offered: null,
  agreed: null,
  'under-way': 2,
  kept: 3,
  stalled: 1,
  broken: 0,
  withdrawn: 0,
};

/** Every undertaking (`commitmentLines`) with how the given claims say that it went, oldest first. */
export function commitmentsOf(
  claims: readonly KeptClaim[],
  who: Who,
  undertakings: readonly (readonly KeptClaim<ClaimOf<'commitment'>>[])[],
): Commitment[] {
  const access = ofKind(claims, 'access');
  return undertakings.map((line) => {
    const inTime = [...line].sort((a, b) => (a.saidOn === b.saidOn ? a.order - b.order : a.saidOn < b.saidOn ? -1 : 1));
    const first = inTime[0] as KeptClaim<ClaimOf<'commitment'>>;
    const latest = inTime.at(-1) as KeptClaim<ClaimOf<'commitment'>>;
    const borneOutBy = latest.claim.standing === 'agreed' ? stepsAfter(latest, access, who) : [];
    const step = borneOutBy.at(-1)?.claim.step;
    const state: CommitmentState =
      step === undefined ? latest.claim.standing : step === 'delivered' || step === 'moving' ? 'under-way' : 'stalled';
    const due =
      inTime
        .map(({ claim }) => claim.due ?? claim.inferred?.due?.value)
        .filter((date): date is string => Boolean(date))
        .at(-1) ?? null;
    const nameAll = (pick: (claim: ClaimOf<'commitment'>) => readonly string[]): string[] => [
      ...new Set(inTime.flatMap(({ report, claim }) => pick(claim).map((ref) => who.of(report.id, ref).name))),
    ];
    return {
      what: first.claim.what,
      by: nameAll(({ by }) => by),
      to: nameAll(({ to }) => to ?? []),
      due,
      state,
      followThrough: FOLLOW[state],
      lastWord: [latest.saidOn, ...borneOutBy.map(tookPlaceOn)].sort().at(-1) as string,
      claims: inTime,
      borneOutBy,
    };
  });
}

/** Access claims told after an agreement, of its form, at its place: the place it names, or the one its report is about. */
function stepsAfter(
  kept: KeptClaim<ClaimOf<'commitment'>>,
  access: readonly KeptClaim<ClaimOf<'access'>>[],
  who: Who,
): KeptClaim<ClaimOf<'access'>>[] {
  const forms = formsOf(kept.claim.what);
  if (forms.length === 0) return [];
  const words = `${kept.claim.what} ${evidenceWords(kept)}`;
  const all = new Set(access.map((other) => placeOf(other, who)).filter((place) => place !== null));
  const named = [...all].filter((place) => [...place.called].some((name) => words.includes(name))).map(({ name }) => name);
  const beside = access
    .filter(({ report, claim }) => report.id === kept.report.id && forms.includes(claim.form))
    .map((other) => placeOf(other, who)?.name);
  const wanted = new Set(named.length > 0 ? named : beside.filter((name) => name !== undefined));
  return access
    .filter(
      (other) =>
        forms.includes(other.claim.form) &&
        wanted.has(placeOf(other, who)?.name ?? '') &&
        ['stalled', 'denied', 'delivered', 'moving', 'attacked'].includes(other.claim.step) &&
        tookPlaceOn(other) > kept.saidOn &&
        other.claim.step !== 'attacked',
    )
    .sort((a, b) => (tookPlaceOn(a) < tookPlaceOn(b) ? -1 : tookPlaceOn(a) > tookPlaceOn(b) ? 1 : a.order - b.order));
}

/** True when a due day is over on a day. */
export const isOverdue = (due: string | null, day: string): boolean => {
  const last = lastDayOf(due);
  return last !== null && last < day;
};
