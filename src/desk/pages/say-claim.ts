// What a claim says, as one plain sentence of ours: the report's words stand beside it, so it says no more than its fields do.
import type { Claim, ClaimOf, Statement } from '../../terms/reading.js';
import { ACT_NOUNS } from '../../terms/say-act.js';
import { sayFigures } from '../../terms/say-figure.js';
import { sayList } from '../../terms/say-list.js';
import { sayDate } from './day.js';
import { partOf } from './shorten.js';

/** Gives the name of an actor by its id or name in the reading. */
export type NameOf = (ref: string) => string;

/** A value from elsewhere in the report stands in square brackets, as an editor's addition does. */
const carried = (stated: string | null | undefined, inferred: string | undefined, say: (value: string) => string): string | null => {
  if (stated !== null && stated !== undefined) return say(stated);
  return inferred === undefined ? null : `[${say(inferred)}]`;
};

export const STANDING_WORDS = {
  invited: 'invited',
  coming: 'said yes',
  conditional: 'conditional',
  silent: 'silent',
  refused: 'refused',
  attending: 'attends',
  'walked-out': 'walked out',
  excluded: 'excluded',
  'not-heard': 'nothing heard',
} as const;

/** What a speaker does with the words. */
export const ACT_WORDS: Record<Statement['act'], string> = {
  states: 'says',
  urges: 'urges',
  demands: 'demands',
  accuses: 'accuses',
  denies: 'denies',
  commits: 'undertakes',
  refuses: 'refuses',
  conditions: 'sets a condition',
  welcomes: 'welcomes',
  warns: 'warns',
  hopes: 'hopes',
  proposes: 'proposes',
};

/** The same after a name: "Norway says", "opposition activists say". */
export function actWord(act: Statement['act'], speaker: string): string {
  const [verb = '', ...rest] = ACT_WORDS[act].split(' ');
  return numberOf([speaker]) === 0 ? ACT_WORDS[act] : [verb.replace(/ies$/, 'y').replace(/s$/, ''), ...rest].join(' ');
}

const TALKS_WORDS: Record<ClaimOf<'talks'>['status'], string> = {
  proposed: 'proposed',
  scheduled: 'announced',
  postponed: 'postponed',
  opened: 'opened',
  'under-way': 'under way',
  paused: 'paused',
  ended: 'ended',
  'called-off': 'called off',
};
export const talksWord = (status: ClaimOf<'talks'>['status']): string => TALKS_WORDS[status];

const OUTCOME_WORDS = { agreement: 'with an agreement', partial: 'with a partial agreement', none: 'without agreement' } as const;
export const sayOutcome = (outcome: string): string =>
  outcome === 'agreement' || outcome === 'partial' || outcome === 'none' ? OUTCOME_WORDS[outcome] : outcome;

/** Verb for one and for several; empty `by` gives the participle. */
const COMMITMENT_VERBS: Record<ClaimOf<'commitment'>['standing'], readonly [one: string, many: string, nobody: string]> = {
  offered: ['offers', 'offer', 'Offered'],
  agreed: ['agreed', 'agreed', 'Agreed'],
  'under-way': ['has begun', 'have begun', 'Begun'],
  kept: ['kept', 'kept', 'Kept'],
  stalled: ['has not moved on', 'have not moved on', 'Stalled'],
  broken: ['broke', 'broke', 'Broken'],
  withdrawn: ['withdrew', 'withdrew', 'Withdrawn'],
};
const STANCE_VERBS: Record<ClaimOf<'position'>['stance'], readonly [one: string, many: string]> = {
  demands: ['demands', 'demand'],
  supports: ['supports', 'support'],
  opposes: ['opposes', 'oppose'],
  open: ['is open to', 'are open to'],
};
const RELATION_VERBS: Record<ClaimOf<'tie'>['relation'], readonly [yes: string, no: string]> = {
  leads: ['leads', 'does not lead'],
  'speaks-for': ['speaks for', 'does not speak for'],
  represents: ['represents', 'does not represent'],
  'member-of': ['is a member of', 'is no member of'],
  backs: ['backs', 'does not back'],
  'ally-of': ['is an ally of', 'is no ally of'],
  controls: ['controls', 'does not control'],
  hosts: ['hosts', 'does not host'],
  mediates: ['mediates', 'does not mediate'],
  'bound-by': ['is bound by', 'is not bound by'],
  recognises: ['recognises', 'does not recognise'],
};
const ACT_VERBS: Record<ClaimOf<'act'>['type'], readonly [one: string, many: string]> = {
  AGREE: ['agrees with', 'agree with'],
  CONSULT: ['meets', 'meet'],
  SUPPORT: ['supports', 'support'],
  CONCEDE: ['yields to', 'yield to'],
  COOPERATE: ['works with', 'work with'],
  AID: ['aids', 'aid'],
  RETREAT: ['gives way to', 'give way to'],
  REQUEST: ['asks', 'ask'],
  ACCUSE: ['accuses', 'accuse'],
  REJECT: ['rejects', 'reject'],
  THREATEN: ['threatens', 'threaten'],
  PROTEST: ['protests against', 'protest against'],
  SANCTION: ['sanctions', 'sanction'],
  MOBILIZE: ['mobilises against', 'mobilise against'],
  COERCE: ['coerces', 'coerce'],
  ASSAULT: ['attacks', 'attack'],
};

const joined = (parts: readonly (string | null | undefined | false)[], by = ' '): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(by);

/** 1 where a verb takes the plural: several names, or one whose last word is a plural and no name ("aid agencies"; not "United Nations"). */
const numberOf = (names: readonly string[]): 0 | 1 =>
  names.length > 1 || /(?:^|[ -])(?:people|\p{Ll}*[^\P{Ll}su]s)$/u.test(names[0] ?? '') ? 1 : 0;

/** The figures of a claim in brackets, as they may stand behind what is said. */
const counted = ({ figures }: Claim): string => (figures?.length ? ` (${sayFigures(figures)})` : '');

function sayAct(claim: ClaimOf<'act'>, nameOf: NameOf, day: (date: string) => string): string {
  const from = sayList(claim.from.map(nameOf));
  const to = sayList((claim.to ?? []).map(nameOf));
  const verb = ACT_VERBS[claim.type][numberOf(claim.from.map(nameOf))];
  const alone = ACT_NOUNS[claim.type];
  const main = from === '' ? `${alone}${to === '' ? '' : ` on ${to}`}` : to === '' ? `${from}: ${alone}` : `${from} ${verb} ${to}`;
  const place = carried(claim.place, claim.inferred?.place?.value, nameOf);
  const when = carried(claim.date, claim.inferred?.date?.value, day);
  return joined([joined([main, claim.what && partOf(claim.what)], ': '), place && `in ${place}`, when], ', ');
}

/** One sentence without a full stop, first letter as it comes ("Syrian government blames rebels: the convoy"). */
export function sayClaim(claim: Claim, nameOf: NameOf, asOf?: string): string {
  const day = (date: string): string => sayDate(date, asOf);
  const names = (refs: readonly string[]): string => sayList(refs.map(nameOf));
  switch (claim.kind) {
    case 'talks': {
      const when = carried(claim.date, claim.inferred?.date?.value, day);
      const venue = carried(claim.venue, claim.inferred?.venue?.value, nameOf);
      const linked = claim.status === 'proposed' || claim.status === 'scheduled' ? 'for' : '';
      const link = when !== null && /^\[?(since|until|about|perhaps) /.test(when) ? '' : linked;
      return joined([
        'talks',
        talksWord(claim.status),
        when && joined([link, when]),
        venue && `in ${venue}`,
        claim.outcome && sayOutcome(claim.outcome),
        claim.convener && `by ${nameOf(claim.convener)}`,
      ]);
    }
    case 'standing': {
      const round = carried(claim.round, claim.inferred?.round?.value, day);
      return joined(
        [
          `${nameOf(claim.party)}: ${STANDING_WORDS[claim.standing]}`,
          round && (/^\[?(since|until) /.test(round) ? `round ${round}` : `round of ${round}`),
          claim.condition && `if ${partOf(claim.condition)}`,
        ],
        ', ',
      );
    }
    case 'commitment': {
      const [one, many, nobody] = COMMITMENT_VERBS[claim.standing];
      const by = names(claim.by);
      const verb = by === '' ? nobody : `${by} ${numberOf(claim.by.map(nameOf)) === 1 ? many : one}`;
      const due = carried(claim.due, claim.inferred?.due?.value, day);
      return joined(
        [
          `${verb}: ${partOf(claim.what)}`,
          claim.to?.length ? `to ${names(claim.to)}` : null,
          due && `by ${due}`,
          claim.condition && `if ${partOf(claim.condition)}`,
        ],
        ', ',
      );
    }
    case 'position':
      return `${nameOf(claim.actor)} ${STANCE_VERBS[claim.stance][numberOf([nameOf(claim.actor)])]}: ${partOf(claim.issue)}`;
    case 'pressure': {
      const from = names(claim.from);
      const on = names(claim.on);
      const verb = numberOf(claim.from.map(nameOf)) === 1 ? claim.means.replace(/s$/, '') : claim.means;
      return joined([from === '' ? 'somebody' : from, verb, on, claim.through?.length ? `through ${names(claim.through)}` : null]).concat(
        `: ${partOf(claim.for)}`,
      );
    }
    case 'access': {
      const place = carried(claim.place, claim.inferred?.place?.value, nameOf) ?? 'place not named';
      return `${place}: ${claim.step === 'besieged' ? 'besieged' : `${claim.form} ${claim.step}`}${counted(claim)}`;
    }
    case 'blame': {
      const from = names(claim.from);
      return `${from === '' ? 'somebody' : from} ${numberOf(claim.from.map(nameOf)) === 1 ? 'blame' : 'blames'} ${names(claim.on) || 'nobody named'}: ${partOf(claim.for)}`;
    }
    case 'tie': {
      const verb = RELATION_VERBS[claim.relation][claim.negated === true ? 1 : 0];
      return joined([`${nameOf(claim.from)} ${verb} ${nameOf(claim.to)}`, claim.since && `since ${day(claim.since)}`], ', ');
    }
    case 'act':
      return sayAct(claim, nameOf, day);
  }
}
