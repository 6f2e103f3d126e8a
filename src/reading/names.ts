// Finds proper names and what they name: a chain model over stretches of capitalised words, then one kind for one name throughout a report.
import { NAME_TYPES, type Name, type NameType, type Sentence, type Token } from './draft.js';
import { FactTable } from './facts.js';
import type { KnownWords } from './known-words.js';
import type { Lexicon } from './lexicon.js';
import { featureMark, type Model, openModel } from './model.js';
import { NAME_FEATURES, type NameSentence, nameFeatures, nameSentence, stretchesOf, wordUse } from './name-features.js';
import { bestPath, makeStretch, NEVER, resetStretch, type Stretch } from './sequence.js';
import { scoreRows } from './sparse.js';

/** Label 0 is no name; for each type one label for its first token and one for the others. */
export const NAME_LABELS = ['O', ...NAME_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])];

/** True where label y may follow label x: "I" only after "B" or "I" of its type. */
export const mayFollow = (x: number, y: number): boolean => y === 0 || y % 2 === 1 || (x < NAME_LABELS.length && (x === y || x === y - 1));

/** Steps that must never be taken, in a stretch's table. */
export function forbidSteps({ step: steps, labels }: Stretch): void {
  for (let x = 0; x <= labels; x++) for (let y = 0; y < labels; y++) if (!mayFollow(x, y)) steps[x * labels + y] = NEVER;
}

/** A mark of the feature code. */
export function nameFeatureMark(lexicon: Lexicon): number {
  const facts = new FactTable(lexicon);
  const words = 'The UN envoy Ann Probe spoke in Probeland'.split(' ').map((word) => facts.of(word));
  const sentence: NameSentence = {
    first: 0,
    words,
    tags: Int32Array.from(words, (_, i) => i),
    flags: Int32Array.from(words, (_, i) => i * 3),
    use: Int32Array.from(words, (_, i) => i % 4),
    capitals: false,
  };
  const ids = new Int32Array(NAME_FEATURES);
  const all: number[] = [];
  words.forEach((_, i) => {
    all.push(...ids.subarray(0, nameFeatures(sentence, i, ids)));
  });
  return featureMark(all);
}

export interface NameFinder {
  /** Names of a report, in order, none overlapping. */
  find(tokens: readonly Token[], sentences: readonly Sentence[], tags: readonly string[]): Name[];
}

/** The name finder of a model file. Throws ParleyError 'model-damaged'. */
export function openNames(bytes: Uint8Array, lexicon: Lexicon, facts: FactTable, knownWords: KnownWords): NameFinder {
  return nameFinderOf(openModel(bytes, 'names', nameFeatureMark(lexicon)), facts, knownWords);
}

/** The name finder of an open model. Its number `slope` turns a lead in the table's units into a probability. */
export function nameFinderOf(model: Model, facts: FactTable, knownWords: KnownWords): NameFinder {
  const table = model.rows('name');
  const steps = model.table('step');
  const slope = model.number('slope');
  const labels = NAME_LABELS.length;
  const stretch = makeStretch(labels);
  for (let x = 0; x <= labels; x++)
    for (let y = 0; y < labels; y++) stretch.step[x * labels + y] = Math.round((steps.values[x * labels + y]! * steps.scale) / table.scale);
  forbidSteps(stretch);
  const ids = new Int32Array(NAME_FEATURES);
  const scores = new Int32Array(labels);
  return {
    find(tokens, sentences, tags) {
      const tagIndex = new Map(tags.map((tag, i) => [tag, i]));
      const use = wordUse(tokens, sentences);
      const names: Name[] = [];
      for (const sentence of sentences) {
        const stretches = stretchesOf(tokens, sentence);
        if (stretches.length === 0) continue;
        const ready = nameSentence(tokens, sentence, facts, knownWords, tagIndex, use);
        for (const [first, last] of stretches) {
          resetStretch(stretch, last - first);
          for (let i = first; i < last; i++) {
            scoreRows(table, ids, nameFeatures(ready, i - sentence.first, ids), scores);
            stretch.at.set(scores, (i - first) * labels);
          }
          const { path, lead } = bestPath(stretch);
          readPath(path, lead, first, slope, names);
        }
      }
      return agree(
        // A title alone ("the President") names nobody.
        names.filter(({ first, last }) => last - first > 1 || !knownWords.isTitle(tokens[first]!.lower)),
        tokens,
      );
    },
  };
}

/** Adds the names of a path; a name is as sure as its least sure token. */
function readPath(path: Int32Array, lead: Float64Array, first: number, slope: number, out: Name[]): void {
  for (let i = 0; i < path.length; i++) {
    if (path[i] === 0) continue;
    const type = NAME_TYPES[(path[i]! - 1) >> 1]!;
    let last = i + 1;
    let least = lead[i]!;
    while (last < path.length && path[last]! !== 0 && path[last]! % 2 === 0) least = Math.min(least, lead[last++]!);
    out.push({ first: first + i, last: first + last, type, probability: 1 / (1 + Math.exp(-slope * least)) });
    i = last - 1;
  }
}

/** One name has one kind in a report: the one its places speak for most; and a lone last name is a person where the whole name is. */
function agree(names: readonly Name[], tokens: readonly Token[]): Name[] {
  const votes = new Map<string, Map<NameType, number>>();
  const vote = (key: string, type: NameType, weight: number): void => {
    const types = votes.get(key) ?? new Map<NameType, number>();
    types.set(type, (types.get(type) ?? 0) + weight);
    votes.set(key, types);
  };
  const keyOf = ({ first, last }: Name): string =>
    tokens
      .slice(first, last)
      .map(({ lower }) => lower)
      .join(' ');
  for (const name of names) {
    vote(keyOf(name), name.type, name.probability);
    if (name.type === 'person' && name.last - name.first > 1) vote(tokens[name.last - 1]!.lower, 'person', 2 * name.probability);
  }
  return names.map((name) => {
    const types = votes.get(keyOf(name))!;
    let { type } = name;
    // Adjectives of a country keep their kind: "Russian" is no person because a Mr Russian is.
    if (type !== 'people') for (const [other, weight] of types) if (other !== 'people' && weight > (types.get(type) ?? 0)) type = other;
    return type === name.type ? name : { ...name, type };
  });
}
