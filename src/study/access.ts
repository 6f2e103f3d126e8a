// The access ladder of each place, one step for each event, and beside it the two columns of blame.
import type { ClaimOf } from '../terms/reading.js';
import { distinctFigures, type FigureTold } from '../terms/say-figure.js';
import { grouped, isCopy } from './copies.js';
import { evidenceWords, type KeptClaim, ofKind, tookPlaceOn } from './kept.js';
import { contentOf, sharedContent } from './likeness.js';
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
  readonly claims: readonly KeptClaim<ClaimOf<'blame'>>[];
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
export function accessOf(claims: readonly KeptClaim[], who: Who, originOf: (report: string) => number): PlaceSheet[] {
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
    if (place !== null) byPlace.set(place.name, [...(byPlace.get(place.name) ?? []), kept]);
  }
  for (const [place, of] of byPlace) sheet(place).steps.push(...stepsOf(of, originOf));
  for (const arrow of arrowsOf(ofKind(claims, 'blame'), who, originOf)) sheet(matterPlace(arrow, told, who)).blame.push(arrow);
  return [...sheets].map(([place, { steps, blame }]) => ({ place, steps, blame }));
}

function stepsOf(claims: readonly KeptClaim<ClaimOf<'access'>>[], originOf: (report: string) => number): LadderStep[] {
  const dated = claims
    .map((kept) => ({ kept, date: tookPlaceOn(kept) }))
    .sort((a, b) => (a.date === b.date ? a.kept.order - b.kept.order : a.date < b.date ? -1 : 1));
  const steps: { form: AccessForm; step: AccessStep; date: string; claims: KeptClaim<ClaimOf<'access'>>[] }[] = [];
  for (const { kept, date } of dated) {
    const { form, step } = kept.claim;
    const sameForm = steps.filter((known) => known.form === form);
    const sameStep = sameForm.filter((known) => known.step === step);
    // Copies of one dispatch tell one event, and so do accounts of one day.
    const twin = sameStep.find((known) => known.date === date || known.claims.some((other) => isCopy(other, kept, originOf, 0.6)));
    const lasting = LASTING.has(step) && (step === 'besieged' || sameForm.at(-1)?.step === step) ? sameStep.at(-1) : undefined;
    const known = twin ?? lasting;
    if (known) known.claims.push(kept);
    else steps.push({ form, step, date, claims: [kept] });
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
  interface Drawn {
    readonly from: string;
    readonly on: string;
    readonly for: string;
    readonly matter: ReadonlySet<string>;
    readonly claims: KeptClaim<ClaimOf<'blame'>>[];
  }
  const arrows: Drawn[] = [];
  const between = new Map<string, Drawn[]>();
  for (const kept of claims) {
    const matter = contentOf(kept.claim.for);
    const alike = (arrow: Drawn, share: number): boolean => sharedContent(arrow.matter, matter) >= share;
    for (const from of kept.claim.from.map((ref) => who.of(kept.report.id, ref).name)) {
      for (const on of kept.claim.on.map((ref) => who.of(kept.report.id, ref).name)) {
        const key = JSON.stringify([from, on]);
        const drawn = between.get(key) ?? [];
        between.set(key, drawn);
        // One report that blames twice blames for two things, unless it nearly repeats itself.
        const known = drawn.find(
          (arrow) =>
            arrow.claims.every((other) => other.report.id !== kept.report.id || other === kept || alike(arrow, 0.7)) &&
            (alike(arrow, 0.5) || arrow.claims.some((other) => isCopy(other, kept, originOf, 0.6))),
        );
        if (known) known.claims.push(kept);
        else {
          const fresh: Drawn = { from, on, for: kept.claim.for, matter, claims: [kept] };
          drawn.push(fresh);
          arrows.push(fresh);
        }
      }
    }
  }
  return arrows.map(({ matter: _, ...arrow }) => arrow);
}

/** Words that make a blame one about aid and fighting on the ground, not about the talks. */
const GROUND =
  /\b(?:aid|convoy|trucks?|lorr(?:y|ies)|vehicles?|siege|besieg\w*|truce|pause|cease-?fire|evacuat\w*|civilians|corridor|crossing|deliver\w*|rockets?|shell\w*|mortar)\b/i;

/** The place a blame is about: named in its words, else the place of the access claims told beside it in the same report. */
function matterPlace(arrow: BlameArrow, told: ReadonlyMap<string, readonly KeptClaim<ClaimOf<'access'>>[]>, who: Who): string | null {
  for (const kept of arrow.claims) {
    const words = `${kept.claim.for} ${evidenceWords(kept)}`;
    const here = (told.get(kept.report.id) ?? []).flatMap((other) => placeOf(other, who) ?? []);
    const named = here.find((place) => place.names.some(({ name }) => words.includes(name)));
    if (named) return named.name;
    if (!GROUND.test(words)) continue;
    const counts = new Map<string, number>();
    for (const { name } of here) counts.set(name, (counts.get(name) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (most) return most[0];
  }
  return null;
}
