// Ties told by a hyphened adjective before what it describes: "the rebel-held town", "UN-brokered talks".
import type { Span } from '../../../terms/span.js';
import type { Candidate } from '../candidate.js';
import { contextOf } from '../context.js';
import { featuresOf } from '../features.js';
import { type Filling, namesOf } from '../fill.js';
import type { ClaimView } from '../view.js';
import { placesIn } from '../when.js';
import { indexNames, type NameIndex, talksOrDeal, whoseWords } from '../whose.js';

interface Compound {
  readonly relation: string;
  readonly word: string;
  /** Token of the first half. */
  readonly at: number;
  /** Token of the second half, the same where the tokenizer kept them together. */
  readonly last: number;
  readonly first: string;
}

function compoundsIn(view: ClaimView): Compound[] {
  const { tokens } = view;
  const out: Compound[] = [];
  for (const { index, lower, text, start } of tokens) {
    const hyphen = text.lastIndexOf('-');
    if (hyphen > 0) {
      const word = lower.slice(hyphen + 1);
      const relation = view.lexicon.compounds.get(word);
      if (relation !== undefined) out.push({ relation, word, at: index, last: index, first: text.slice(0, hyphen) });
      continue;
    }
    const relation = view.lexicon.compounds.get(lower);
    const before = tokens[index - 2];
    if (
      relation === undefined ||
      before === undefined ||
      !/^[-‐‑]$/.test(tokens[index - 1]!.text) ||
      tokens[index - 1]!.end !== start ||
      before.end !== tokens[index - 1]!.start
    )
      continue;
    out.push({ relation, word: lower, at: index - 2, last: index, first: before.text });
  }
  return out;
}

/** Who the first half is: a mention there, an actor or state of that name, else the people of that word. */
function froms(view: ClaimView, index: NameIndex, { at, last, first }: Compound): Filling[] {
  if (at !== last) {
    const found = whoseWords(view, index, at, at + 1, 'first', []);
    if (found.length > 0) return found.slice(0, 2);
  }
  const actor = index.actorOf(first) ?? index.actorOf(`${first}s`) ?? (first.toLowerCase() === 'government' ? index.home : null);
  if (actor !== null) return [{ actors: [actor.name], head: at, path: 'first:filed', kind: actor.kind, form: 'name' }];
  const lower = /^[a-z]+$/.test(first);
  return [
    {
      actors: [lower && !first.endsWith('s') ? `${first}s` : first],
      head: at,
      path: lower ? 'first:plain' : 'first:text',
      kind: '',
      form: lower ? 'description' : 'name',
    },
  ];
}

/** What it describes: the talks, deal, place or actor of the phrase that follows. */
function tos(view: ClaimView, index: NameIndex, { relation, last }: Compound, not: readonly string[]): Filling[] {
  const sentence = view.sentenceOf(last);
  let end = last + 1;
  let noun = false;
  while (end < sentence.last && end < last + 8) {
    const { tag, text, lower } = view.tokens[end]!;
    if (/^[,;:.()“”"]$/.test(text) || tag.startsWith('V') || (noun && tag === 'IN' && lower !== 'of')) break;
    if (tag.startsWith('N')) noun = true;
    end++;
  }
  const out: Filling[] = [];
  if (relation === 'controls') {
    const [place] = placesIn(view, view.tokens[last]!.end, view.tokens[end - 1]!.end);
    if (place !== undefined)
      out.push({ actors: [place.name], head: view.tokenAt(place.span[1] - 1), path: 'place', kind: 'place', form: 'name' });
  }
  if (relation === 'mediates' || relation === 'hosts' || relation === 'leads') out.push(...talksOrDeal(view, last + 1, end));
  const around = view.mentionAt(Math.min(last + 1, sentence.last - 1));
  if (around !== null && around.first <= last && around.last > last)
    for (const name of namesOf(view, around))
      if (!not.includes(name))
        out.push({
          actors: [name],
          head: around.head,
          path: 'around',
          kind: view.actors.get(around.actors[0] ?? '')?.kind ?? '',
          form: around.form,
        });
  out.push(...whoseWords(view, index, last + 1, end, 'next', not));
  return out;
}

export function proposeCompounds(view: ClaimView): Candidate[] {
  const out: Candidate[] = [];
  const index = indexNames(view);
  for (const compound of compoundsIn(view)) {
    const { relation, word, at, last } = compound;
    const entry = `compound: -${word}`;
    for (const from of froms(view, index, compound)) {
      for (const to of tos(view, index, compound, from.actors).slice(0, 4)) {
        const [a = ''] = from.actors;
        const [b = ''] = to.actors;
        if (a === '' || b === '' || a === b) continue;
        const evidence: Span = [view.tokens[at]!.start, view.tokens[Math.max(last, to.head)]!.end];
        const told = {
          view,
          anchor: last,
          entry,
          given: relation,
          context: contextOf(view, last),
          statement: null,
          evidence,
          strength: 'compound',
        };
        const features = featuresOf(told, relation, { from, to }, (tell) => {
          tell`compound`;
          tell`compound&kind=${to.kind}`;
          tell`compound&from=${from.path}`;
          tell`compound&to=${to.path}`;
          tell`v=${relation}&to=${to.path}`;
        });
        out.push({
          kind: 'tie',
          entry,
          anchor: last,
          rival: { group: `${a} ${to.path}`, item: b },
          fields: { from: a, to: b, relation, negated: false },
          evidence,
          statement: null,
          strength: 'compound',
          features,
        });
      }
    }
  }
  return out;
}
