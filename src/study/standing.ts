// The standing board: for each round and party the latest word by the day it was said, or nothing heard.
import type { ClaimOf } from '../terms/reading.js';
import { grouped } from './grouped.js';
import { type KeptClaim, ofKind } from './kept.js';
import { foldName } from './names.js';
import type { Round, Rounds } from './rounds.js';
import { namesParty } from './rounds.js';
import type { KnownActor, Who } from './who.js';

export type StandingWord = ClaimOf<'standing'>['standing'] | 'not-heard';

export interface StandingCell {
  readonly round: string;
  readonly party: string;
  readonly standing: StandingWord;
  /** When the word that counts was said, null where nothing was heard. */
  readonly since: string | null;
  readonly condition: string | null;
  /** The claims that say so, the one that counts first. */
  readonly evidence: readonly KeptClaim[];
  /** Every word on this round by this party, oldest first. */
  readonly words: readonly KeptClaim<ClaimOf<'standing'>>[];
}

/** How much a word settles where two were said on one day. */
const SETTLES: Readonly<Record<ClaimOf<'standing'>['standing'], number>> = {
  invited: 0,
  silent: 1,
  conditional: 2,
  coming: 3,
  refused: 3,
  excluded: 3,
  attending: 4,
  'walked-out': 5,
};

/** The cells of every round for every party that ever had a standing, as the given claims tell. */
export function standingBoard(claims: readonly KeptClaim[], rounds: Rounds, who: Who): StandingCell[] {
  const sides = sidesOf(claims, who);
  const words = ofKind(claims, 'standing').flatMap((kept) => {
    const told = kept.claim.round ?? kept.claim.inferred?.round?.value ?? null;
    const named = who.of(kept.report.id, kept.claim.party);
    const party = sides.get(named) ?? named;
    // A place, a text or a gathering has no will to come, and nobody knows who a voice is.
    return party.kind === 'body' || party.kind === 'person' ? [{ kept, party, round: rounds.at(told, kept.saidOn) }] : [];
  });
  const parties = [...new Set(words.map(({ party }) => party))];
  const places = new Map(parties.map((party, at) => [party, at]));
  const names = parties.map((party) => [...new Set([...party.called].map(foldName))].filter((name) => name.length > 2));
  const said = grouped(words, ({ round, party }) => `${round?.id ?? ''} ${places.get(party)}`);
  return rounds.rounds.flatMap((round) =>
    parties.map((party, at) =>
      cellOf(
        round,
        party,
        names[at] ?? [],
        (said.get(`${round.id} ${at}`) ?? []).map(({ kept }) => kept),
      ),
    ),
  );
}

/** For whom a person comes: the body that one tie says he leads, represents or speaks for. */
function sidesOf(claims: readonly KeptClaim[], who: Who): Map<KnownActor, KnownActor> {
  const sides = new Map<KnownActor, KnownActor>();
  for (const { report, claim } of ofKind(claims, 'tie')) {
    if (claim.negated || !['leads', 'represents', 'speaks-for'].includes(claim.relation)) continue;
    const from = who.of(report.id, claim.from);
    const to = who.of(report.id, claim.to);
    if (from.kind === 'person' && to.kind === 'body' && !sides.has(from)) sides.set(from, to);
  }
  return sides;
}

function cellOf(
  round: Round,
  party: KnownActor,
  folded: readonly string[],
  words: readonly KeptClaim<ClaimOf<'standing'>>[],
): StandingCell {
  const inTime = [...words].sort((a, b) =>
    a.saidOn === b.saidOn ? SETTLES[a.claim.standing] - SETTLES[b.claim.standing] || a.order - b.order : a.saidOn < b.saidOn ? -1 : 1,
  );
  const latest = inTime.at(-1);
  const seen = round.claims.filter(
    (kept) =>
      kept.claim.status !== 'proposed' &&
      kept.claim.status !== 'scheduled' &&
      kept.claim.status !== 'postponed' &&
      kept.claim.status !== 'called-off' &&
      namesParty(kept, folded),
  );
  const held = round.status === 'opened' || round.status === 'under-way' || round.status === 'ended' || round.status === 'paused';
  const said = latest?.claim.standing;
  // Who said yes, or of whom nothing else was heard, and is seen at a round that has opened, attends it.
  const attends =
    held &&
    (said === 'coming' ||
      said === 'attending' ||
      ((said === undefined || said === 'silent' || said === 'conditional' || said === 'invited') && seen.length > 0));
  const standing: StandingWord = attends ? 'attending' : (said ?? 'not-heard');
  const evidence: KeptClaim[] =
    attends && said !== 'attending'
      ? [...seen, ...(said === 'coming' && latest ? inTime.filter((kept) => kept.claim.standing === said) : [])]
      : inTime.filter((kept) => kept.claim.standing === said);
  return {
    round: round.id,
    party: party.name,
    standing,
    since: attends && said !== 'attending' ? (seen[0]?.saidOn ?? latest?.saidOn ?? null) : (latest?.saidOn ?? null),
    condition: said === 'conditional' ? (latest?.claim.condition ?? null) : null,
    evidence: evidence.reverse(),
    words: inTime,
  };
}
