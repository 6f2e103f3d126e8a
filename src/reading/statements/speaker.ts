// Who a statement's source is: the actors its words mean, and the voice in which they speak.
import type { Statement } from '../../terms/reading.js';
import type { ActorQuery } from '../actors/query.js';
import type { Run } from '../attribution/candidates.js';
import type { Facts } from '../attribution/facts.js';
import { runHead } from '../attribution/rerank.js';
import type { SpeechLexicon } from '../attribution/senses.js';
import type { Token } from '../draft.js';

export type Voice = Statement['voice'];

export interface Speaker {
  /** Canonical name, or null where no source is given. */
  readonly name: string | null;
  readonly voice: Voice;
  /** The runs of the source that name this speaker. */
  readonly source: readonly Run[];
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
const DETERMINER = /^(the|a|an|this|that|these|those|his|her|its|their|our|some|several|many|one|two|both|another)$/;

/** Voice of an actor by its kind. */
function voiceOfKind(kind: string): Voice {
  if (kind === 'person') return 'named';
  if (kind === 'unnamed person') return 'anonymous';
  if (kind === 'outlet') return 'media';
  return kind === 'text' ? 'document' : 'collective';
}

interface Reading {
  readonly facts: Facts;
  readonly tokens: readonly Token[];
  readonly query: ActorQuery;
  readonly speech: SpeechLexicon;
  /** Who issued a text, by actor id. */
  readonly issuer: ReadonlyMap<string, string>;
}

/** The words of a run without determiner and without what follows a comma: how an unresolved source is called. */
function plainName({ tokens }: Reading, [first, last]: Run, text: string): string {
  let from = first;
  while (from < last - 1 && DETERMINER.test(tokens[from]!.lower)) from++;
  let to = from + 1;
  while (to < last && tokens[to]!.text !== ',' && !RELATIVE.has(tokens[to]!.lower)) to++;
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}

/** The noun that a relative pronoun stands for, as a run of one token; else the run itself. */
function antecedent({ facts, tokens }: Reading, run: Run): Run {
  const [first, last] = run;
  if (last - first !== 1 || !RELATIVE.has(tokens[first]!.lower)) return run;
  for (let at = first, steps = 0; at >= 0 && steps < 6; at = tokens[at]!.head, steps++) {
    const { relation, head } = tokens[at]!;
    if (relation.startsWith('acl') && head >= 0 && head < first) return [head, head + 1];
  }
  // Not parsed so: the noun right before, past a comma.
  let before = first - 1;
  while (before > 0 && (facts.flags[before]! & 1) !== 0) before--;
  return before >= 0 && facts.sentence[before] === facts.sentence[first] ? [before, before + 1] : run;
}

/** Bodies and persons that a document's own words name: "a communiqué issued by the ministry", "the group's statement". */
function issuerOf({ query, tokens }: Reading, [first, last]: Run, head: number): string | null {
  for (let i = first; i < last; i++) {
    if (i === head) continue;
    const mention = query.mentionAt(i, i + 1);
    if (mention === null || mention.head !== i) continue;
    for (const id of mention.actors) {
      const kind = query.actor(id)?.kind ?? '';
      if (kind === 'place' || kind === 'text' || kind === 'process' || kind === 'gathering') continue;
      const possessive = tokens[mention.last - 1]?.tag === 'POS' || tokens[mention.last]?.tag === 'POS' || tokens[i]!.tag === 'PRP$';
      const by = tokens[mention.first - 1]?.lower;
      if (possessive || by === 'by' || by === 'from' || by === 'of') return query.canonicalName(id);
    }
  }
  return null;
}

/** Parts of a source that are joined by "and" as equals, each from its first word; one part where none are. */
function joined({ tokens }: Reading, [first, last]: Run, head: number): Run[] {
  const starts = [first];
  for (let i = head + 1; i < last; i++) {
    const { relation, head: on } = tokens[i]!;
    if (relation !== 'conj' || on !== head) continue;
    let from = i;
    while (from > head + 1 && tokens[from - 1]!.lower !== 'and' && tokens[from - 1]!.text !== ',') from--;
    starts.push(from);
  }
  if (starts.length === 1) return [[first, last]];
  return starts.map((from, k): Run => {
    let to = starts[k + 1] ?? last;
    while (to > from + 1 && k + 1 < starts.length && (tokens[to - 1]!.lower === 'and' || tokens[to - 1]!.text === ',')) to--;
    return [from, to];
  });
}

/** Everyone a source means, one entry a speaker: "the two sides" and "A and B" are several. */
export function speakersOf(reading: Reading, text: string, source: readonly Run[]): Speaker[] {
  const run = source[0];
  if (run === undefined) return [{ name: null, voice: 'anonymous', source }];
  const { facts, tokens, query, speech, issuer } = reading;
  const head = runHead(facts, run[0], run[1]);
  const noun = speech.voice(tokens[head]!.lemma);
  const about = antecedent(reading, run);
  if (noun === 'document' && tokens[head]!.tag.startsWith('N')) {
    const own = query.actorsAt(head, head + 1)[0];
    const issued = own === undefined ? undefined : issuer.get(own);
    const name =
      (issued === undefined ? null : query.canonicalName(issued)) ??
      issuerOf(reading, run, head) ??
      (own === undefined ? null : query.canonicalName(own)) ??
      plainName(reading, run, text);
    return [{ name, voice: 'document', source }];
  }
  const parts = about === run ? joined(reading, run, head) : [run];
  const speakers = parts.flatMap((part): Speaker[] => {
    const ids = query.actorsAt(...(about === run ? part : about));
    return ids.flatMap((id): Speaker[] => {
      const actor = query.actor(id);
      if (actor === null) return [];
      const kind = actor.kind;
      const voice = noun === 'media' && kind !== 'person' ? 'media' : voiceOfKind(kind);
      const issued = issuer.get(id);
      const name = (issued === undefined ? null : query.canonicalName(issued)) ?? actor.names[0] ?? null;
      return [{ name, voice, source: parts.length > 1 ? [part] : source }];
    });
  });
  if (speakers.length > 0) return speakers.filter((speaker, i) => speakers.findIndex(({ name }) => name === speaker.name) === i);
  return [{ name: plainName(reading, run, text), voice: noun ?? unresolvedVoice(tokens, head), source }];
}

/** A proper name that means nobody known is a person's; any other noun is somebody who is not named. */
const unresolvedVoice = (tokens: readonly Token[], head: number): Voice =>
  tokens[head]!.tag.startsWith('NNP') ? (tokens[head]!.tag === 'NNPS' ? 'collective' : 'named') : 'anonymous';
