// The step that gives statements: the attributions that report words, with speaker, voice, form, act, addressee and day.
import type { Statement } from '../../terms/reading.js';
import { type ActorQuery, openActorQuery } from '../actors/query.js';
import type { Candidate, Run } from '../attribution/candidates.js';
import type { Found } from '../attribution/find.js';
import { spanOf } from '../attribution/step.js';
import { isStaff, type Turn, turnsOf } from '../attribution/turns.js';
import type { Draft } from '../draft.js';
import type { Resources } from '../resources.js';
import { step } from '../step.js';
import { actOf } from './act.js';
import { addresseesOf } from './addressee.js';
import { withoutAddressee } from './bounds.js';
import { consensusOf } from './consensus.js';
import { isStatement, reportsNothing } from './decide.js';
import { formOf, quotedUnits } from './form.js';
import { reasonOf } from './reason.js';
import { saidOn } from './said-on.js';
import { speakersOf } from './speaker.js';

type Pieces = Pick<Draft, 'input' | 'tokens' | 'sentences' | 'times' | 'actors' | 'mentions' | 'actorFacts' | 'reported'>;
type Body = Omit<Statement, 'id'>;

/** Finds as likely as this keep their words to themselves. */
const HEAVY = 0.5;
/** Finds are in the order of their cues; content lies within so many tokens of its cue. */
const FAR = 400;
/** The reason for not being named stands within so many tokens of the cue. */
const NEAR = 60;

const rounded = (p: number): number => Math.round(p * 1000) / 1000;

/** The statements that one find gives: one for each speaker. */
function bodiesOf(
  pieces: Pieces,
  query: ActorQuery,
  quoted: Uint8Array,
  candidate: Candidate,
  probability: number,
  resources: Resources,
): Body[] {
  const { input, tokens, sentences, times, reported } = pieces;
  const { facts } = reported;
  const { cue, source } = candidate;
  const content = withoutAddressee(facts, tokens, resources.speech, candidate);
  const sentence = sentences[tokens[candidate.facts.head]!.sentence]!;
  const contentSpans = content.map((run) => spanOf(tokens, run));
  const cueSpan = spanOf(tokens, [cue.first, cue.last]);
  const form = formOf(input.text, contentSpans, quoted);
  const act = actOf(facts, tokens, resources.speech, candidate, resources.statements.act);
  const to = addresseesOf(tokens, query, candidate, act);
  const day = saidOn(times, [sentence.start, sentence.end], cueSpan, contentSpans);
  const within = (i: number): boolean => content.some(([a, b]) => i >= a && i < b);
  const speakers = speakersOf({ facts, tokens, query, speech: resources.speech, issuer: pieces.actorFacts.issuer }, input.text, source);
  return speakers.map((speaker): Body => {
    const reason =
      speaker.voice === 'anonymous'
        ? reasonOf(tokens, Math.max(sentence.first, cue.first - NEAR), Math.min(sentence.last, cue.last + NEAR), within)
        : null;
    return {
      speaker: speaker.name,
      voice: speaker.voice,
      source: speaker.source.map((run) => spanOf(tokens, run)),
      cue: [cueSpan],
      content: contentSpans,
      form,
      act,
      ...(to.length > 0 && { to: to.filter((name) => name !== speaker.name) }),
      ...(day !== undefined && { said_on: day }),
      ...(reason !== null && { reason: spanOf(tokens, reason) }),
      probability: rounded(probability),
    };
  });
}

/** The statement of a transcript's turn. */
function turnBody(pieces: Pieces, query: ActorQuery, turn: Turn): Body {
  const [id] = query.actorsAt(turn.first, turn.nameLast);
  const name = id === undefined ? null : query.canonicalName(id);
  return {
    speaker: name ?? pieces.input.text.slice(pieces.tokens[turn.first]!.start, pieces.tokens[turn.nameLast - 1]!.end),
    voice: 'named',
    source: [turn.label],
    cue: [turn.colon],
    content: [turn.words],
    form: 'direct',
    act: 'states',
  };
}

/** True where no other find of some weight, before or after the one at `at`, has its cue or content in these runs. */
function isFree(all: readonly Found[], at: number, content: readonly Run[]): boolean {
  const first = Math.min(...content.map(([a]) => a));
  const last = Math.max(...content.map(([, b]) => b));
  const clashes = ({ candidate, any }: Found): boolean =>
    any >= HEAVY &&
    content.some(([a, b]) => {
      const { cue, content: taken } = candidate;
      return (cue.first < b && cue.last > a) || taken.some(([x, y]) => x < b && y > a);
    });
  for (let i = at - 1; i >= 0 && all[i]!.candidate.cue.last > first - FAR; i--) if (clashes(all[i]!)) return false;
  for (let i = at + 1; i < all.length && all[i]!.candidate.cue.first < last + FAR; i++) if (clashes(all[i]!)) return false;
  return true;
}

export function statementsOf(pieces: Pieces, resources: Resources): Statement[] {
  const { input, tokens, actors, mentions, reported } = pieces;
  const query = openActorQuery(actors, mentions, tokens);
  const quoted = quotedUnits(input.text);
  const turns = turnsOf({ text: input.text, tokens, sentences: pieces.sentences });
  const bodies: { readonly at: number; readonly body: Body }[] = turns.map((turn) => ({
    at: turn.label[0],
    body: turnBody(pieces, query, turn),
  }));
  let t = 0;
  for (const [at, found] of reported.found.entries()) {
    const { cue } = found.candidate;
    const start = tokens[cue.first]!.start;
    while (t < turns.length && turns[t]!.words[1] <= start) t++;
    if (turns[t] !== undefined && turns[t]!.label[0] <= start) continue;
    if (reportsNothing(reported.facts, tokens, found.candidate) || isStaff(tokens, found.candidate)) continue;
    const probability = found.labelled ? found.any : isStatement(reported.facts, tokens, resources.speech, found, resources.statements);
    if (probability < resources.statements.least) continue;
    const candidate = consensusOf(found, (content) => isFree(reported.found, at, content));
    for (const body of bodiesOf(pieces, query, quoted, candidate, probability, resources)) bodies.push({ at: start, body });
  }
  return bodies.sort((a, b) => a.at - b.at).map(({ body }, i) => ({ id: `s${i + 1}`, ...body }));
}

export const statementsStep = step({
  name: 'statements',
  needs: ['input', 'tokens', 'sentences', 'times', 'actors', 'mentions', 'actorFacts', 'reported'],
  gives: ['statements'],
  run: (pieces, resources) => ({ statements: statementsOf(pieces, resources) }),
});
