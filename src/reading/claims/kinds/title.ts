// Ties told by a title or an office beside a name: "UN chief Sule", "Sule, the front's spokesman", "President Sule".
import type { Span } from '../../../terms/span.js';
import type { Mention } from '../../draft.js';
import type { Candidate } from '../candidate.js';
import { contextOf } from '../context.js';
import { featuresOf } from '../features.js';
import { type Filling, namesOf } from '../fill.js';
import type { ClaimView } from '../view.js';
import { indexNames } from '../whose.js';
import { bodies, ofTeam, relationsOf, type TitleMatch, wordsBefore } from './office.js';

const PERSON = new Set(['person', 'unnamed person', 'unnamed people', 'unnamed persons']);
const BEFORE = 8;
/** Words that make an office a past one, which is no tie, and those that put it below the one named. */
const PAST = new Set(['former', 'ex', 'then', 'late', 'ousted', 'deposed', 'onetime', 'one-time', 'erstwhile', 'ex-']);
const SECOND = new Set(['deputy', 'vice', 'assistant', 'outgoing', 'under']);

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
  /** A name and those that "and" or a comma joins to it. */
  const addRow = (at: number, path: string): void => {
    let next: number | null = at;
    for (let i = 0; next !== null && i < 4; i++) {
      const mention: Mention | null = next < sentence.last ? view.mentionAt(next) : null;
      if (mention === null || mention.form !== 'name' || mention.head < at) break;
      add(mention, path);
      let after: number = mention.last;
      if (tokens[after]?.text === ',') after++;
      if (tokens[after]?.lower === 'and') after++;
      next = after > mention.last && tokens[last - 1]!.tag.endsWith('S') ? after : null;
    }
  };
  const next = tokens[last];
  if (next !== undefined && next.index < sentence.last) {
    const direct = view.mentionAt(last);
    if (direct !== null && direct.form === 'name' && direct.head >= last) addRow(last, direct.first < last ? 'in' : 'after');
    if (next.text === ',') addRow(last + 1, 'after-comma');
  }
  for (let at = first - 1; at > sentence.first && at > first - BEFORE; at--) {
    if (tokens[at]!.text !== ',' && tokens[at]!.text !== '(') continue;
    add(view.mentionAt(at - 1), 'before-comma');
    break;
  }
  // "the coordinator of the committee, Riad Hijab": the name after the comma that ends the phrase.
  for (let at = last; at < sentence.last && at < last + BEFORE; at++) {
    const { text, tag } = tokens[at]!;
    if (tag.startsWith('V')) break;
    if (text !== ',' || at === last) continue;
    addRow(at + 1, 'after-phrase');
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

/** Candidates from titles. */
export function proposeTitles(view: ClaimView): Candidate[] {
  const out: Candidate[] = [];
  const index = indexNames(view);
  for (const match of titlesIn(view)) {
    const { title, first, last } = match;
    const anchor = last - 1;
    const around = view.tokens.slice(wordsBefore(view, first), first).map(({ lower }) => lower);
    if (around.some((word) => PAST.has(word))) continue;
    const second = around.some((word) => SECOND.has(word));
    const entry = `title: ${title.words.join(' ')}`;
    const context = contextOf(view, anchor);
    const team = ofTeam(view, match);
    const borne = bearers(view, match).slice(0, 4);
    // "The prime ministers Sule and Tzur" lead two states: what the report is about cannot tell which.
    const several = title.of === 'state' && view.tokens[anchor]!.tag.endsWith('S') && borne.length > 1;
    for (const { mention, path } of borne) {
      const [from = ''] = namesOf(view, mention);
      const kind = view.actors.get(mention.actors[0] ?? '')?.kind ?? '';
      const role: Filling = { actors: [from], head: mention.head, path, kind, form: mention.form };
      const choices = bodies(view, index, match, mention);
      const words = choices.filter(({ filling }) => filling.path !== 'carried').length;
      for (const { filling: to, how } of choices) {
        const [name = ''] = to.actors;
        if (name === '' || name === from) continue;
        if (several && to.path === 'carried' && !how.some((told) => told === 'acts for' || told === 'country' || told === 'led')) continue;
        const places = [
          view.tokens[first]!.start,
          view.tokens[mention.first]!.start,
          ...(to.head >= 0 ? [view.tokens[to.head]!.start] : []),
        ];
        const ends = [view.tokens[last - 1]!.end, view.tokens[mention.last - 1]!.end, ...(to.head >= 0 ? [view.tokens[to.head]!.end] : [])];
        const evidence: Span = [Math.min(...places), Math.max(...ends)];
        for (const relation of relationsOf(title, to.kind, team)) {
          const told = { view, anchor, entry, given: title.relation, context, statement: null, evidence, strength: 'title' };
          const features = featuresOf(told, relation, { from: role, to }, (tell) => {
            const some = Math.min(1, words);
            tell`title`;
            tell`second=${second}`;
            tell`title.of=${title.of}`;
            tell`title.of=${title.of}&to.path=${to.path}`;
            tell`title.of=${title.of}&to.kind=${to.kind}`;
            tell`from.path=${path}&to.path=${to.path}`;
            tell`v=${relation}&to.kind=${to.kind}&to.path=${to.path}`;
            tell`from.kind=${kind}&second=${second}`;
            tell`words=${Math.min(2, words)}&to.path=${to.path}`;
            tell`team=${team}&v=${relation}`;
            tell`title.of=${title.of}&words=${some}&how=${how[0] ?? ''}`;
            tell`how.n=${Math.min(3, how.length)}&words=${some}`;
            for (const way of how) {
              tell`how=${way}&words=${some}`;
              tell`how=${way}&title.of=${title.of}`;
            }
          });
          out.push({
            kind: 'tie',
            entry,
            anchor,
            rival: { group: `${path} ${to.path}`, item: `${from} ${name} ${relation}` },
            fields: { from, to: name, relation, negated: false },
            evidence,
            statement: null,
            strength: 'title',
            features,
          });
        }
      }
    }
  }
  return out;
}
