// The rounds of a process out of its talks claims: when each began and ended, where, and how it stands.
import { boundsOf } from '../terms/edtf.js';
import type { ClaimOf } from '../terms/reading.js';
import { evidenceWords, type KeptClaim, type KeptReport, lastDayOf, ofKind } from './kept.js';
import { foldName } from './names.js';
import type { Who } from './who.js';

export type TalksStatus = ClaimOf<'talks'>['status'];

export interface Round {
  /** `1`, `2` … in order of time. */
  readonly id: string;
  /** `YYYY-MM-DD` or shorter, null where it is not told. */
  readonly start: string | null;
  readonly end: string | null;
  readonly venue: readonly string[];
  readonly status: TalksStatus | null;
  readonly outcome: string | null;
  /** Who proposed or chairs it, where told. */
  readonly convener: string | null;
  /** The talks claims about it, oldest word first. */
  readonly claims: readonly KeptClaim<ClaimOf<'talks'>>[];
}

export interface Rounds {
  readonly rounds: readonly Round[];
  /** Sittings inside a round that were called off or paused by themselves. */
  readonly sessions: readonly { readonly date: string; readonly claims: readonly KeptClaim<ClaimOf<'talks'>>[] }[];
  /** The round a date falls in or comes nearest to, as seen on the day somebody spoke of it. */
  at(date: string | null, spokenOn: string): Round | null;
}

const BEFORE = new Set<TalksStatus>(['proposed', 'scheduled', 'postponed']);
const OPENING = new Set<TalksStatus>(['opened', 'under-way']);
/** Two openings this far apart, with no end told between, are two rounds. */
const APART = 21;
/** Words about a round this many days from all that is known of it are about another. */
const FAR = 150;
/** Words that speak of a round to come without a day. */
const COMING =
  /\b(?:next|another|new|further|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:and (?:final|last) )?(?:round|session of talks|meeting of the (?:sides|parties))\b|\b(?:date|day) for (?:a|the) (?:next|second|third|fourth|fifth|sixth)\b/i;

interface Draft {
  first: number | null;
  last: number | null;
  start: { edtf: string; rank: number; order: number } | null;
  end: string | null;
  claims: KeptClaim<ClaimOf<'talks'>>[];
}

const dateOf = (claim: ClaimOf<'talks'>): string | null => claim.date ?? claim.inferred?.date?.value ?? null;
const dayNumber = (edtf: string | null, edge: 'first' | 'last'): number | null => {
  const bounds = edtf === null ? null : boundsOf(edtf);
  return bounds && Number.isFinite(bounds[edge]) ? bounds[edge] : null;
};

/** The first day a round may begin. A plan for "February" made on 7 February is for a later day. */
function startOf({ claim, reportedOn }: KeptClaim<ClaimOf<'talks'>>): number {
  const first = dayNumber(dateOf(claim), 'first') ?? 0;
  const last = dayNumber(dateOf(claim), 'last') ?? first;
  const told = dayNumber(reportedOn || null, 'last');
  return BEFORE.has(claim.status) && told !== null && first <= told && last > told ? told + 1 : first;
}

/** The rounds told of in the claims of these reports. */
export function roundsOf(reports: readonly KeptReport[], claims: readonly KeptClaim[], who: Who): Rounds {
  const talks = ofKind(claims, 'talks');
  const drafts: Draft[] = [];
  const sessions: { date: string; claims: KeptClaim<ClaimOf<'talks'>>[] }[] = [];
  const later: KeptClaim<ClaimOf<'talks'>>[] = [];

  // Openings and plans first: they say which rounds there are. Ends then part rounds that only looked like one.
  const ends = talks
    .filter(({ claim }) => claim.status === 'ended' && dateOf(claim) !== null)
    .map(({ claim }) => dayNumber(dateOf(claim), 'last'))
    .filter((day): day is number => day !== null)
    .sort((a, b) => a - b);
  const endBetween = (from: number, to: number): boolean => ends.some((end) => end >= from && end < to);
  const starts = talks
    .filter(({ claim }) => (BEFORE.has(claim.status) || claim.status === 'opened') && dayNumber(dateOf(claim), 'first') !== null)
    .sort((a, b) => startOf(a) - startOf(b) || a.order - b.order);
  for (const kept of starts) {
    const edtf = dateOf(kept.claim) as string;
    const day = startOf(kept);
    const rank = kept.claim.status === 'opened' ? 2 : 1;
    const last = drafts.at(-1);
    const near =
      last && last.last !== null && !endBetween(last.last, day) && (day - last.last <= APART || kept.claim.status === 'postponed');
    if (last && near) {
      last.claims.push(kept);
      last.last = day;
      // The first opening is the start; among plans the latest word counts.
      if (last.start === null || rank > last.start.rank || (rank === 1 && last.start.rank === 1 && kept.order > last.start.order))
        last.start = { edtf, rank, order: kept.order };
    } else {
      drafts.push({ first: day, last: day, start: { edtf, rank, order: kept.order }, end: null, claims: [kept] });
    }
  }
  for (const kept of talks) if (!starts.includes(kept)) later.push(kept);

  const near = (draft: Draft | undefined, day: number): Draft | undefined => {
    const known = draft === undefined ? null : (dayNumber(draft.end, 'last') ?? draft.last ?? draft.first);
    return known !== null && day - known > FAR && day !== Number.POSITIVE_INFINITY ? undefined : draft;
  };
  const enclosing = (day: number): Draft | undefined =>
    near(drafts.filter((draft) => draft.first !== null && draft.first <= day).at(-1), day);
  const comingAt = (day: number): Draft | undefined =>
    drafts.find((draft) => draft.first !== null && draft.first > day && draft.first - day <= FAR);
  for (const kept of later.filter(({ claim }) => claim.status === 'ended')) {
    const edtf = dateOf(kept.claim);
    const spoken = dayNumber(kept.reportedOn || null, 'last') ?? Number.POSITIVE_INFINITY;
    const day = dayNumber(edtf, 'last');
    let draft: Draft | undefined;
    if (day !== null) {
      draft = drafts.find((known) => known.end !== null && Math.abs((dayNumber(known.end, 'last') as number) - day) <= 2) ?? enclosing(day);
      if (draft?.end && Math.abs((dayNumber(draft.end, 'last') as number) - day) > APART) draft = undefined;
      if (draft === undefined) {
        draft = { first: null, last: day, start: null, end: null, claims: [] };
        drafts.push(draft);
        drafts.sort((a, b) => (a.first ?? a.last ?? 0) - (b.first ?? b.last ?? 0));
      }
      if (draft.end === null || (edtf as string).length > draft.end.length) draft.end = edtf;
    } else {
      const over = drafts.filter((known) => known.end !== null && (dayNumber(known.end, 'last') as number) <= spoken).at(-1);
      draft =
        near(over, spoken) ??
        enclosing(spoken) ??
        drafts.find(
          (known) => known.first === null && known.last === null && known.claims.every((other) => other.report.id === kept.report.id),
        );
      if (draft === undefined) {
        draft = { first: null, last: null, start: null, end: null, claims: [] };
        drafts.push(draft);
      }
    }
    draft.claims.push(kept);
  }
  for (const kept of later.filter(({ claim }) => claim.status !== 'ended')) {
    const edtf = dateOf(kept.claim);
    const day = dayNumber(edtf, 'last') ?? dayNumber(kept.saidOn || kept.reportedOn || null, 'last') ?? Number.POSITIVE_INFINITY;
    const { status } = kept.claim;
    const around = enclosing(day);
    const inside =
      around !== undefined &&
      around.first !== null &&
      day > around.first &&
      (around.end === null || day <= (dayNumber(around.end, 'last') as number));
    if ((status === 'called-off' || status === 'paused') && inside) {
      const date = lastDayOf(edtf) ?? kept.reportedOn;
      const session = sessions.find((known) => known.date === date);
      if (session) session.claims.push(kept);
      else sessions.push({ date, claims: [kept] });
      continue;
    }
    const planned = BEFORE.has(status);
    const coming = comingAt(day);
    const running = around !== undefined && (around.end === null || (dayNumber(around.end, 'last') as number) >= day) ? around : undefined;
    // Plans without a day are about one round to come, whoever speaks of it.
    const undated = planned
      ? drafts.find((known) => known.first === null && known.last === null && known.claims.every(({ claim }) => BEFORE.has(claim.status)))
      : undefined;
    // What goes on before a round ends goes on in that round, also where its opening is not told.
    const unopened = drafts.find((known) => {
      const end = known.first === null ? dayNumber(known.end, 'last') : null;
      return end !== null && end >= day && end - day <= FAR;
    });
    const draft = planned ? (coming ?? running ?? undated) : (running ?? unopened ?? around ?? coming);
    if (draft !== undefined) draft.claims.push(kept);
    else
      drafts.push({
        first: planned ? null : day,
        last: planned ? null : day,
        start: planned || edtf === null ? null : { edtf, rank: 1, order: kept.order },
        end: null,
        claims: [kept],
      });
  }

  const when = (draft: Draft): number =>
    draft.first ?? draft.last ?? Math.max(...draft.claims.map((kept) => dayNumber(kept.saidOn || null, 'last') ?? 0));
  const rounds = drafts.sort((a, b) => when(a) - when(b)).map((draft, index) => finish(draft, index, who));
  const last = rounds.at(-1);
  if (last?.status === 'ended' && spokenOf(reports, last)) {
    rounds.push({
      id: String(rounds.length + 1),
      start: null,
      end: null,
      venue: [],
      status: null,
      outcome: null,
      convener: null,
      claims: [],
    });
  }
  return { rounds, sessions, at: (date, spokenOn) => roundAt(rounds, date, spokenOn) };
}

/** True when a report that came out when the last round had ended speaks of a further one. */
function spokenOf(reports: readonly KeptReport[], last: Round): boolean {
  const ended = last.end ?? '';
  return reports.some(
    ({ published, reading }) =>
      (published ?? '') >= ended &&
      published !== undefined &&
      COMING.test(reading.text) &&
      saysAfter(reading.text, last.claims.map(({ report }) => report.id).includes(reading.id)),
  );
}

/** A report on the end of a round may speak of that very round as the "second"; only words on a coming one count. */
const saysAfter = (text: string, onTheEnd: boolean): boolean =>
  onTheEnd ? /\b(?:next|another|further|new) round\b|\b(?:date|day)s? for (?:a|the|another)\b/i.test(text) : true;

/** A date without its doubt; of a range what both ends share, since the day itself is not told. */
function plainDate(edtf: string): string | null {
  const [from = [], to] = edtf
    .replace(/[~?%]/g, '')
    .split('/')
    .map((end) => end.split('-'));
  const shared = to === undefined ? from : from.filter((_, at) => from.slice(0, at + 1).join('-') === to.slice(0, at + 1).join('-'));
  return shared.length > 0 && /^\d/.test(shared[0] ?? '') ? shared.join('-') : null;
}

function finish(draft: Draft, index: number, who: Who): Round {
  const claims = [...draft.claims].sort((a, b) => (a.saidOn === b.saidOn ? a.order - b.order : a.saidOn < b.saidOn ? -1 : 1));
  // What is over is over: an end, a call-off or an opening counts above words that still spoke of a plan.
  const rankOf = (status: TalksStatus): number =>
    status === 'ended' ? 3 : status === 'called-off' ? 2 : OPENING.has(status) || status === 'paused' ? 1 : 0;
  const status = claims.reduce<TalksStatus | null>(
    (best, { claim }) => (best === null || rankOf(claim.status) >= rankOf(best) ? claim.status : best),
    null,
  );
  const venues = claims.flatMap(({ claim, report }) => {
    const venue = claim.venue ?? claim.inferred?.venue?.value;
    return venue ? [who.of(report.id, venue).name] : [];
  });
  // A dateline in capitals is the place it names.
  const counted = new Map<string, { name: string; count: number }>();
  for (const venue of venues) {
    const known = counted.get(foldName(venue));
    const name = known && known.name !== known.name.toUpperCase() ? known.name : venue;
    counted.set(foldName(venue), { name, count: (known?.count ?? 0) + 1 });
  }
  const outcomes = claims.filter(({ claim }) => claim.status === 'ended' && claim.outcome);
  const convened = claims.find(({ claim }) => claim.convener);
  return {
    id: String(index + 1),
    start: draft.start === null ? null : plainDate(draft.start.edtf),
    end: draft.end === null ? null : lastDayOf(draft.end),
    venue: [...counted.values()].sort((a, b) => b.count - a.count).map(({ name }) => name),
    status,
    outcome: outcomes.at(-1)?.claim.outcome ?? null,
    convener: convened?.claim.convener ? who.of(convened.report.id, convened.claim.convener).name : null,
    claims,
  };
}

function roundAt(rounds: readonly Round[], date: string | null, spokenOn: string): Round | null {
  const bounds = date === null ? null : boundsOf(date);
  const span = (round: Round): [number, number] => {
    const from = dayNumber(round.start ?? round.end, 'first') ?? Number.POSITIVE_INFINITY;
    return [from, dayNumber(round.end, 'last') ?? from + APART];
  };
  if (bounds !== null) {
    const hit = rounds.find((round) => span(round)[0] <= bounds.last && bounds.first <= span(round)[1]);
    return hit ?? null;
  }
  // No date told: the round that is coming on that day, else the one that runs, else the last.
  const day = dayNumber(spokenOn || null, 'last');
  if (day === null) return rounds.at(-1) ?? null;
  return (
    rounds.find((round) => span(round)[0] > day) ??
    rounds.find((round) => span(round)[0] <= day && day <= span(round)[1]) ??
    rounds.at(-1) ??
    null
  );
}

/** Kept for as long as its claim, since it is looked through for each party. */
const foldedWords = new WeakMap<KeptClaim['claim'], string>();

/** True when the words of a talks claim name a party, by one of its folded names, which is then seen at the table. */
export const namesParty = (kept: KeptClaim, folded: readonly string[]): boolean => {
  const words = foldedWords.get(kept.claim) ?? foldName(evidenceWords(kept));
  foldedWords.set(kept.claim, words);
  return folded.some((name) => words.includes(name));
};
