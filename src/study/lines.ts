// Lines and versions: claims about the same thing are one line, whatever each of them says of it.
import type { ClaimKind, ClaimOf } from '../terms/reading.js';
import { type BlameArrow, placeOf } from './access.js';
import { isCopy } from './copies.js';
import { grouped } from './grouped.js';
import { evidenceWords, type KeptClaim, ofKind, tookPlaceOn } from './kept.js';
import { contentFor } from './likeness.js';
import { Matters } from './matters.js';
import type { Rounds } from './rounds.js';
import type { Who } from './who.js';

export interface Line {
  /** Stable while its first claim stays: the reference of that claim. */
  readonly id: string;
  readonly kind: ClaimKind;
  readonly about: string;
  /** Oldest report first. */
  readonly claims: readonly KeptClaim[];
}

interface Open {
  readonly about: string;
  readonly claims: KeptClaim[];
}

/** The lines of one key that are open, with what a claim is found in them by. */
interface OpenLines {
  readonly lines: Open[];
  readonly matters: Matters;
  /** The first line of a day. */
  readonly byDay: Map<string, number>;
  readonly byOrigin: Map<number, { readonly kept: KeptClaim; readonly line: number }[]>;
}

/** Two texts of one matter: this share of the shorter one's content words. */
const ONE_MATTER = 0.6;
/** The same where the same standing is told in a copy. */
const LIKE_A_COPY = 0.5;

/** What lines are made with; all of the same reports. */
export interface LinesFrom {
  readonly who: Who;
  readonly rounds: Rounds;
  readonly originOf: (report: string) => number;
  readonly arrows: readonly BlameArrow[];
  readonly undertakings: readonly (readonly KeptClaim<ClaimOf<'commitment'>>[])[];
}

/** Groups every claim into one line. Rounds and who is who are those of the same reports. */
export function linesOf(claims: readonly KeptClaim[], { who, rounds, originOf, arrows, undertakings }: LinesFrom): Line[] {
  const lines: Line[] = [];
  const push = (kind: ClaimKind, about: string, of: readonly KeptClaim[]): void => {
    const inOrder = [...of].sort((a, b) => a.order - b.order);
    if (inOrder[0]) lines.push({ id: inOrder[0].ref, kind, about, claims: inOrder });
  };
  const named = (kept: KeptClaim, refs: readonly string[]): string =>
    refs
      .map((ref) => who.of(kept.report.id, ref).name)
      .sort()
      .join(' and ');

  for (const round of rounds.rounds) push('talks', `round ${round.id}`, round.claims);
  for (const session of rounds.sessions) push('talks', `session of ${session.date}`, session.claims);

  const keyed = <K extends ClaimKind>(kind: K, keyOf: (kept: KeptClaim<ClaimOf<K>>) => string): void => {
    const groups = grouped(ofKind(claims, kind), keyOf);
    for (const [about, of] of groups) push(kind, about, of);
  };
  keyed('standing', (kept) => {
    const round = rounds.at(kept.claim.round ?? kept.claim.inferred?.round?.value ?? null, kept.saidOn);
    return `${named(kept, [kept.claim.party])} towards round ${round?.id ?? '?'}`;
  });
  keyed('access', (kept) => `${placeOf(kept, who)?.name ?? 'no place told'}, ${kept.claim.form}`);
  keyed('tie', (kept) => `${named(kept, [kept.claim.from])} ${kept.claim.relation} ${named(kept, [kept.claim.to])}`);

  const blamed = new Set<KeptClaim>();
  for (const arrow of arrows) {
    const fresh = arrow.claims.filter((kept) => !blamed.has(kept));
    for (const kept of fresh) blamed.add(kept);
    push('blame', `${arrow.from} blames ${arrow.on}: ${arrow.for}`, fresh);
  }
  for (const kept of ofKind(claims, 'blame')) if (!blamed.has(kept)) push('blame', kept.claim.for, [kept]);

  // What is told in words only is compared by its words, among claims of the same people.
  const matched = <K extends ClaimKind>(
    kind: K,
    keyOf: (kept: KeptClaim<ClaimOf<K>>) => string,
    wordsOf: (kept: KeptClaim<ClaimOf<K>>) => string,
    dayOf: (kept: KeptClaim<ClaimOf<K>>) => string,
    sameDay: boolean,
  ): void => {
    const byKey = new Map<string, OpenLines>();
    const all: Open[] = [];
    for (const kept of ofKind(claims, kind)) {
      const key = keyOf(kept);
      const open: OpenLines = byKey.get(key) ?? { lines: [], matters: new Matters(), byDay: new Map(), byOrigin: new Map() };
      byKey.set(key, open);
      const matter = contentFor(kept.claim, wordsOf(kept));
      const day = dayOf(kept);
      const origin = originOf(kept.report.id);
      const told = open.byOrigin.get(origin) ?? [];
      const copy = told.filter((other) => isCopy(other.kept, kept, originOf, 0.8)).map((other) => other.line);
      const same = sameDay ? open.byDay.get(day) : open.matters.alike(matter, ONE_MATTER)[0]?.number;
      let line = copy.length > 0 ? Math.min(...copy) : same;
      if (line === undefined) {
        const fresh: Open = { about: wordsOf(kept), claims: [] };
        line = open.lines.push(fresh) - 1;
        all.push(fresh);
        open.matters.add(matter);
        if (day !== '' && !open.byDay.has(day)) open.byDay.set(day, line);
      }
      open.lines[line]?.claims.push(kept);
      told.push({ kept, line });
      open.byOrigin.set(origin, told);
    }
    for (const { about, claims: of } of all) push(kind, about, of);
  };
  for (const line of undertakings) push('commitment', line[0]?.claim.what ?? '', line);
  matched(
    'position',
    (kept) => named(kept, [kept.claim.actor]),
    (kept) => kept.claim.issue,
    () => '',
    false,
  );
  matched(
    'pressure',
    (kept) => `${named(kept, kept.claim.from)} on ${named(kept, kept.claim.on)}`,
    (kept) => kept.claim.for,
    () => '',
    false,
  );
  matched(
    'act',
    (kept) =>
      `${kept.claim.type} ${named(kept, kept.claim.to ?? [])} ${kept.claim.type === 'CONSULT' || !kept.claim.to?.length ? named(kept, kept.claim.from) : ''}`,
    (kept) => kept.claim.what ?? evidenceWords(kept),
    (kept) => kept.claim.date ?? kept.claim.inferred?.date?.value ?? tookPlaceOn(kept),
    true,
  );
  return lines;
}

/** How an undertaking turned out; such words may be said of it by or about others than those who gave it. */
const TURNED_OUT = new Set<ClaimOf<'commitment'>['standing']>(['broken', 'kept', 'stalled', 'withdrawn', 'under-way']);

/** Commitments by who undertakes and what; how one turned out joins it also where its words name other people or nobody. */
export function commitmentLines(
  claims: readonly KeptClaim<ClaimOf<'commitment'>>[],
  who: Who,
  originOf: (report: string) => number,
): KeptClaim<ClaimOf<'commitment'>>[][] {
  interface Undertaking {
    readonly by: Set<string>;
    readonly claims: KeptClaim<ClaimOf<'commitment'>>[];
    /** Its claims by report and standing, and by origin and standing. */
    readonly told: Set<string>;
  }
  const lines: Undertaking[] = [];
  const matters = new Matters();
  for (const kept of claims) {
    const by = kept.claim.by.map((ref) => who.of(kept.report.id, ref).name);
    const { standing } = kept.claim;
    const [inReport, inOrigin] = [`report ${kept.report.id} ${standing}`, `origin ${originOf(kept.report.id)} ${standing}`];
    const matter = contentFor(kept.claim, kept.claim.what);
    const turnedOut = TURNED_OUT.has(standing) || by.length === 0;
    const near = matters.alike(matter, LIKE_A_COPY).find(({ number, shared }) => {
      const known = lines[number] as Undertaking;
      if (known.told.has(inReport)) return false;
      const people = by.some((name) => known.by.has(name)) || (by.length === 0 && known.by.size === 0);
      const copied = known.told.has(inOrigin);
      return (people && (copied || shared >= ONE_MATTER)) || (turnedOut && shared >= ONE_MATTER);
    });
    const line = near === undefined ? { by: new Set<string>(), claims: [], told: new Set<string>() } : (lines[near.number] as Undertaking);
    if (near === undefined) {
      lines.push(line);
      matters.add(matter);
    }
    line.claims.push(kept);
    for (const name of by) line.by.add(name);
    line.told.add(inReport).add(inOrigin);
  }
  return lines.map(({ claims: of }) => of);
}
