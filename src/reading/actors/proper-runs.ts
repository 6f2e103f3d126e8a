// Finds where proper names stand: runs of capitalised words with the small words that names are made with ("Front for Change and Concord in Chad").
import type { KnownSpan } from './known-names.js';
import { glued, type View } from './view.js';

/** Small words inside names of persons and places. */
const PARTICLES = new Set(
  'de da do dos das del della di du la le las los von van der den ter ten bin ibn bint ben abu ould wad al el ul ur y e zu af'.split(' '),
);
/** Capitalised words that begin names with "of", "for" and "and" in them. */
const OPENS_LONG_NAME =
  /^(Front|Union|Movement|Party|League|Organi[sz]ation|Army|Council|Committee|Court|Popular|Forces?|Government|Bank|Association|Alliance|Congress|Coalition|Institute|Cent(er|re)|House|Ministry|Office|Department|Board|Group|Corps|Observatory|Commission|Mission|Society|Federation|Community|Conference|Tigers|Assembly|Council|Authority|Agency|Initiative|Panel|Restoration|Platform|Convention|Confederation|Network|Brigades?|Rally|Forum|Group)$/;
const ENDS_LONG_NAME =
  /^(Front|Union|Movement|Party|League|Organi[sz]ation|Army|Council|Committee|Court|Forces?|Bank|Association|Alliance|Congress|Coalition|Institute|Cent(er|re)|Ministry|Office|Department|Board|Group|Corps|Commission|Mission|Society|Federation|Community|Conference|Assembly|Authority|Agency|Initiative|Crusade|Commission|Programme|Program|Fund|Network|Forum)$/;

/** Words that open sentences and headlines with a capital and are no names, whatever a tagger says. */
const PLAIN = new Set(
  'the a an this that these those he she it they we i you his her its their our my in on at by for from with without after before during since until while when where as if although though because but and or nor so yet there here what who why how which no not both each all some many most several few one two three four five six seven eight nine ten neither either another other others such once earlier later last next then now still even only just asked told said under over among between despite according about instead however meanwhile also somebody someone nobody everybody everyone anyone anybody nothing something everything'.split(
    ' ',
  ),
);

const MONTHS_AND_DAYS =
  /^(January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
/** Common nouns that stand in the names of bodies before "'s": "Lord's Resistance Army". */
const OWNS_IN_NAME =
  /^(People|Peoples|Lord|Women|Workers|Men|Children|Students|Farmers|Peasants|Teachers|Lawyers|Journalists|Citizens|Nation|God|Youth|Soldiers|Parents|Mothers|Nurses|Doctors)$/;

const isNameWord = (view: View, at: number): boolean => {
  const token = view.tokens[at];
  if (token === undefined) return false;
  if (/^(al|el|ad|as|an|ash|ar|at|az|es|ez|ul|ur)-\p{Lu}/u.test(token.text)) return true;
  if (view.capital[at] === 0 || PLAIN.has(token.lower)) return false;
  if (
    MONTHS_AND_DAYS.test(token.text) ||
    (token.text === 'May' && /^(CD|IN)$/.test(view.tokens[at + 1]?.tag ?? 'IN')) ||
    (token.text === 'May' && /^(in|of|since|by|until|late|early|mid|last|on|from)$/.test(view.tokens[at - 1]?.lower ?? ''))
  )
    return false;
  if (/^NNPS?$/.test(token.tag)) return true;
  const opensSentence = view.sentences[token.sentence]?.first === at || /^[“"‘':]$/.test(view.tokens[at - 1]?.text ?? '');
  if (/^(JJ|NN|NNS|FW|VBG|VBN|VB|VBP|UH|VBD|VBZ|CD)$/.test(token.tag)) return !opensSentence || /^\p{Lu}{2,}/u.test(token.text);
  if (token.tag === 'RB') return !opensSentence && (view.capital[at - 1] === 1 || view.capital[at + 1] === 1);
  return token.tag === '';
};

/** Capital letters at the start of the words of a name, small words left out or kept. */
function initialsMatch(view: View, first: number, last: number, acronym: string): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toUpperCase();
  let strict = '';
  let wide = '';
  for (let at = first; at < last; at++) {
    for (const part of view.tokens[at]!.text.split(/[-']/)) {
      const letter = (part[0] ?? '').toUpperCase();
      if (!/\p{L}/u.test(letter)) continue;
      wide += letter;
      if (/^\p{Lu}/u.test(part)) strict += letter;
    }
  }
  return strict === letters || wide === letters;
}

/** For each token the token after the proper run that starts there, or 0. Known names that stand alone count as runs. */
export function findProperRuns(view: View, known: ReadonlyMap<number, KnownSpan>): Int32Array {
  const { tokens, sentences } = view;
  const runEnd = new Int32Array(tokens.length);
  for (const sentence of sentences) {
    for (let at = sentence.first; at < sentence.last; ) {
      const start = at;
      let end = at;
      while (end < sentence.last) {
        const span = known.get(end);
        if (span !== undefined && span.last <= sentence.last) end = span.last;
        else if (isNameWord(view, end)) end++;
        else if (end > start && /^['’]s?$/.test(tokens[end]!.text) && OWNS_IN_NAME.test(tokens[end - 1]!.text) && isNameWord(view, end + 1))
          end++;
        else if (end > start && /^[-–&/]$/.test(tokens[end]!.text) && glued(view, end) && glued(view, end + 1) && isNameWord(view, end + 1))
          end++;
        else if (
          end > start &&
          PARTICLES.has(tokens[end]!.lower) &&
          (isNameWord(view, end + 1) || (PARTICLES.has(tokens[end + 1]?.lower ?? '') && isNameWord(view, end + 2)))
        )
          end++;
        else break;
      }
      if (end === start) {
        at++;
        continue;
      }
      end = longEnd(view, known, start, end, sentence.last);
      runEnd[start] = end;
      view.inName.fill(1, start, end);
      at = end;
    }
  }
  return runEnd;
}

/** Lengthens a run over "of", "for", "and", "in" where the name goes on, as its first word or the acronym in brackets behind it tells. */
function longEnd(view: View, known: ReadonlyMap<number, KnownSpan>, start: number, end: number, limit: number): number {
  const { tokens } = view;
  const nextWord = (at: number): number => {
    const span = known.get(at);
    if (span !== undefined) return span.last;
    let last = at;
    while (last < limit && isNameWord(view, last)) last++;
    return last;
  };
  let best = end;
  let reach = end;
  // As far as an acronym in brackets confirms.
  for (let steps = 0; steps < 5; steps++) {
    if (tokens[reach]?.text === '(' && tokens[reach + 2]?.text === ')') {
      const acronym = tokens[reach + 1]!.text;
      // In another language its letters may differ, not the first ("Front for … in Chad (FACT)").
      const opens = OPENS_LONG_NAME.test(tokens[start]!.text) && acronym[0] === tokens[start]!.text[0] && /^\p{Lu}{2,}/u.test(acronym);
      if (opens || initialsMatch(view, start, reach, acronym)) return reach;
      break;
    }
    let next = reach;
    while (next < limit && next < reach + 2 && /^(of|for|and|in|the|on|to|&)$/.test(tokens[next]!.lower)) next++;
    if (next === reach) break;
    const after = nextWord(next);
    if (after === next) break;
    reach = after;
  }
  for (let steps = 0; steps < 4; steps++) {
    const link = tokens[best]?.lower ?? '';
    const the = tokens[best + 1]?.lower === 'the' ? 1 : 0;
    const after = nextWord(best + 1 + the);
    if (after <= best + 1 + the || after > limit) break;
    const opens = OPENS_LONG_NAME.test(tokens[best - 1]!.text) || (best > end && OPENS_LONG_NAME.test(tokens[end - 1]!.text));
    if ((link === 'of' || link === 'for') && opens && !(tokens[best - 1]!.text === 'Government' && known.has(best + 1 + the))) best = after;
    else if (
      (link === 'and' || link === '&') &&
      the === 0 &&
      (ENDS_LONG_NAME.test(tokens[after - 1]!.text) || (best > end && opens)) &&
      !known.has(best + 1) &&
      known.get(start)?.last !== best
    )
      best = after;
    else break;
  }
  return best;
}
