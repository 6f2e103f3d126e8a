// Positions: where an actor stands on an issue.
import { tellAbout } from '../about.js';
import type { Candidate } from '../candidate.js';
import { type Context, isTurned } from '../context.js';
import type { Filling } from '../fill.js';
import { doers, tellPick } from '../guesses.js';
import type { Match } from '../match.js';
import { candidateOf, proposalOf, waysToFill } from '../propose.js';
import type { Tell } from '../tell.js';
import { textOf } from '../texts.js';
import type { ClaimView } from '../view.js';

/** What a negation, refusal or readiness may make of a stance. */
function stances(given: string, { negated, turn, tense }: Context): readonly string[] {
  const turned = negated || turn.startsWith('refusal') || turn.endsWith('-not') || turn === 'denial';
  const out = new Set([given]);
  if (turned) {
    if (given === 'opposes') out.add('open').add('supports');
    else out.add('opposes');
  } else if (turn === 'readiness') out.add('open');
  else if (turn === 'wish' || turn === 'request') out.add('demands');
  if (tense === 'could' || tense === 'may' || tense === 'would') out.add('open');
  return [...out];
}

/** Tells the pronoun or plain word that names the actor: "we" may mean the speaker's side. */
function tellWord(view: ClaimView, [first]: readonly Filling[], tell: Tell): void {
  if (first !== undefined && first.head >= 0 && first.form !== 'name') tell`actor.word=${view.tokens[first.head]!.lower}`;
}

const WILL = new Set(['will', 'would', 'can', 'could', 'shall', 'present', 'infinitive', 'bare', 'perfect', 'noun', 'gerund']);
/** What is merely not done yet, or was not done, is no stance. */
const isWill = ({ tense, turn }: Context): boolean => turn !== 'pending' && (WILL.has(tense) || turn.startsWith('refusal'));

export function proposePosition(view: ClaimView, match: Match): Candidate[] {
  const proposal = proposalOf(view, match, (tell) => tellAbout(view, match, tell));
  if (!proposal.worth) return [];
  if (match.trigger.turned && !(isTurned(proposal.context) && isWill(proposal.context))) return [];
  const issue = textOf(proposal, 'issue');
  const out: Candidate[] = [];
  const found = waysToFill(proposal, { name: 'actor', one: true, open: false });
  const guesses = doers(view, proposal.statement, found).flatMap((guess) => guess.actors.map((actor) => ({ ...guess, actors: [actor] })));
  for (const actor of [...found, ...guesses.filter(({ actors: [name] }) => !found.some(({ actors }) => actors[0] === name))]) {
    const [name = ''] = actor.actors;
    for (const stance of stances(match.trigger.value, proposal.context)) {
      out.push(
        candidateOf('position', proposal, stance, { actor: name, issue, stance }, { actor }, { group: actor.path, item: name }, (tell) => {
          tellWord(view, found, tell);
          tellPick('actor', found, actor, tell);
        }),
      );
    }
  }
  return out;
}
