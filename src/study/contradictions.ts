// Versions that cannot both hold: two numbers for one thing, a denial and what it denies, two answers to who did it, a tie and its negation.
import type { Claim, Statement } from '../terms/reading.js';
import { wordsAtAll } from '../terms/span.js';
import { evidenceContent } from './copies.js';
import { grouped } from './grouped.js';
import { evidenceWords, type KeptClaim, type KeptReport, ofKind, tookPlaceOn } from './kept.js';
import { contentFor, sharedContent } from './likeness.js';
import type { Line } from './lines.js';
import { numbersIn } from './numbers.js';
import type { Who } from './who.js';

export interface Contradiction {
  readonly about: string;
  readonly why: 'numbers' | 'denied' | 'who' | 'negated';
  /** References `report:claim` or `report:statement` of each side. */
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** Two counts nearer to each other than this are one count told roundly. */
const ROUNDING = 0.1;

/** All contradictions in the lines and statements of these reports. */
export function contradictionsOf(
  reports: readonly KeptReport[],
  claims: readonly KeptClaim[],
  lines: readonly Line[],
  who: Who,
): Contradiction[] {
  const byReport = grouped(claims, ({ report }) => report.id);
  const sides = sidesIn(claims, who);
  return [
    ...numbersApart(lines),
    ...whoDidIt(claims, who),
    ...ties(claims, who),
    ...reports.flatMap((report) => denials(report, byReport.get(report.id) ?? [], sides, who)),
  ];
}

/** Claims of one thing on one day that count it differently. */
function numbersApart(lines: readonly Line[]): Contradiction[] {
  const found: Contradiction[] = [];
  for (const line of lines) {
    if (line.kind !== 'act' && line.kind !== 'access') continue;
    const events = new Map<string, { ref: string; count: number }[]>();
    for (const kept of line.claims) {
      const { claim } = kept;
      if (claim.kind === 'access' && claim.step !== 'delivered') continue;
      // A running total ("800 since Friday") and the count of one day may both hold.
      const words = evidenceWords(kept);
      const count = /\bsince\b|\bso far\b|\bin all\b/i.test(words) ? undefined : numbersIn(words)[0];
      if (count === undefined) continue;
      const day = claim.kind === 'act' ? (claim.date ?? claim.inferred?.date?.value ?? tookPlaceOn(kept)) : tookPlaceOn(kept);
      events.set(day, [...(events.get(day) ?? []), { ref: kept.ref, count }]);
    }
    for (const [day, counted] of events) {
      const groups: { refs: string[]; count: number }[] = [];
      for (const { ref, count } of counted) {
        const group = groups.find((known) => Math.abs(known.count - count) <= ROUNDING * Math.max(known.count, count));
        if (group) group.refs.push(ref);
        else groups.push({ refs: [ref], count });
      }
      for (const [i, a] of groups.entries())
        for (const b of groups.slice(i + 1))
          found.push({ about: `${line.about}, ${day}: ${a.count} or ${b.count}`, why: 'numbers', a: a.refs, b: b.refs });
    }
  }
  return found;
}

/** "It was X who asked": a correction of a report that another did. */
const CLEFT = /\bit (?:was|is) \S+(?: \S+){0,4}? (?:who|that|which)\b|\bnot \S+(?: \S+){0,3}? but\b/i;

function whoDidIt(claims: readonly KeptClaim[], who: Who): Contradiction[] {
  const found: Contradiction[] = [];
  const pressure = ofKind(claims, 'pressure');
  const named = (kept: KeptClaim, refs: readonly string[]): string[] => refs.map((ref) => who.of(kept.report.id, ref).name);
  for (const b of pressure) {
    if (!CLEFT.test(evidenceWords(b))) continue;
    for (const a of pressure) {
      if (a === b || a.order > b.order || a.report.id === b.report.id) continue;
      const sameOn = named(a, a.claim.on).some((name) => named(b, b.claim.on).includes(name));
      const sameFrom = named(a, a.claim.from).some((name) => named(b, b.claim.from).includes(name));
      if (sameOn && !sameFrom && sharedContent(contentFor(a.claim, a.claim.for), contentFor(b.claim, b.claim.for)) >= 0.5) {
        found.push({
          about: `who asked for it: ${named(a, a.claim.from).join(', ')} or ${named(b, b.claim.from).join(', ')}: ${a.claim.for}`,
          why: 'who',
          a: [a.ref],
          b: [b.ref],
        });
      }
    }
  }
  return found;
}

function ties(claims: readonly KeptClaim[], who: Who): Contradiction[] {
  const sides = new Map<string, { yes: string[]; no: string[] }>();
  for (const kept of ofKind(claims, 'tie')) {
    const key = `${who.of(kept.report.id, kept.claim.from).name} ${kept.claim.relation} ${who.of(kept.report.id, kept.claim.to).name}`;
    const at = sides.get(key) ?? { yes: [], no: [] };
    (kept.claim.negated ? at.no : at.yes).push(kept.ref);
    sides.set(key, at);
  }
  return [...sides]
    .filter(([, { yes, no }]) => yes.length > 0 && no.length > 0)
    .map(([about, { yes, no }]) => ({ about, why: 'negated' as const, a: yes, b: no }));
}

/** For each name the parties its words stand for: those somebody leads, represents, speaks for or is a member of. */
function sidesIn(claims: readonly KeptClaim[], who: Who): ReadonlyMap<string, ReadonlySet<string>> {
  const sides = new Map<string, Set<string>>();
  for (const { report, claim } of ofKind(claims, 'tie')) {
    if (claim.negated || !['leads', 'represents', 'speaks-for', 'member-of'].includes(claim.relation)) continue;
    const name = who.of(report.id, claim.from).name;
    const of = sides.get(name) ?? new Set([name]);
    sides.set(name, of.add(who.of(report.id, claim.to).name));
  }
  return sides;
}

function denials(
  report: KeptReport,
  own: readonly KeptClaim[],
  sidesOf: ReadonlyMap<string, ReadonlySet<string>>,
  who: Who,
): Contradiction[] {
  const { statements, text } = report.reading;
  const found: Contradiction[] = [];
  for (const denial of statements.filter(({ act }) => act === 'denies')) {
    const speaker = denial.speaker === null ? null : who.of(report.id, denial.speaker).name;
    const words = contentFor(denial, wordsAtAll(text, denial.content));
    const sides: ReadonlySet<string> = speaker === null ? new Set() : (sidesOf.get(speaker) ?? new Set([speaker]));
    const blames = ofKind(own, 'blame').filter(
      (kept) => kept.statement?.id !== denial.id && kept.claim.on.some((ref) => sides.has(who.of(report.id, ref).name)),
    );
    const accused =
      blames.length > 0
        ? blames
        : best(
            own.filter((kept) => kept.statement?.id !== denial.id && !speaks(kept, speaker, report, who)),
            words,
            evidenceContent,
          );
    const said =
      blames.length > 0
        ? []
        : best(
            statements.filter(
              (other) =>
                other.id !== denial.id &&
                other.act !== 'denies' &&
                (other.speaker === null || who.of(report.id, other.speaker).name !== speaker),
            ),
            words,
            (other) => contentFor(other, wordsAtAll(text, other.content)),
          );
    const a = [...refsOf(accused), ...said.map((other) => `${report.id}:${other.id}`)];
    if (a.length > 0)
      found.push({
        about: `denied by ${speaker ?? 'somebody'}: ${wordsAtAll(text, denial.content)}`,
        why: 'denied',
        a,
        b: [`${report.id}:${denial.id}`],
      });
  }
  return found;
}

const refsOf = (claims: readonly KeptClaim[]): string[] => claims.map(({ ref }) => ref);

const speaks = (kept: KeptClaim, speaker: string | null, report: KeptReport, who: Who): boolean => {
  const by: Statement | undefined = kept.statement;
  return by?.speaker != null && speaker !== null && who.of(report.id, by.speaker).name === speaker;
};

/** The entry whose words are nearest, where they are near at all. */
function best<T extends KeptClaim<Claim> | Statement>(
  entries: readonly T[],
  words: ReadonlySet<string>,
  wordsOf: (entry: T) => ReadonlySet<string>,
): T[] {
  let nearest: T | undefined;
  let most = 0.34;
  for (const entry of entries) {
    const shared = sharedContent(wordsOf(entry), words);
    if (shared > most) {
      nearest = entry;
      most = shared;
    }
  }
  return nearest ? [nearest] : [];
}
