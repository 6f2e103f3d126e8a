// Talks: where a round or session stands, when and where.
import { ALONE, type Candidate } from '../candidate.js';
import type { Context } from '../context.js';
import { nounClass } from '../features.js';
import { fillingOf, headsIn, NOBODY } from '../fill.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf } from '../propose.js';
import { whenOf } from '../surroundings.js';
import { baseOf } from '../syntax.js';
import type { ClaimView } from '../view.js';
import { dateFor, venueFor } from '../when.js';

const COMING = new Set(['will', 'shall', 'be-to', 'infinitive', 'would', 'may', 'could', 'can', 'should', 'must', 'might']);

/** What tense, negation and the words above may make of a status. */
function statuses(given: string, { tense, negated, turn }: Context, when: string): readonly string[] {
  const out = new Set([given]);
  if (when === 'coming' && (given === 'opened' || given === 'under-way')) out.add('scheduled');
  if (COMING.has(tense) || turn === 'plan' || turn === 'promise') out.add('scheduled');
  if (COMING.has(tense) || turn === 'wish' || turn === 'request' || turn === 'readiness' || turn === 'hope') out.add('proposed');
  if (given === 'under-way') out.add('ended').add('opened');
  if (given === 'paused') out.add('ended');
  if (negated) out.add('called-off').add('ended').add('paused');
  if (tense === 'pluperfect' || tense === 'would' || tense === 'be-to') out.add('postponed').add('called-off');
  return [...out];
}

/** How far from its verb a noun for talks may stand in words. */
const REACH = 9;

/** The nearest noun for talks in the sentence, where the parse links none. */
function nearest(view: ClaimView, match: Match): { readonly how: string; readonly token: number } | null {
  const sentence = view.sentenceOf(match.head);
  for (let far = 1; far <= REACH; far++) {
    for (const [token, how] of [
      [match.first - far, 'near:before'],
      [match.last - 1 + far, 'near:after'],
    ] as const) {
      if (token >= sentence.first && token < sentence.last && nounClass(view, token) === 'talks')
        return { how: `${how}:${far < 4 ? 'close' : 'far'}`, token };
    }
  }
  return null;
}

/** How the round is named: a noun for talks, a pronoun, the parties that sit down, or not at all. */
function subjectOfTalks(view: ClaimView, match: Match): { readonly how: string; readonly token: number } | null {
  let pronoun = -1;
  for (const slot of match.trigger.frame.get('talks') ?? []) {
    for (const head of headsIn(view, match, slot)) {
      if (nounClass(view, head) === 'talks') return { how: `noun:${slot}`, token: head };
      const { tag, lower } = view.tokens[head]!;
      if (tag === 'PRP' && (lower === 'it' || lower === 'they')) pronoun = head;
    }
  }
  for (const slot of match.trigger.frame.get('party') ?? []) {
    const heads = headsIn(view, match, slot);
    const filling = fillingOf(view, heads, slot);
    if (filling !== null && (filling.actors.length > 1 || heads.some((head) => nounClass(view, head) === 'party')))
      return { how: `parties:${slot}`, token: heads[0] ?? -1 };
    if (filling !== null && filling.actors.length === 1) return { how: `party:${slot}`, token: heads[0] ?? -1 };
  }
  const near = nearest(view, match);
  if (near !== null) return near;
  return pronoun >= 0 ? { how: 'pronoun', token: pronoun } : null;
}

const NO_RESULT =
  /\b(?:without|no|failed?|fails|failure|collapsed?|broke down|empty-handed|fruitless|inconclusive|deadlock(?:ed)?|nothing|zero|little|soured|unable)\b/i;
const RESULT = /\b(?:deal|agreement|accord|agreed|agree|pact|memorandum|signed|initialled|consensus|breakthrough)\b/i;
const SOME = /\b(?:progress|partial|modest|first|some|step|understanding|in principle|agenda|preliminary|only)\b/i;

/** What came out of it, as far as the sentence tells. */
function outcomeOf(view: ClaimView, token: number): string | null {
  const { start, end } = view.sentenceOf(token);
  const words = view.text.slice(start, end);
  if (NO_RESULT.test(words)) return 'none';
  if (SOME.test(words)) return 'partial';
  return RESULT.test(words) ? 'agreement' : null;
}

export function proposeTalks(view: ClaimView, match: Match): Candidate[] {
  const { trigger } = match;
  const subject = trigger.frame.get('talks')?.includes('self') ? { how: 'self', token: match.head } : subjectOfTalks(view, match);
  if (subject === null) return [];
  const talks = view.tokens[subject.token];
  const outcome = outcomeOf(view, match.head);
  const { how } = subject;
  const lemma = talks?.lemma ?? '';
  const proposal = proposalOf(view, match, (tell) => {
    tell`+talks=${how}`;
    tell`+talks=${how}&weak=${trigger.weak}`;
    tell`talks=${how}&given=${trigger.value}`;
    tell`~talks=${how}&e=${trigger.id}`;
    tell`talks.lemma=${lemma}`;
    tell`outcome=${outcome ?? ''}`;
    tell`talks.rel=${baseOf(talks?.relation ?? '')}`;
  });
  if (!proposal.worth) return [];
  const convener = (trigger.frame.get('convener') ?? [])
    .map((slot) => fillingOf(view, headsIn(view, match, slot), slot))
    .find((filling) => filling !== null && filling.actors.length === 1 && filling.kind !== 'process' && filling.kind !== 'gathering');
  const date = dateFor(view, proposal.anchor, proposal.evidence);
  const venue = venueFor(view, proposal.anchor, proposal.evidence);
  return statuses(trigger.value, proposal.context, whenOf(proposal)).map((status) => {
    const fields = {
      status,
      ...(date !== null && status !== 'under-way' && { date: date.edtf }),
      ...(venue !== null && { venue: venue.name }),
      ...(outcome !== null && (status === 'ended' || status === 'under-way' || status === 'paused') && { outcome }),
      ...(convener?.actors[0] !== undefined && how.startsWith('noun') && { convener: convener.actors[0] }),
    };
    return candidateOf('talks', proposal, status, fields, { convener: convener ?? NOBODY }, ALONE, (tell) => {
      tell`talks=${how}`;
      tell`talks.lemma=${lemma}&v=${status}`;
      tell`talks=${how}&v=${status}`;
      tell`outcome=${outcome ?? ''}&v=${status}`;
    });
  });
}
