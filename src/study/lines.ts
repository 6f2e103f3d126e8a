// Lines and versions: claims about the same thing are one line, whatever each of them says of it.
import type { ClaimKind, ClaimOf } from '../terms/reading.js';
import { arrowsOf, placeOf } from './access.js';
import { grouped, isCopy } from './copies.js';
import { evidenceWords, type KeptClaim, ofKind, tookPlaceOn } from './kept.js';
import { contentOf, sharedContent } from './likeness.js';
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
  about: string;
  matter: ReadonlySet<string>;
  day: string;
  claims: KeptClaim[];
}

/** Two texts of one matter: this share of the shorter one's content words. */
const ONE_MATTER = 0.6;

/** Groups every claim into one line. Rounds and who is who are those of the same reports. */
export function linesOf(claims: readonly KeptClaim[], who: Who, rounds: Rounds, originOf: (report: string) => number): Line[] {
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
  for (const arrow of arrowsOf(ofKind(claims, 'blame'), who, originOf)) {
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
    const byKey = new Map<string, Open[]>();
    const all: Open[] = [];
    for (const kept of ofKind(claims, kind)) {
      const key = keyOf(kept);
      const open = byKey.get(key) ?? [];
      byKey.set(key, open);
      const matter = contentOf(wordsOf(kept));
      const day = dayOf(kept);
      const copy = (line: Open): boolean => line.claims.some((other) => isCopy(other, kept, originOf, 0.8));
      const same = (line: Open): boolean => (sameDay ? line.day === day && day !== '' : sharedContent(line.matter, matter) >= ONE_MATTER);
      const line = open.find(copy) ?? open.find(same);
      if (line) line.claims.push(kept);
      else {
        const fresh: Open = { about: wordsOf(kept), matter, day, claims: [kept] };
        open.push(fresh);
        all.push(fresh);
      }
    }
    for (const { about, claims: of } of all) push(kind, about, of);
  };
  for (const line of commitmentLines(ofKind(claims, 'commitment'), who, originOf)) push('commitment', line[0]?.claim.what ?? '', line);
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
    readonly matter: ReadonlySet<string>;
    readonly claims: KeptClaim<ClaimOf<'commitment'>>[];
  }
  const lines: Undertaking[] = [];
  /** Only lines that share a word can be about one thing. */
  const byStem = new Map<string, Undertaking[]>();
  for (const kept of claims) {
    const by = kept.claim.by.map((ref) => who.of(kept.report.id, ref).name);
    const matter = contentOf(kept.claim.what);
    const near = new Set([...matter].flatMap((stem) => byStem.get(stem) ?? []));
    const line = [...near]
      .sort((a, b) => (a.claims[0]?.order ?? 0) - (b.claims[0]?.order ?? 0))
      .find((known) => {
        const alike = sharedContent(known.matter, matter);
        const people = by.some((name) => known.by.has(name)) || (by.length === 0 && known.by.size === 0);
        const copied = known.claims.some(
          (other) =>
            other.report.id !== kept.report.id &&
            originOf(other.report.id) === originOf(kept.report.id) &&
            other.claim.standing === kept.claim.standing,
        );
        const told = TURNED_OUT.has(kept.claim.standing) || by.length === 0;
        const apart = known.claims.some((other) => other.report.id === kept.report.id && other.claim.standing === kept.claim.standing);
        return !apart && ((people && alike >= (copied ? 0.5 : ONE_MATTER)) || (told && alike >= ONE_MATTER));
      });
    if (line) {
      line.claims.push(kept);
      for (const name of by) line.by.add(name);
    } else {
      const fresh: Undertaking = { by: new Set(by), matter, claims: [kept] };
      lines.push(fresh);
      for (const stem of matter) {
        const at = byStem.get(stem);
        if (at === undefined) byStem.set(stem, [fresh]);
        else at.push(fresh);
      }
    }
  }
  return lines.map(({ claims: of }) => of);
}
