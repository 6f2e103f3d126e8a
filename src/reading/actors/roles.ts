// What a noun phrase does in its clause, read from the tags around it: subject of which verb, object, or behind which preposition.
import type { Phrase, Role } from './phrase.js';
import type { View } from './view.js';

/** Verbs whose object, where it is the name of a state or town, is the place. */
export const MOVES =
  /^(go|come|return|travel|fly|arrive|move|head|withdraw|flee|cross|bring|leave|deploy|walk|drive|get|send|transfer|release|evacuate|take|enter|reach|visit|tour|quit|land|escape|deport|expel|invade|occupy|capture|seize|retake|shell|bomb|bombard|hit|strike|overrun|besiege|storm|liberate|recapture|attack|pound|target)$/;

const AUXILIARY =
  /^(be|is|are|was|were|been|being|am|have|has|had|do|does|did|'s|'re|'ve|'d|will|would|can|could|may|might|must|shall|should|'ll|to)$/;

/** The lemma of the first full verb at or after `at` within six tokens, '' where the next words are no verb group. */
function verbFrom({ tokens }: View, at: number): string {
  let last = '';
  for (let k = at; k < at + 7; k++) {
    const token = tokens[k];
    if (token === undefined) return last;
    if (/^(RB|RP)$/.test(token.tag) || token.lower === 'not' || token.lower === "n't" || token.lower === 'n’t') continue;
    if (token.tag === 'MD' || (AUXILIARY.test(token.lower) && /^(VB|MD|TO)/.test(token.tag))) {
      last = token.tag === 'MD' || token.tag === 'TO' ? last : token.lemma;
      continue;
    }
    return /^VB/.test(token.tag) ? token.lemma : last;
  }
  return last;
}

/** The token behind the phrase once a clause between commas or in brackets after it is left out. */
function pastAside({ tokens, sentences }: View, at: number): number {
  const token = tokens[at];
  if (token === undefined || !/^[,(–—]$/.test(token.text)) return at;
  const limit = Math.min(sentences[token.sentence]?.last ?? at, at + 30);
  for (let k = at + 1; k < limit; k++) {
    if ((token.text === '(' ? ')' : token.text) === tokens[k]!.text) return k + 1;
  }
  return at;
}

/** Role of a phrase, kept with it; a parse, where there is one, is not needed. */
export function roleOf(view: View, phrase: Phrase): Role {
  phrase.role ??= readRole(view, phrase);
  return phrase.role;
}

function readRole(view: View, phrase: Phrase): Role {
  const { tokens } = view;
  const before = tokens[phrase.first - 1];
  const sameSentence = before !== undefined && before.sentence === tokens[phrase.first]!.sentence;
  const preposition = sameSentence && /^(IN|TO)$/.test(before.tag) ? before.lower : '';
  if (phrase.possessive) return { role: 'oblique', verb: '', preposition };
  const after = pastAside(view, phrase.last);
  const next = tokens[phrase.last];
  const forward = verbFrom(view, phrase.last) || (after === phrase.last ? '' : verbFrom(view, after));
  const takesVerb =
    preposition === '' || /^(that|while|as|if|because|after|before|until|since|although|though|whether|than|whereas)$/.test(preposition);
  if (takesVerb && forward !== '' && next?.tag !== 'VBG' && !(next?.tag === 'TO'))
    return { role: 'subject', verb: forward, preposition: '' };
  if (sameSentence && /^VB/.test(before.tag)) {
    const earlier = tokens[phrase.first - 2];
    const inverted =
      view.lexicon.verbs.get(before.lemma) === 'speech' && (earlier === undefined || /^([,"”’':]|''|``|\.)$/.test(earlier.text));
    return { role: inverted ? 'subject' : 'object', verb: before.lemma, preposition: '' };
  }
  if (preposition !== '') return { role: 'oblique', verb: '', preposition };
  // "Azerbaijan and Armenia undertake", "says the envoy": the verb stands behind the last of them.
  if (next !== undefined && /^(and|or|,)$/.test(next.lower)) {
    for (let k = phrase.last + 1; k < Math.min(phrase.last + 8, tokens.length); k++) {
      const token = tokens[k]!;
      if (token.sentence !== next.sentence) break;
      if (/^VB[DZP]$|^MD$/.test(token.tag)) return { role: 'subject', verb: verbFrom(view, k), preposition: '' };
      if (!/^(NN|DT|JJ|POS|CD|PRP\$|IN|,|CC|HYPH)/.test(token.tag)) break;
    }
  }
  return { role: 'other', verb: '', preposition: '' };
}
