// Ties told by a hyphened adjective before what it describes: "the rebel-held town", "UN-brokered talks".
import type { Span } from '../../../terms/span.js';
import type { Candidate } from '../candidate.js';
import { contextOf } from '../context.js';
import { featuresOf, nounClass } from '../features.js';
import { type Filling, namesOf } from '../fill.js';
import type { ClaimView } from '../view.js';
import { talksName } from './tie.js';

/** The actor a bare word before the hyphen means: "rebel" the rebels, "government" the government. */
function actorByWord(view: ClaimView, word: string): { readonly name: string; readonly kind: string } | null {
  const plural = `${word}s`;
  for (const { names, kind } of view.actors.values()) {
    if (names.some((name) => [word, plural].includes(name.toLowerCase()))) return { name: names[0] ?? '', kind };
  }
  for (const { names, kind } of view.actors.values()) {
    if (names.some((name) => [` ${word}`, ` ${plural}`].some((end) => name.toLowerCase().endsWith(end))))
      return { name: names[0] ?? '', kind };
  }
  return null;
}

export function proposeCompounds(view: ClaimView): Candidate[] {
  const out: Candidate[] = [];
  const { tokens } = view;
  for (const token of tokens) {
    const relation = view.lexicon.compounds.get(token.lower);
    const hyphen = tokens[token.index - 1];
    const word = tokens[token.index - 2];
    if (relation === undefined || hyphen === undefined || word === undefined || !/^[-‐‑]$/.test(hyphen.text) || word.end !== hyphen.start)
      continue;
    const mention = view.mentionAt(word.index);
    const named = mention === null ? actorByWord(view, word.lower) : null;
    const froms: Filling[] =
      mention !== null && mention.first < token.index && mention.head <= word.index
        ? namesOf(view, mention).map((name) => ({
            actors: [name],
            head: word.index,
            path: 'mention',
            kind: view.actors.get(mention.actors[0] ?? '')?.kind ?? '',
            form: mention.form,
          }))
        : named !== null
          ? [{ actors: [named.name], head: word.index, path: 'word', kind: named.kind, form: 'description' }]
          : /^[a-z]+$/.test(word.text)
            ? [{ actors: [`${word.lower}s`], head: word.index, path: 'plural', kind: '', form: 'description' }]
            : [{ actors: [word.text], head: word.index, path: 'text', kind: '', form: 'name' }];
    // What it describes: the place or actor that follows, else the noun.
    const sentence = view.sentenceOf(token.index);
    const tos: Filling[] = [];
    for (let at = token.index + 1; at < sentence.last && at < token.index + 7; at++) {
      const next = tokens[at]!;
      const place = view.places.find(({ span }) => span[0] <= next.start && next.end <= span[1]);
      if (place !== undefined && relation === 'controls')
        tos.push({ actors: [place.name], head: at, path: 'place', kind: 'place', form: 'name' });
      const other = view.mentionAt(at);
      if (other !== null && other !== mention)
        for (const name of namesOf(view, other))
          tos.push({
            actors: [name],
            head: at,
            path: 'mention',
            kind: view.actors.get(other.actors[0] ?? '')?.kind ?? '',
            form: other.form,
          });
      const noun = nounClass(view, at);
      if (noun === 'talks') tos.push({ actors: [talksName(view)], head: at, path: 'talks', kind: 'talks', form: 'description' });
      if (noun === 'deal') tos.push({ actors: [next.lower], head: at, path: 'deal', kind: 'deal', form: 'description' });
      if (tos.length > 0 && next.tag.startsWith('N')) break;
      if (/^[,;:.()]$/.test(next.text) || next.tag.startsWith('V')) break;
    }
    for (const from of froms) {
      for (const to of tos.slice(0, 3)) {
        const [a = ''] = from.actors;
        const [b = ''] = to.actors;
        if (a === '' || b === '' || a === b) continue;
        const evidence: Span = [word.start, tokens[to.head]!.end];
        const entry = `compound: -${token.lower}`;
        const features = featuresOf(view, {
          anchor: token.index,
          entry,
          value: relation,
          given: relation,
          context: contextOf(view, token.index),
          roles: { from, to },
          statement: null,
          evidence,
          more: ['compound', `compound&to=${to.kind}`, `compound&from=${from.path}`],
        });
        out.push({
          kind: 'tie',
          entry,
          anchor: token.index,
          rival: { group: `${a} ${to.path}`, item: b },
          fields: { from: a, to: b, relation, negated: false },
          evidence,
          statement: null,
          features,
        });
      }
    }
  }
  return out;
}
