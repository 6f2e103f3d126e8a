// Who or what a few words before or after a title mean: a mention, a state or body that the world knows, a bare noun, or the words themselves.
import { firstWordOf } from '../actors/lexicon.js';
import { nounClass } from './features.js';
import { type Filling, namesOf } from './fill.js';
import { perReport } from './per-report.js';
import type { ClaimView } from './view.js';

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export interface NameIndex {
  /** The actor filed under a name, whatever its spelling. */
  readonly actorOf: (name: string) => { readonly name: string; readonly kind: string } | null;
  /** The government of a country by its ISO code. */
  readonly governmentOf: (country: string) => { readonly name: string; readonly kind: string } | null;
  /** The governments of the report, the most mentioned first. */
  readonly governments: readonly { readonly name: string; readonly kind: string }[];
  /** The government that the report is most about. */
  readonly home: { readonly name: string; readonly kind: string } | null;
}

/** Opens the names of a view's actors for questions. */
export function indexNames(view: ClaimView): NameIndex {
  const byName = new Map<string, { readonly name: string; readonly kind: string }>();
  const byCountry = new Map<string, { readonly name: string; readonly kind: string }>();
  const counts = new Map<string, number>();
  for (const { actors } of view.mentions) for (const id of actors) counts.set(id, (counts.get(id) ?? 0) + 1);
  const governments: { readonly name: string; readonly kind: string; readonly count: number }[] = [];
  for (const { id, names, kind, country } of view.actors.values()) {
    const filed = { name: names[0] ?? '', kind };
    for (const name of names) if (!byName.has(bare(name))) byName.set(bare(name), filed);
    if (kind !== 'government') continue;
    if (country !== undefined && !byCountry.has(country)) byCountry.set(country, filed);
    governments.push({ ...filed, count: counts.get(id) ?? 0 });
  }
  governments.sort((a, b) => b.count - a.count);
  return {
    actorOf: (name) => byName.get(bare(name)) ?? null,
    governmentOf: (country) => byCountry.get(country) ?? null,
    governments,
    home: governments[0] ?? null,
  };
}

/** A state or body the world knows, whose name starts at a place of the text; with the end of the name. */
function knownAt(view: ClaimView, start: number): { readonly name: string; readonly country: string; readonly end: number } | null {
  const here = view.text.slice(start, start + 60).replace(/[’ʼ]/g, "'");
  for (const { text, known } of view.known.get(firstWordOf(here)) ?? []) {
    if (here.startsWith(text) && !/[\p{L}\p{N}]/u.test(here[text.length] ?? ''))
      return { name: known.name, country: known.country, end: start + text.length };
  }
  return null;
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  "'s",
  '’s',
  's',
  'this',
  'that',
  'its',
  'their',
  'his',
  'her',
  'joint',
  'special',
  'senior',
  'chief',
  'top',
  'new',
  '-',
]);

/** What the tokens from `first` to `last` (half-open) mean, nearest to their end first; `not` is the one it cannot be. */
export function whoseWords(
  view: ClaimView,
  index: NameIndex,
  first: number,
  last: number,
  path: string,
  not: readonly string[],
): Filling[] {
  const out: Filling[] = [];
  const add = (name: string, kind: string, head: number, form: Filling['form'], how: string): void => {
    if (name === '' || not.includes(name) || out.some(({ actors }) => actors[0] === name)) return;
    out.push({ actors: [name], head, path: how === '' ? path : `${path}:${how}`, kind, form });
  };
  for (let at = last - 1; at >= first; at--) {
    const mention = view.mentionAt(at);
    if (mention === null || mention.first < first || mention.last > last) continue;
    const kind = view.actors.get(mention.actors[0] ?? '')?.kind ?? '';
    for (const name of namesOf(view, mention)) add(name, kind, mention.head, mention.form, '');
    at = Math.min(at, mention.first);
  }
  const end = last > first ? view.tokens[last - 1]!.end : 0;
  let read = 0;
  for (let at = first; at < last; at++) {
    // A token may hold two names ("UN-Arab League").
    const { start, text } = view.tokens[at]!;
    for (const from of [start, start + text.indexOf('-') + 1]) {
      if (from < read || !/\p{Lu}/u.test(view.text[from] ?? '')) continue;
      const known = knownAt(view, from);
      if (known === null || known.end > end) continue;
      const actor = (known.country !== '' ? index.governmentOf(known.country) : null) ?? index.actorOf(known.name);
      add(
        actor?.name ?? known.name,
        actor?.kind ?? (known.country === '' ? 'body' : 'government'),
        view.tokenAt(known.end - 1),
        'name',
        'known',
      );
      read = known.end;
    }
  }
  // A run of capitals: by the actor filed under it, else as it stands.
  let from = -1;
  for (let at = first; at <= last; at++) {
    const token = view.tokens[at];
    const capital =
      at < last &&
      token !== undefined &&
      ((/^\p{Lu}/u.test(token.text) && !DETERMINERS.has(token.lower) && /^[NJ]/.test(token.tag)) ||
        (from >= 0 && /^(?:of|for|the|and|-|’|')$/.test(token.lower)));
    if (capital && from < 0) from = at;
    if (capital || from < 0) continue;
    if (!view.tokens.slice(from, at).some(({ tag }) => tag.startsWith('NNP'))) {
      from = -1;
      continue;
    }
    const run = view.text.slice(view.tokens[from]!.start, view.tokens[at - 1]!.end).replace(/['’]s$/, '');
    const actor = index.actorOf(run) ?? (at - from === 1 ? index.actorOf(`${run}s`) : null);
    if (out.length === 0 || actor !== null) add(actor?.name ?? run, actor?.kind ?? '', at - 1, 'name', actor === null ? 'text' : 'filed');
    from = -1;
  }
  if (out.length === 0) {
    for (let at = last - 1; at >= first; at--) {
      const { lower, tag } = view.tokens[at]!;
      if (DETERMINERS.has(lower) || !tag.startsWith('N')) continue;
      const actor =
        index.actorOf(lower) ?? index.actorOf(`${lower}s`) ?? (lower === 'government' || lower === 'cabinet' ? index.home : null);
      if (actor !== null) add(actor.name, actor.kind, at, 'description', 'noun');
      else if (tag === 'NNS' || nounClass(view, at) === 'party') add(lower, '', at, 'description', 'plain');
      break;
    }
  }
  return out;
}

/** What the report calls its talks. */
export const talksName = perReport((view): string => {
  for (const word of ['talks', 'dialogue', 'negotiations', 'consultations', 'process']) {
    if (view.tokens.some(({ lower }) => lower === word)) return word;
  }
  return 'talks';
});

/** Talks and deals that the tokens name, as the report's talks and as the word that stands there. */
export function talksOrDeal(view: ClaimView, first: number, last: number): Filling[] {
  for (let at = first; at < last; at++) {
    const noun = nounClass(view, at);
    const word = view.tokens[at]!.lower;
    if (noun === 'talks') {
      const name = talksName(view);
      const own: Filling = { actors: [name], head: at, path: 'talks', kind: 'talks', form: 'description' };
      return word === name ? [own] : [own, { ...own, actors: [word], path: 'talks:word' }];
    }
    if (noun === 'deal') return [{ actors: [word], head: at, path: 'deal', kind: 'deal', form: 'description' }];
  }
  return [];
}
