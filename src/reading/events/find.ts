// Finds what event a sentence tells: the first clause that does more than report, its PLOVER type, and who does it to whom.
import type { PloverEvent } from '../../terms/reading.js';
import type { Draft, Mention, Sentence, Token } from '../draft.js';
import type { EventLexicon, PloverType, Trigger } from './lexicon.js';

type EventDraft = Pick<Draft, 'input' | 'tokens' | 'actorFacts'>;

interface Found {
  readonly at: number;
  readonly last: number;
  readonly type: PloverType;
  readonly passive: boolean;
  readonly strong: boolean;
}

/** Verbs that only report: the event is in what is reported. */
const REPORTS = /^(say|announce|declare|tell|report|add|state|note|quote|confirm|reveal|disclose|claim|believe|think|know)$/;
/** Verbs that lend their meaning from their object ("stage a demonstration", "impose a curfew"). */
const LIGHT =
  /^(engage|hold|stage|impose|launch|begin|start|open|complete|make|give|grant|have|carry|conduct|continue|renew|resume|issue|announce|declare|put|go|take|reach|express|mount|send|institute|extend|lift|end|face|remain|be|order|sign|dispatch|join|pay)$/;
const FUTURE = /^(will|would|shall|'ll|’ll|may|might)$/;
/** Words after which a deed is only promised or planned. */
const PROMISES = /^(ready|willing|prepared|plan|intend|decide|agree|offer|promise|pledge|allow|commit|committed)$/;
/** What a deed is when it is only promised or threatened. */
const TOLD: Readonly<Partial<Record<PloverType, PloverType>>> = {
  CONSULT: 'AGREE',
  SUPPORT: 'AGREE',
  COOPERATE: 'AGREE',
  AID: 'AGREE',
  CONCEDE: 'AGREE',
  RETREAT: 'AGREE',
  SANCTION: 'THREATEN',
  COERCE: 'THREATEN',
  ASSAULT: 'THREATEN',
  MOBILIZE: 'THREATEN',
  PROTEST: 'THREATEN',
};

const isVerb = ({ tag }: Token): boolean => /^VB/.test(tag);

/** The trigger of up to three words that starts at a token. */
function triggerAt(tokens: readonly Token[], at: number, limit: number, words: ReadonlyMap<string, Trigger>): Trigger | null {
  let joined = '';
  let best: Trigger | null = null;
  const { lower: alone } = tokens[at]!;
  best = words.get(alone) ?? best;
  for (let end = at; end < Math.min(limit, at + 3); end++) {
    const { lemma, lower } = tokens[end]!;
    joined = joined === '' ? lemma : `${joined}-${/^(NN|NNS)$/.test(tokens[end]!.tag) ? lemma : lower}`;
    best = words.get(joined) ?? best;
  }
  return best;
}

/** True where the verb stands behind a form of "be" with nothing but adverbs between. */
function isPassive(tokens: readonly Token[], at: number, first: number): boolean {
  if (tokens[at]!.tag !== 'VBN') return false;
  for (let k = at - 1; k >= Math.max(first, at - 4); k--) {
    if (tokens[k]!.lemma === 'be') return true;
    if (!/^RB/.test(tokens[k]!.tag)) return false;
  }
  return false;
}

/** The token from which the sentence only says who reported it ("…, officials said on Monday"). */
function tailOf(tokens: readonly Token[], { first, last }: Sentence): number {
  for (let at = last - 1; at > first + 4; at--) {
    if (tokens[at]!.text !== ',') continue;
    for (let k = at + 1; k < Math.min(last, at + 16); k++) {
      if (isVerb(tokens[k]!) && /^(say|report|announce|confirm|charge|tell|add|quote|state)$/.test(tokens[k]!.lemma)) return at;
      if (isVerb(tokens[k]!) || tokens[k]!.text === ',') break;
    }
    if (/^(according|reported|witnesses)$/.test(tokens[at + 1]?.lower ?? '')) return at;
  }
  return last;
}

/** True where the clause before the verb makes the deed a promise or a threat. */
function isPromised(tokens: readonly Token[], at: number, first: number): boolean {
  for (let k = at - 1; k >= Math.max(first, at - 5); k--) {
    const { lower, lemma, tag, text } = tokens[k]!;
    if (FUTURE.test(lower)) return true;
    if (lower === 'to' && PROMISES.test(tokens[k - 1]?.lemma ?? '')) return true;
    if (/^(must|should)$/.test(lower) || text === ',') return false;
    if (/^(NN|PRP)/.test(tag) && !/^(to|not)$/.test(lemma)) return false;
  }
  return false;
}

/** The clause that tells the event of a sentence, or null. */
function eventClause(tokens: readonly Token[], sentence: Sentence, lexicon: EventLexicon): Found | null {
  const end = tailOf(tokens, sentence);
  let weak: Found | null = null;
  for (let at = sentence.first; at < end; at++) {
    const token = tokens[at]!;
    if (token.lower === 'must' || token.lower === 'should') {
      const next = tokens[at + 1];
      if (next !== undefined && token.lower === 'must') return { at, last: at + 2, type: 'REQUEST', passive: false, strong: true };
    }
    const verb =
      isVerb(token) ||
      (token.tag === 'NN' &&
        /^NN(P)?S$/.test(tokens[at - 1]?.tag ?? '') &&
        lexicon.verbs.get(token.lemma)?.strong === true &&
        !lexicon.nouns.has(token.lower));
    if (verb && REPORTS.test(token.lemma) && triggerAt(tokens, at, end, lexicon.verbs)?.strong !== true && !LIGHT.test(token.lemma))
      continue;
    if (verb) {
      const negated = /^(not|n't|n’t|never)$/.test(tokens[at - 1]?.lower ?? '');
      const trigger = triggerAt(tokens, at, end, lexicon.verbs);
      const relative =
        /^(who|which|that)$/.test(tokens[at - 1]?.lower ?? '') ||
        (token.tag === 'VBN' && !isPassive(tokens, at, sentence.first) && !hasHave(tokens, at) && hasFinite(tokens, at + 1, end));
      if (LIGHT.test(token.lemma) && !isAuxiliary(tokens, at)) {
        const noun = lightNoun(tokens, at, end, lexicon);
        if (noun !== null)
          return turned(tokens, at, sentence.first, {
            at,
            last: noun.at + 1,
            type: lightType(token.lemma, noun.trigger.type),
            passive: isPassive(tokens, at, sentence.first),
            strong: true,
          });
      }
      if (trigger === null) continue;
      const found = turned(tokens, at, sentence.first, {
        at,
        last: at + trigger.length,
        type: negated && trigger.type !== 'REJECT' && FUTURE.test(tokens[at - 2]?.lower ?? '') ? 'REJECT' : trigger.type,
        passive: isPassive(tokens, at, sentence.first),
        strong: trigger.strong,
      });
      if (trigger.strong && !relative) return found;
      weak ??= found;
    } else if (/^NNS?$/.test(token.tag)) {
      const trigger = triggerAt(tokens, at, end, lexicon.nouns);
      if (trigger !== null) weak ??= { at, last: at + trigger.length, type: trigger.type, passive: false, strong: false };
    }
  }
  return weak;
}

/** True for "has", "is" that only help a verb behind them. */
function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  if (!/^(have|be)$/.test(tokens[at]!.lemma)) return false;
  for (let k = at + 1; k < Math.min(at + 4, tokens.length); k++) {
    if (/^VB[NG]$/.test(tokens[k]!.tag)) return true;
    if (!/^RB/.test(tokens[k]!.tag)) return false;
  }
  return false;
}

function hasHave(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    if (tokens[k]!.lemma === 'have') return true;
    if (!/^(RB|VBN)/.test(tokens[k]!.tag)) return false;
  }
  return false;
}

function hasFinite(tokens: readonly Token[], from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (/^(VBD|VBZ|VBP|MD)$/.test(tokens[k]!.tag)) return true;
  return false;
}

function lightNoun(
  tokens: readonly Token[],
  at: number,
  end: number,
  lexicon: EventLexicon,
): { readonly at: number; readonly trigger: Trigger } | null {
  for (let k = at + 1; k < Math.min(end, at + 8); k++) {
    const { tag, text, lower } = tokens[k]!;
    if (/^(NN|NNS)$/.test(tag)) {
      const trigger = triggerAt(tokens, k, end, lexicon.nouns);
      if (trigger !== null) return { at: k, trigger };
    }
    if (/^(VB[DZP]|MD|TO)$/.test(tag) || /^[,;:]$/.test(text) || (tag === 'IN' && !/^(of|on|under|in)$/.test(lower))) return null;
  }
  return null;
}

/** "lift a curfew" is the opposite of "impose a curfew"; "end a strike" concedes. */
function lightType(verb: string, type: PloverType): PloverType {
  if (verb === 'lift' || verb === 'end') return type === 'COERCE' || type === 'SANCTION' || type === 'PROTEST' ? 'CONCEDE' : type;
  return type;
}

function turned(tokens: readonly Token[], at: number, first: number, found: Found): Found {
  const told = TOLD[found.type];
  return told !== undefined && isPromised(tokens, at, first) ? { ...found, type: told } : found;
}

/** The event of a sentence whose mentions, in order, are given, or null where it tells none. */
export function eventOf(draft: EventDraft, sentence: Sentence, mentions: readonly Mention[], lexicon: EventLexicon): PloverEvent | null {
  const { tokens } = draft;
  const found = eventClause(tokens, sentence, lexicon);
  if (found === null) return null;
  const inside = outermost(mentions);
  const before = inside.filter(({ last }) => last <= found.at).toReversed();
  const subject = before.find((mention) => isSubject(tokens, mention)) ?? before[0];
  const subjects = subject === undefined ? [] : joined(tokens, inside, subject, found.at);
  const after = inside.filter(({ first }) => first >= found.at + 1);
  const tail = tailOf(tokens, sentence);
  const objects = after.filter(({ first }) => first < tail);
  const agent = found.passive ? objects.find(({ first }) => tokens[first - 1]?.lower === 'by') : undefined;
  const coded = (mentions: readonly Mention[]): PloverEvent['source'] => mentions.flatMap((mention) => codesOf(draft, mention));
  let source = coded(found.passive ? (agent === undefined ? [] : [agent]) : subjects);
  const taken = new Set(source.map(({ code }) => code));
  const acting = new Set(subjects.flatMap(({ actors }) => actors));
  const object =
    objects.find((mention) => mention !== agent && codesOf(draft, mention).some(({ code }) => !taken.has(code))) ??
    objects.find(
      (mention) =>
        mention !== agent &&
        mention.form !== 'pronoun' &&
        codesOf(draft, mention).length > 0 &&
        !mention.actors.some((id) => acting.has(id)),
    );
  let target = coded(found.passive ? subjects : object === undefined ? [] : joined(tokens, inside, object, sentence.last));
  if (/^(AGREE|CONSULT)$/.test(found.type) && object !== undefined && tokens[object.first - 1]?.lower === 'with') {
    source = [...source, ...target];
    target = [];
  }
  const start = tokens[found.at]!.start;
  const end = tokens[Math.min(found.last, sentence.last) - 1]!.end;
  return { span: [start, end], event: found.type, source: distinct(source), target: distinct(target) };
}

const distinct = (actors: PloverEvent['source']): PloverEvent['source'] =>
  actors.filter(({ code, sector }, index) => actors.findIndex((other) => other.code === code && other.sector === sector) === index);

const outermost = (mentions: readonly Mention[]): Mention[] => {
  const kept: Mention[] = [];
  let end = -1;
  for (const mention of mentions) {
    if (mention.first < end) continue;
    kept.push(mention);
    end = mention.last;
  }
  return kept;
};

const isSubject = (tokens: readonly Token[], { first, last }: Mention): boolean =>
  !/^(IN|TO)$/.test(tokens[first - 1]?.tag ?? '') && tokens[last]?.tag !== 'POS' && !/^['’]s?$/.test(tokens[last]?.text ?? '');

/** The mention and those that "and" or a comma join to it, up to token `limit`. */
function joined(tokens: readonly Token[], mentions: readonly Mention[], chosen: Mention, limit: number): Mention[] {
  const at = mentions.indexOf(chosen);
  const links = (left: Mention, right: Mention): boolean =>
    right.first - left.last <= 3 &&
    right.last <= limit &&
    tokens.slice(left.last, right.first).every(({ lower }) => /^(,|and|or|the|as|well)$/.test(lower)) &&
    right.first > left.last;
  const found = [chosen];
  for (let k = at - 1; k >= 0 && links(mentions[k]!, mentions[k + 1]!); k--) found.unshift(mentions[k]!);
  for (let k = at + 1; k < mentions.length && links(mentions[k - 1]!, mentions[k]!); k++) found.push(mentions[k]!);
  return found;
}

/** The PLOVER codes of whom a mention means. */
function codesOf({ input, tokens, actorFacts }: EventDraft, mention: Mention): PloverEvent['source'] {
  const text = input.text.slice(tokens[mention.first]!.start, tokens[mention.last - 1]!.end);
  return mention.actors.flatMap((id) => {
    const coded = actorFacts.codes.get(id);
    return coded === undefined ? [] : [{ text, code: coded.code, ...(coded.sector !== undefined && { sector: coded.sector }) }];
  });
}
