// The access ladder of each place, one step for each event, and beside it the two columns of blame.
import type { ClaimOf } from '../terms/reading.js';
import { distinctFigures, type FigureTold } from '../terms/say-figure.js';
import { isCopy } from './copies.js';
import { grouped } from './grouped.js';
import { evidenceWords, type KeptClaim, ofKind, tookPlaceOn } from './kept.js';
import { contentFor } from './likeness.js';
import { Matters } from './matters.js';
import type { KnownActor, Who } from './who.js';

export type AccessForm = ClaimOf<'access'>['form'];
export type AccessStep = ClaimOf<'access'>['step'];

export interface LadderStep {
  readonly form: AccessForm;
  readonly step: AccessStep;
  /** When it took place, `YYYY-MM-DD` or shorter. */
  readonly date: string | null;
  /** How many people or trucks its claims tell; versions that differ stand side by side. */
  readonly figures: readonly FigureTold[];
  readonly claims: readonly KeptClaim<ClaimOf<'access'>>[];
}

export interface BlameArrow {
  readonly from: string;
  readonly on: string;
  readonly for: string;
  readonly claims: KeptClaim<ClaimOf<'blame'>>[];
}

export interface PlaceSheet {
  /** Null for what is about the talks and no place. */
  readonly place: string | null;
  readonly steps: readonly LadderStep[];
  readonly blame: readonly BlameArrow[];
}

/** States that last: told again later they are the same step, until another step of the form comes between. */
const LASTING = new Set<AccessStep>(['stalled', 'besieged', 'denied', 'agreed', 'authorised']);

export const placeOf = (kept: KeptClaim<ClaimOf<'access'>>, who: Who): KnownActor | null => {
  const place = kept.claim.place ?? kept.claim.inferred?.place?.value;
  return place ? who.of(kept.report.id, place) : null;
};

/** The ladders and blame of every place. */
export function accessOf(
  claims: readonly KeptClaim[],
  who: Who,
  originOf: (report: string) => number,
  arrows: readonly BlameArrow[],
): PlaceSheet[] {
  const sheets = new Map<string | null, { steps: LadderStep[]; blame: BlameArrow[] }>();
  const sheet = (place: string | null) => {
    const at = sheets.get(place) ?? { steps: [], blame: [] };
    sheets.set(place, at);
    return at;
  };
  const access = ofKind(claims, 'access');
  const told = grouped(access, ({ report }) => report.id);
  const byPlace = new Map<string, KeptClaim<ClaimOf<'access'>>[]>();
  for (const kept of access) {
    const place = placeOf(kept, who);
    if (place === null) continue;
    const at = byPlace.get(place.name);
    if (at === undefined) byPlace.set(place.name, [kept]);
    else at.push(kept);
  }
  for (const [place, of] of byPlace) sheet(place).steps.push(...stepsOf(of, originOf));
  for (const arrow of arrows) sheet(matterPlace(arrow, told, who)).blame.push(arrow);
  return [...sheets].map(([place, { steps, blame }]) => ({ place, steps, blame }));
}

function stepsOf(claims: readonly KeptClaim<ClaimOf<'access'>>[], originOf: (report: string) => number): LadderStep[] {
  const dated = claims
    .map((kept) => ({ kept, date: tookPlaceOn(kept) }))
    .sort((a, b) => (a.date === b.date ? a.kept.order - b.kept.order : a.date < b.date ? -1 : 1));
  const steps: { form: AccessForm; step: AccessStep; date: string; claims: KeptClaim<ClaimOf<'access'>>[] }[] = [];
  const lastOfForm = new Map<AccessForm, number>();
  const lastOfStep = new Map<string, number>();
  const byDay = new Map<string, number>();
  const byOrigin = new Map<string, { readonly kept: KeptClaim; readonly at: number }[]>();
  for (const { kept, date } of dated) {
    const { form, step } = kept.claim;
    const [sort, origin] = [`${form} ${step}`, originOf(kept.report.id)];
    const told = byOrigin.get(`${sort} ${origin}`) ?? [];
    byOrigin.set(`${sort} ${origin}`, told);
    // Copies of one dispatch tell one event, and so do accounts of one day: the first such step.
    const twins = [
      byDay.get(`${sort} ${date}`) ?? [],
      told.filter((other) => isCopy(other.kept, kept, originOf, 0.6)).map(({ at }) => at),
    ].flat();
    const lasting = step === 'besieged' || steps[lastOfForm.get(form) ?? -1]?.step === step ? lastOfStep.get(sort) : undefined;
    let at = twins.length > 0 ? Math.min(...twins) : LASTING.has(step) ? lasting : undefined;
    if (at === undefined) {
      at = steps.push({ form, step, date, claims: [] }) - 1;
      lastOfForm.set(form, at);
      lastOfStep.set(sort, at);
      if (!byDay.has(`${sort} ${date}`)) byDay.set(`${sort} ${date}`, at);
    }
    steps[at]?.claims.push(kept);
    told.push({ kept, at });
  }
  return steps.map(({ date, claims: of, ...rest }) => ({
    ...rest,
    date: date || null,
    figures: distinctFigures(of.flatMap(({ claim }) => claim.figures ?? [])),
    claims: of,
  }));
}

/** One arrow for each who blames, whom and matter. */
export function arrowsOf(claims: readonly KeptClaim<ClaimOf<'blame'>>[], who: Who, originOf: (report: string) => number): BlameArrow[] {
  interface Between {
    readonly drawn: BlameArrow[];
    readonly matters: Matters;
    /** Which arrows a report's claims are in, and those of an origin. */
    readonly byReport: Map<string, { readonly kept: KeptClaim; readonly at: number }[]>;
    readonly byOrigin: Map<number, { readonly kept: KeptClaim; readonly at: number }[]>;
  }
  const arrows: BlameArrow[] = [];
  const between = new Map<string, Between>();
  for (const kept of claims) {
    const matter = contentFor(kept.claim, kept.claim.for);
    const origin = originOf(kept.report.id);
    for (const from of kept.claim.from.map((ref) => who.of(kept.report.id, ref).name)) {
      for (const on of kept.claim.on.map((ref) => who.of(kept.report.id, ref).name)) {
        const key = JSON.stringify([from, on]);
        const here: Between = between.get(key) ?? { drawn: [], matters: new Matters(), byReport: new Map(), byOrigin: new Map() };
        between.set(key, here);
        const alike = new Map(here.matters.alike(matter, 0.5).map(({ number, shared }) => [number, shared]));
        const [mine, told] = [here.byReport.get(kept.report.id) ?? [], here.byOrigin.get(origin) ?? []];
        // One report that blames twice blames for two things, unless it nearly repeats itself.
        const apart = new Set(mine.filter((other) => other.kept !== kept && (alike.get(other.at) ?? 0) < 0.7).map((other) => other.at));
        const copies = told.filter((other) => isCopy(other.kept, kept, originOf, 0.6)).map((other) => other.at);
        const fitting = [...alike.keys(), ...copies].filter((at) => !apart.has(at));
        const at = fitting.length > 0 ? Math.min(...fitting) : here.drawn.length;
        if (at === here.drawn.length) {
          const fresh: BlameArrow = { from, on, for: kept.claim.for, claims: [] };
          here.drawn.push(fresh);
          here.matters.add(matter);
          arrows.push(fresh);
        }
        here.drawn[at]?.claims.push(kept);
        here.byReport.set(kept.report.id, [...mine, { kept, at }]);
        told.push({ kept, at });
        here.byOrigin.set(origin, told);
      }
    }
  }
  return arrows;
}

/** Words that make a blame one about aid and fighting on the ground, not about the talks. */
const GROUND =
  /\b(?:aid|convoy|trucks?|lorr(?:y|ies)|vehicles?|siege|besieg\w*|truce|pause|cease-?fire|evacuat\w*|civilians|corridor|crossing|deliver\w*|rockets?|shell\w*|mortar)\b/i;

/** The place a blame is about: named in its words, else the place of the access claims told beside it in the same report. */
function matterPlace(arrow: BlameArrow, told: ReadonlyMap<string, readonly KeptClaim<ClaimOf<'access'>>[]>, who: Who): string | null {
  for (const kept of arrow.claims) {
    const words = `${kept.claim.for} ${evidenceWords(kept)}`;
    const here = (told.get(kept.report.id) ?? []).flatMap((other) => placeOf(other, who) ?? []);
    const named = here.find((place) => [...place.called].some((name) => words.includes(name)));
    if (named) return named.name;
    if (!GROUND.test(words)) continue;
    const counts = new Map<string, number>();
    for (const { name } of here) counts.set(name, (counts.get(name) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (most) return most[0];
  }
  return null;
}
