// Weighs, over a whole report, which country it is about and who the two sides to its talks are.
import type { KnownSpan } from './known-names.js';
import { firstWordOf, isMovement } from './lexicon.js';
import type { Phrase } from './phrase.js';
import { isPerson, keyed, type Referent } from './referents.js';
import type { Outlook, Scene } from './scene.js';
import { type View, wordsOf } from './view.js';

const CONFLICT =
  /^(government|opposition|rebels?|army|troops|forces|war|conflict|crisis|peace|regime|junta|guerrillas?|insurgents?|civil|authorities|military|talks|parties|sides|negotiations|militias?|separatists?|president)$/;
const REACH = /^(in|at|to|from)$/;

/** The countries a text names in a line about the process, first named first. */
function countriesIn(view: View, words: string): string[] {
  const found: { at: number; length: number; code: string }[] = [];
  const plain = words.replace(/[\u2019]/g, "'");
  for (const { index: at } of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*/gu)) {
    for (const { text, known } of view.lexicon.names.get(firstWordOf(plain.slice(at, at + 40))) ?? []) {
      if (known.country === '' || known.what === 'outlet' || known.what === 'organisation' || known.what === 'seat') continue;
      if (!plain.startsWith(text, at) || /[\p{L}]/u.test(plain[at + text.length] ?? '')) continue;
      found.push({ at, length: text.length, code: known.country });
      break;
    }
  }
  found.sort((a, b) => a.at - b.at || b.length - a.length);
  const codes: string[] = [];
  let end = -1;
  for (const { at, length, code } of found) {
    if (at < end) continue;
    end = at + length;
    if (!codes.includes(code)) codes.push(code);
  }
  return codes;
}

/** What a movement's name and a leader's say of where the report is set; what a state counts for that has no armed movement of its own. */
const MOVEMENT = 1.5;
const LEADER = 1;
const UNCONTESTED = 0.5;

function home(view: View, phrases: readonly Phrase[], known: ReadonlyMap<number, KnownSpan>, process: string): string {
  const scores = new Map<string, number>();
  const add = (code: string, value: number): void => {
    if (code !== '') scores.set(code, (scores.get(code) ?? 0) + value);
  };
  const bodyStart = view.sentences.find(({ paragraph }) => paragraph > 0)?.index ?? 0;
  for (const { index: sentence, first, last } of view.sentences) {
    const lead = sentence <= bodyStart + 1 ? 1.5 : 1;
    for (let at = first; at < last; at++) {
      const span = known.get(at);
      if (span === undefined || span.known.what === 'outlet') continue;
      if (span.known.what === 'organisation') {
        if (isMovement(span.known)) add(span.known.country, MOVEMENT * lead);
        at = span.last - 1;
        continue;
      }
      const next = view.tokens[span.last]?.lower ?? '';
      const owned = next === "'s" || next === '’s' ? (view.tokens[span.last + 1]?.lower ?? '') : next;
      const reach = REACH.test(view.tokens[at - 1]?.lower ?? '');
      const conflict =
        CONFLICT.test(owned) || /^(government|war|conflict|opposition|army|talks|peace|president)$/.test(view.tokens[at - 2]?.lower ?? '');
      add(span.known.country, lead * (span.known.what === 'seat' ? 0.4 : reach ? 0.7 : 1) * (conflict ? 2.2 : 1));
      at = span.last - 1;
    }
  }
  for (const { nominal } of phrases)
    if (nominal.type === 'person') add(view.lexicon.leaders.stateOf(wordsOf(view, nominal.nameFirst, nominal.nameLast)), LEADER);
  for (const [code, score] of scores) if (!view.lexicon.contested.has(code)) scores.set(code, UNCONTESTED * score);
  for (const [index, code] of countriesIn(view, process).entries()) add(code, index === 0 ? 12 : 10);
  let best = '';
  for (const [code, score] of scores) if (score >= 2.5 && score > (scores.get(best) ?? 0)) best = code;
  return best;
}

function sides(scene: Scene, process: string): Outlook {
  const { view, outlook, referents, seen } = scene;
  const keys = new Map<Referent, string>([...referents.byKey].map(([key, referent]) => [referent, key]));
  const homeKey = outlook.home === '' ? '' : keyed('government', outlook.home);
  const counts = new Map<Referent, number>();
  const pairs = new Map<Referent, number>();
  const bump = (referent: Referent, value: number): void => {
    counts.set(referent, (counts.get(referent) ?? 0) + value);
  };
  for (const [at, { referents: meant, phrase, role }] of seen.entries()) {
    for (const referent of meant) {
      if (phrase.nominal.type === 'pronoun') continue;
      bump(referent, role.role === 'subject' ? 1.3 : 1);
    }
    // "between the government and the rebels": these are the sides.
    const next = seen[at + 1];
    if (
      view.tokens[phrase.first - 1]?.lower === 'between' &&
      next !== undefined &&
      view.tokens[phrase.last]?.lower === 'and' &&
      next.phrase.first === phrase.last + 1
    ) {
      for (const referent of [...meant, ...next.referents]) bump(referent, 4);
    } else if (
      next !== undefined &&
      view.tokens[phrase.last]?.lower === 'and' &&
      next.phrase.first === phrase.last + 1 &&
      meant[0]?.kind === 'government' &&
      next.referents[0]?.kind === 'government'
    ) {
      for (const referent of [meant[0], next.referents[0]]) pairs.set(referent, (pairs.get(referent) ?? 0) + 1);
    } else if (next !== undefined && view.tokens[phrase.last]?.lower === 'and' && next.phrase.first === phrase.last + 1) {
      // "the government and the movement" in one breath.
      const [left, right] = [meant[0], next.referents[0]];
      if (left !== undefined && right !== undefined && keys.get(left) === homeKey && homeKey !== '') bump(right, 2);
      if (left !== undefined && right !== undefined && keys.get(right) === homeKey && homeKey !== '') bump(left, 2);
    }
  }
  const armed = [...counts]
    .filter(
      ([referent]) =>
        referent.kind === 'armed group' &&
        /^(name|organisation):/.test(keys.get(referent) ?? '') &&
        !/^rebels:/.test(keys.get(referent) ?? ''),
    )
    .sort((a, b) => b[1] - a[1]);
  const [top, second] = armed;
  const rebelGroup =
    top !== undefined && top[1] >= 2 && (second === undefined || top[1] >= 1.8 * second[1]) ? (keys.get(top[0]) ?? '') : '';
  const oppositionBody = bodyOfOpposition(scene, keys);
  const named = countriesIn(view, process);
  const ranked: [string, number][] = [];
  for (const [referent, count] of counts) {
    const key = keys.get(referent) ?? '';
    if (isPerson(referent) || referent.known?.sector === 'IGO') continue;
    if (referent.kind === 'government') {
      if (key === homeKey) ranked.push([key, count + 6]);
      else if (named.includes(referent.country) || /Palestin/.test(referent.filed)) ranked.push([key, count + 4]);
      else ranked.push([key, count - 6]);
    } else if (referent.kind === 'armed group') ranked.push([key, count + (key === rebelGroup ? 3 : 0)]);
    else if (key.startsWith('opposition:')) ranked.push([key, count + 1]);
    else if (
      referent.kind === 'party' ||
      referent.kind === 'organisation' ||
      (referent.kind === 'group' && !referent.nouns.has('country'))
    ) {
      if (processNames(process, referent)) ranked.push([key, count + 3]);
      else if (referent.known !== null && isMovement(referent.known)) ranked.push([key, count + 0.5]);
      else if (referent.kind === 'party') ranked.push([key, count - 1]);
      else if (referent.kind === 'organisation' && referent.known === null) ranked.push([key, count - 0.5]);
      else ranked.push([key, count - 3]);
    }
  }
  ranked.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  let chosen = ranked
    .filter(([, score]) => score >= 2)
    .slice(0, 2)
    .map(([key]) => key);
  if (chosen.length < 2) {
    // Two states, spoken of in one breath; else whoever is armed or in opposition, however seldom named; else the state most spoken of.
    const states = [...counts]
      .filter(([referent]) => referent.kind === 'government' && !chosen.includes(keys.get(referent) ?? ''))
      .sort((a, b) => b[1] + 3 * (pairs.get(b[0]) ?? 0) - (a[1] + 3 * (pairs.get(a[0]) ?? 0)));
    const [state] = states;
    const armedOrOpposed = ranked.find(([key, score]) => score >= 1 && !chosen.includes(key) && /^(rebels|opposition|name):/.test(key));
    const paired = state !== undefined && (pairs.get(state[0]) ?? 0) > 0 && state[1] + 2 * (pairs.get(state[0]) ?? 0) >= 3;
    if (paired) chosen.push(keys.get(state[0]) ?? '');
    else if (armedOrOpposed !== undefined) chosen.push(armedOrOpposed[0]);
    else if (state !== undefined && state[1] >= 3) chosen.push(keys.get(state[0]) ?? '');
  }
  if (homeKey !== '' && chosen.length === 2 && !chosen.includes(homeKey) && counts.size > 0 && ranked.some(([key]) => key === homeKey))
    chosen = [homeKey, chosen[0]!];
  chosen = [
    ...new Set(
      chosen.map((key) =>
        key.startsWith('rebels:') && rebelGroup !== ''
          ? rebelGroup
          : key.startsWith('opposition:') && oppositionBody !== ''
            ? oppositionBody
            : key,
      ),
    ),
  ];
  if (homeKey !== '' && chosen.includes(homeKey)) chosen = [homeKey, ...chosen.filter((key) => key !== homeKey)];
  return { home: outlook.home, sides: chosen, rebels: rebelGroup, opposition: oppositionBody };
}

const processNames = (process: string, referent: Referent): boolean =>
  [...referent.names.keys()].some((name) => name.length > 1 && process.includes(name));

/** The body that "the opposition" is: the one the report joins to that word ("the opposition's High Negotiations Committee"), where there is one only. */
function bodyOfOpposition(scene: Scene, keys: ReadonlyMap<Referent, string>): string {
  const found = new Map<string, number>();
  for (const phrase of scene.phrases) {
    if (phrase.nominal.type !== 'proper') continue;
    const before = scene.view.tokens[phrase.nominal.nameFirst - 1]?.lower ?? '';
    const owner = phrase.possessor === null ? null : wordsOf(scene.view, phrase.possessor.core, phrase.possessor.coreEnd).toLowerCase();
    if (before !== 'opposition' && !(owner ?? '').endsWith('opposition')) continue;
    const referent = scene.meanings.get(phrase.index)?.[0];
    const key = referent === undefined || isPerson(referent) ? undefined : keys.get(referent);
    if (key !== undefined) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found.size === 1 ? ([...found.keys()][0] ?? '') : '';
}

/** The two halves of the outlook: the country from the words alone, the sides from a first reading. */
export const outlookOf = { home, sides };
