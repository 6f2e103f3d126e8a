// Ties told by a title or an office beside a name: "UN chief Sule", "Sule, the front's spokesman", "President Sule".
import type { Span } from '../../../terms/span.js';
import type { Mention } from '../../draft.js';
import type { Candidate } from '../candidate.js';
import { contextOf } from '../context.js';
import { featuresOf } from '../features.js';
import { type Filling, namesOf } from '../fill.js';
import type { Title } from '../lexicon.js';
import type { ClaimView } from '../view.js';
import { talksName } from './tie.js';

const PERSON = new Set(['person', 'unnamed person', 'unnamed people', 'unnamed persons']);
const BEFORE = 8;
/** Words that make an office a past one. */
const PAST = new Set([
  'former',
  'ex',
  'then',
  'late',
  'ousted',
  'deposed',
  'outgoing',
  'onetime',
  'one-time',
  'deputy',
  'vice',
  'acting-deputy',
  'assistant',
]);

interface TitleMatch {
  readonly title: Title;
  readonly first: number;
  readonly last: number;
}

/** Where titles stand, the longest at each place. */
function titlesIn(view: ClaimView): TitleMatch[] {
  const out: TitleMatch[] = [];
  let at = 0;
  while (at < view.tokens.length) {
    const token = view.tokens[at]!;
    const list = view.lexicon.titles.get(token.lower) ?? view.lexicon.titles.get(token.lemma) ?? [];
    const title = list.find(({ words }) =>
      words.every((word, i) => {
        const other = view.tokens[at + i];
        return other !== undefined && other.sentence === token.sentence && (other.lower === word || other.lemma === word);
      }),
    );
    if (title === undefined || !/^[NJ]/.test(token.tag)) at++;
    else {
      if (title.relation !== '-') out.push({ title, first: at, last: at + title.words.length });
      at += title.words.length;
    }
  }
  return out;
}

const isPerson = (view: ClaimView, mention: Mention): boolean => mention.actors.some((id) => PERSON.has(view.actors.get(id)?.kind ?? ''));

interface Found {
  readonly mention: Mention;
  readonly path: string;
}

/** The one who bears the title: the name after it, the name before its comma, the name it stands for, or the subject of "is". */
function bearers(view: ClaimView, { first, last }: TitleMatch): Found[] {
  const { tokens } = view;
  const sentence = view.sentenceOf(first);
  const out: Found[] = [];
  const add = (mention: Mention | null, path: string): void => {
    if (mention !== null && isPerson(view, mention) && !out.some((found) => found.mention.actors.join() === mention.actors.join()))
      out.push({ mention, path });
  };
  const next = tokens[last];
  if (next !== undefined && next.index < sentence.last) {
    const direct = view.mentionAt(last);
    if (direct !== null && direct.form === 'name' && direct.head >= last) add(direct, direct.first < last ? 'in' : 'after');
    if (next.text === ',') {
      const later = view.mentionAt(last + 1);
      if (later !== null && later.form === 'name') add(later, 'after-comma');
    }
  }
  for (let at = first - 1; at > sentence.first && at > first - BEFORE; at--) {
    if (tokens[at]!.text !== ',' && tokens[at]!.text !== '(') continue;
    const before = view.mentionAt(at - 1);
    if (before !== null) add(before, 'before-comma');
    break;
  }
  const { relation, head } = tokens[last - 1]!;
  const under = relation === 'appos' || relation === 'nmod' || relation === 'compound' ? head : -1;
  if (under >= 0) add(view.mentionAt(under), 'apposition');
  for (const kid of view.kids(last - 1)) {
    const link = tokens[kid]!.relation;
    if (link === 'nsubj' || link === 'appos' || link === 'flat') add(view.mentionAt(kid), link);
  }
  const own = view.mentionAt(last - 1);
  if (own !== null) add(own, own.form === 'name' ? 'in' : 'self');
  return out;
}

/** What the title is of: a name before or after it, what "its" stands for, or by the kind of title the state or the talks of the report. */
function bodies(view: ClaimView, { title, first, last }: TitleMatch, bearer: Mention): Filling[] {
  const { tokens } = view;
  const sentence = view.sentenceOf(first);
  const out: Filling[] = [];
  const add = (mention: Mention | null, path: string): void => {
    if (mention === null || mention.actors.join() === bearer.actors.join()) return;
    const kind = view.actors.get(mention.actors[0] ?? '')?.kind ?? '';
    for (const name of namesOf(view, mention))
      if (!out.some(({ actors }) => actors[0] === name)) out.push({ actors: [name], head: mention.head, path, kind, form: mention.form });
  };
  for (let at = first - 1; at >= sentence.first && at >= first - BEFORE; at--) {
    const { tag, text } = tokens[at]!;
    if (/^[,;:(]$/.test(text) || tag.startsWith('V') || tag === 'IN' || tag === 'CC') break;
    const mention = view.mentionAt(at);
    if (
      mention !== null &&
      (mention.first >= bearer.last || mention.last <= bearer.first || mention.first > bearer.first || mention.last < bearer.last)
    )
      add(mention, 'before');
  }
  for (let at = last; at < sentence.last && at < last + 3; at++) {
    if (!['of', 'for', 'to', 'in', 'within', 'at'].includes(tokens[at]!.lower)) continue;
    for (let to = at + 1; to < sentence.last && to < at + 7; to++) {
      const { text, tag } = tokens[to]!;
      if (/^[,;:(]$/.test(text) || tag.startsWith('V')) break;
      const mention = view.mentionAt(to);
      if (mention === null) continue;
      add(mention, `after-${tokens[at]!.lower}`);
      break;
    }
    break;
  }
  if (title.of === 'talks') out.push({ actors: [talksName(view)], head: -1, path: 'talks', kind: 'talks', form: 'none' });
  if (out.length === 0 && title.of !== 'talks') {
    const country = bearer.actors.map((id) => view.actors.get(id)?.country).find((code) => code !== undefined);
    const governments = [...view.actors.values()].filter(({ kind }) => kind === 'government');
    const own = country === undefined ? undefined : governments.find((actor) => actor.country === country);
    if (own !== undefined) out.push({ actors: [own.names[0] ?? ''], head: -1, path: 'country', kind: 'government', form: 'none' });
    let best: { readonly name: string; readonly count: number } | null = null;
    for (const { id, names } of governments) {
      const count = view.mentions.reduce((n, { actors }) => n + (actors.includes(id) ? 1 : 0), 0);
      if (best === null || count > best.count) best = { name: names[0] ?? '', count };
    }
    if (best !== null && own === undefined) out.push({ actors: [best.name], head: -1, path: 'home', kind: 'government', form: 'none' });
  }
  return out.slice(0, 4);
}

/** Candidates from titles; `person of body` without a title is in names.ts. */
export function proposeTitles(view: ClaimView): Candidate[] {
  const out: Candidate[] = [];
  for (const match of titlesIn(view)) {
    const { title, first, last } = match;
    const anchor = last - 1;
    const before = view.tokens[first - 1]?.lower ?? '';
    const earlier = view.tokens[first - 2]?.lower ?? '';
    const past = PAST.has(before) || (before === '-' && PAST.has(earlier)) || PAST.has(earlier);
    const entry = `title: ${title.words.join(' ')}`;
    for (const { mention, path } of bearers(view, match).slice(0, 3)) {
      const [from = ''] = namesOf(view, mention);
      for (const to of bodies(view, match, mention)) {
        const [name = ''] = to.actors;
        if (name === '' || name === from) continue;
        const start = Math.min(
          view.tokens[first]!.start,
          view.tokens[mention.first]!.start,
          to.head >= 0 ? view.tokens[to.head]!.start : Number.MAX_SAFE_INTEGER,
        );
        const end = Math.max(view.tokens[last - 1]!.end, view.tokens[mention.last - 1]!.end);
        const evidence: Span = [start, end];
        const role: Filling = {
          actors: [from],
          head: mention.head,
          path,
          kind: view.actors.get(mention.actors[0] ?? '')?.kind ?? '',
          form: mention.form,
        };
        const features = featuresOf(view, {
          anchor,
          entry,
          value: title.relation,
          given: title.relation,
          context: contextOf(view, anchor),
          roles: { from: role, to },
          statement: null,
          evidence,
          more: [
            'title',
            `past=${past}`,
            `title.of=${title.of}`,
            `title.of=${title.of}&to.path=${to.path}`,
            `title.of=${title.of}&to.kind=${to.kind}`,
            `from.path=${path}&to.path=${to.path}`,
          ],
        });
        out.push({
          kind: 'tie',
          entry,
          anchor,
          rival: { group: `${path} ${to.path}`, item: `${from} ${name}` },
          fields: { from, to: name, relation: title.relation, negated: false },
          evidence,
          statement: null,
          features,
        });
      }
    }
  }
  return out;
}
