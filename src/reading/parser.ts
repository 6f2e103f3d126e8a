// Finds the head and relation of each token (Universal Dependencies): greedy arc-eager transitions chosen by a linear model over hashed features and guessed supertags.
import { FactTable, type WordFacts } from './facts.js';
import { mix } from './hashing.js';
import type { Lexicon } from './lexicon.js';
import { featureMark, type Model, openModel } from './model.js';
import { scoreRows } from './sparse.js';
import { guessSupertags, SUPERTAG_FEATURES, supertagFeatures } from './supertags.js';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from './transitions.js';

/** Room for the features of one state. */
export const PARSE_FEATURES = 128;

/** The words of one sentence as the parser sees them, with places for the root and for "no token" after the last. */
export class ParseWords {
  word = new Int32Array(64);
  tag = new Int32Array(64);
  supertag = new Int32Array(64);
  fine = new Int32Array(64);
  broad = new Int32Array(64);
  /** Commas and the like, and verbs, before each place. */
  stops = new Int32Array(64);
  verbs = new Int32Array(64);
  length = 0;

  /** `kinds` tells for each tag index whether it is a verb's (1), a comma's or the like (2) or other (0). */
  fill(words: readonly WordFacts[], tags: ArrayLike<number>, supertags: ArrayLike<number>, kinds: Uint8Array): void {
    const length = words.length;
    if (this.word.length < length + 3) {
      const size = 2 * (length + 3);
      this.word = new Int32Array(size);
      this.tag = new Int32Array(size);
      this.supertag = new Int32Array(size);
      this.fine = new Int32Array(size);
      this.broad = new Int32Array(size);
      this.stops = new Int32Array(size);
      this.verbs = new Int32Array(size);
    }
    this.length = length;
    let stops = 0;
    let verbs = 0;
    for (let i = 0; i < length; i++) {
      const facts = words[i]!;
      this.word[i] = facts.lower;
      this.tag[i] = tags[i]!;
      this.supertag[i] = supertags[i]!;
      this.fine[i] = facts.fine;
      this.broad[i] = facts.broad;
      this.stops[i] = stops;
      this.verbs[i] = verbs;
      const kind = kinds[tags[i]!]!;
      if (kind === 1) verbs++;
      else if (kind === 2) stops++;
    }
    for (const [place, mark] of [
      [length, 101],
      [length + 1, 102],
    ] as const) {
      this.word[place] = mark;
      this.tag[place] = mark;
      this.supertag[place] = mark + 100;
      this.fine[place] = 0;
      this.broad[place] = 0;
      this.stops[place] = stops;
      this.verbs[place] = verbs;
    }
  }
}

const capped = (n: number, most: number): number => Math.min(n, most);
const distanceOf = (n: number): number => (n < 5 ? n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : 8);

/** Fills `ids` with the features of a state and returns how many. Templates after Zhang and Nivre (2011), with word classes and what stands between added. */
export function parseFeatures(state: ParseState, words: ParseWords, ids: Int32Array): number {
  const { none, length, next: n0, heads, labels, left1, left2, right1, right2, leftCount, rightCount, leftLabels, rightLabels } = state;
  const { word, tag, supertag, fine, broad, stops, verbs } = words;
  const s0 = state.top;
  const s1 = state.depth > 1 ? state.stack[state.depth - 2]! : none;
  const n1 = n0 < length ? n0 + 1 : none;
  const n2 = n1 < length ? n1 + 1 : none;
  const s0h = heads[s0]!;
  const s0h2 = heads[s0h]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s0l2 = left2[s0]!;
  const s0r2 = right2[s0]!;
  const n0l = left1[n0]!;
  const n0l2 = left2[n0]!;
  const s0w = word[s0]!,
    s0p = tag[s0]!,
    s0c = fine[s0]!,
    s0b = broad[s0]!;
  const n0w = word[n0]!,
    n0p = tag[n0]!,
    n0c = fine[n0]!,
    n0b = broad[n0]!;
  const n1w = word[n1]!,
    n1p = tag[n1]!;
  const n2w = word[n2]!,
    n2p = tag[n2]!;
  const s0wp = mix(s0w, s0p);
  const n0wp = mix(n0w, n0p);
  const pp = s0p * 128 + n0p;
  const distance = s0 === none ? 9 : distanceOf(n0 - s0);
  const s0vr = capped(rightCount[s0]!, 4);
  const s0vl = capped(leftCount[s0]!, 4);
  const n0vl = capped(leftCount[n0]!, 4);
  const headed = s0h === none ? 0 : 1;
  const between = s0 === none ? 31 : capped(stops[n0]! - stops[s0]!, 3) * 4 + capped(verbs[n0]! - verbs[s0]!, 3);
  let k = 0;
  ids[k++] = mix(1, s0wp);
  ids[k++] = mix(2, s0w);
  ids[k++] = mix(3, s0p * 2 + headed);
  ids[k++] = mix(4, s0c);
  ids[k++] = mix(5, n0wp);
  ids[k++] = mix(6, n0w);
  ids[k++] = mix(7, n0p);
  ids[k++] = mix(8, n0c);
  ids[k++] = mix(mix(9, n1w), n1p);
  ids[k++] = mix(10, n1p);
  ids[k++] = mix(11, n1w);
  ids[k++] = mix(mix(12, n2w), n2p);
  ids[k++] = mix(13, n2p);
  // The two ends of the arc.
  ids[k++] = mix(mix(14, s0wp), n0wp);
  ids[k++] = mix(mix(15, s0wp), n0w);
  ids[k++] = mix(mix(16, s0w), n0wp);
  ids[k++] = mix(mix(17, s0wp), n0p);
  ids[k++] = mix(mix(18, s0p), n0wp);
  ids[k++] = mix(mix(19, s0w), n0w);
  ids[k++] = mix(mix(20, pp), headed);
  ids[k++] = mix(21, n0p * 128 + n1p);
  ids[k++] = mix(mix(22, s0c), n0c);
  ids[k++] = mix(mix(23, s0wp), n0b);
  ids[k++] = mix(mix(24, s0b), n0wp);
  ids[k++] = mix(mix(25, pp), s0b * 128 + n0b);
  ids[k++] = mix(mix(26, s0c), n0p);
  ids[k++] = mix(mix(27, s0p), n0c);
  // Three tags.
  ids[k++] = mix(mix(28, n0p), n1p * 128 + n2p);
  ids[k++] = mix(mix(29, pp), n1p);
  ids[k++] = mix(mix(30, pp), tag[s0h]!);
  ids[k++] = mix(mix(31, pp), tag[s0l]!);
  ids[k++] = mix(mix(32, pp), tag[s0r]!);
  ids[k++] = mix(mix(33, pp), tag[n0l]!);
  ids[k++] = mix(mix(34, pp), tag[s1]!);
  ids[k++] = mix(mix(35, pp), n1p * 128 + n2p);
  ids[k++] = mix(mix(36, pp), tag[s1]! * 128 + n1p);
  // Distance and what stands between.
  ids[k++] = mix(mix(37, s0w), distance);
  ids[k++] = mix(mix(38, s0p), distance);
  ids[k++] = mix(mix(39, n0w), distance);
  ids[k++] = mix(mix(40, n0p), distance);
  ids[k++] = mix(mix(41, mix(s0w, n0w)), distance);
  ids[k++] = mix(mix(42, pp), distance);
  ids[k++] = mix(mix(43, pp), between);
  ids[k++] = mix(mix(44, s0wp), between);
  ids[k++] = mix(mix(45, n0wp), between);
  // How many dependents, and which.
  ids[k++] = mix(mix(46, s0wp), s0vr);
  ids[k++] = mix(mix(47, s0p), s0vr);
  ids[k++] = mix(mix(48, s0wp), s0vl);
  ids[k++] = mix(mix(49, s0p), s0vl);
  ids[k++] = mix(mix(50, n0wp), n0vl);
  ids[k++] = mix(mix(51, n0p), n0vl);
  ids[k++] = mix(mix(52, s0wp), rightLabels[s0]!);
  ids[k++] = mix(mix(53, s0p), rightLabels[s0]!);
  ids[k++] = mix(mix(54, s0wp), leftLabels[s0]!);
  ids[k++] = mix(mix(55, s0p), leftLabels[s0]!);
  ids[k++] = mix(mix(56, n0wp), leftLabels[n0]!);
  ids[k++] = mix(mix(57, n0p), leftLabels[n0]!);
  ids[k++] = mix(mix(58, pp), mix(rightLabels[s0]!, leftLabels[n0]!));
  // Around the two: heads and dependents.
  ids[k++] = mix(59, word[s0h]!);
  ids[k++] = mix(60, tag[s0h]!);
  ids[k++] = mix(61, labels[s0]!);
  ids[k++] = mix(mix(62, labels[s0]!), pp);
  ids[k++] = mix(63, word[s0l]!);
  ids[k++] = mix(64, tag[s0l]! * 128 + labels[s0l]!);
  ids[k++] = mix(65, word[s0r]!);
  ids[k++] = mix(66, tag[s0r]! * 128 + labels[s0r]!);
  ids[k++] = mix(67, word[n0l]!);
  ids[k++] = mix(68, tag[n0l]! * 128 + labels[n0l]!);
  ids[k++] = mix(69, tag[s0h2]! * 128 + labels[s0h]!);
  ids[k++] = mix(70, tag[s0l2]! * 128 + labels[s0l2]!);
  ids[k++] = mix(71, tag[s0r2]! * 128 + labels[s0r2]!);
  ids[k++] = mix(72, tag[n0l2]! * 128 + labels[n0l2]!);
  ids[k++] = mix(mix(73, s0p), tag[s0l]! * 128 + tag[s0l2]!);
  ids[k++] = mix(mix(74, s0p), tag[s0r]! * 128 + tag[s0r2]!);
  ids[k++] = mix(mix(75, s0p), tag[s0h]! * 128 + tag[s0h2]!);
  ids[k++] = mix(mix(76, n0p), tag[n0l]! * 128 + tag[n0l2]!);
  // The token under the top.
  ids[k++] = mix(77, word[s1]!);
  ids[k++] = mix(mix(78, word[s1]!), n0wp);
  ids[k++] = mix(mix(79, tag[s1]!), n0wp);
  ids[k++] = mix(mix(80, word[s1]!), pp);
  ids[k++] = mix(mix(81, s0wp), n1p * 128 + n0p);
  ids[k++] = mix(mix(82, n0wp), n1p);
  ids[k++] = mix(mix(83, s0w), mix(word[s0r]!, n0w));
  ids[k++] = mix(mix(84, word[s0h]!), mix(s0w, n0w));
  ids[k++] = mix(mix(85, n0w), n1w);
  ids[k++] = mix(mix(86, mix(s0wp, n0p)), headed * 16 + distance);
  // Guessed supertags.
  const s0g = supertag[s0]!;
  const n0g = supertag[n0]!;
  const n1g = supertag[n1]!;
  const gg = s0g * 256 + n0g;
  ids[k++] = mix(88, s0g);
  ids[k++] = mix(89, n0g);
  ids[k++] = mix(90, n1g);
  ids[k++] = mix(91, gg);
  ids[k++] = mix(mix(92, s0g), n0p);
  ids[k++] = mix(mix(93, s0p), n0g);
  ids[k++] = mix(mix(94, gg), pp);
  ids[k++] = mix(mix(95, gg), n1g);
  ids[k++] = mix(mix(96, gg), supertag[s1]!);
  ids[k++] = mix(mix(97, gg), distance);
  ids[k++] = mix(mix(98, s0wp), n0g);
  ids[k++] = mix(mix(99, s0g), n0wp);
  ids[k++] = mix(100, n0g * 256 + n1g);
  ids[k++] = mix(101, n1g * 256 + supertag[n2]!);
  ids[k++] = mix(102, n0g * 8 + n0vl);
  ids[k++] = mix(103, s0g * 2 + headed);
  ids[k++] = 104;
  return k;
}

/** A mark of the feature code above. */
export function parseFeatureMark(lexicon: Lexicon): number {
  const facts = new FactTable(lexicon);
  const words = new ParseWords();
  const kinds = new Uint8Array(64);
  const probe = 'The envoy of Probeland said , on Friday'.split(' ').map((word) => facts.of(word));
  const tags = [3, 7, 5, 8, 1, 2, 5, 8];
  words.fill(probe, tags, [1, 2, 3, 4, 5, 6, 7, 8], kinds.fill(1, 1, 2));
  const state = new ParseState();
  state.start(8);
  const ids = new Int32Array(PARSE_FEATURES);
  const all: number[] = [];
  for (const [kind, label] of [
    [SHIFT, 0],
    [LEFT, 4],
    [SHIFT, 0],
    [SHIFT, 0],
    [LEFT, 7],
    [RIGHT, 9],
    [REDUCE, 0],
    [SHIFT, 0],
  ] as const) {
    all.push(...ids.subarray(0, parseFeatures(state, words, ids)));
    state.apply(kind, label);
  }
  const supertagIds = new Int32Array(SUPERTAG_FEATURES);
  probe.forEach((_, i) => {
    all.push(...supertagIds.subarray(0, supertagFeatures(probe, tags, i, i, i + 1, supertagIds)));
  });
  return featureMark(all);
}

export interface Parse {
  /** Index of each token's head; the number of tokens for the root. */
  readonly heads: Int32Array;
  /** Indexes into `relations`. */
  readonly labels: Int32Array;
}

export interface Parser {
  readonly relations: readonly string[];
  /** Parses one sentence from its tags, given as indexes into the tagger's labels. The arrays are the parser's own: read them before the next call. */
  parse(words: readonly WordFacts[], tags: ArrayLike<number>): Parse;
}

/** Which tags are verbs' (1) and which stops' (2), as `ParseWords` counts them. */
export const tagKinds = (tags: readonly string[]): Uint8Array =>
  Uint8Array.from(tags, (tag) => (/^(?:VB|MD)/.test(tag) ? 1 : /^[,:]$|^-[LR]RB-$|^``$|^''$/.test(tag) ? 2 : 0));

/** The parser of a model file; `tags` are the labels of the tagger it reads after. Throws ParleyError 'model-damaged'. */
export function openParser(bytes: Uint8Array, lexicon: Lexicon, tags: readonly string[]): Parser {
  return parserOf(openModel(bytes, 'parser', parseFeatureMark(lexicon)), tags);
}

/** The parser of an open model. Its moves are named "kind relation" in the labels `move`. */
export function parserOf(model: Model, tags: readonly string[]): Parser {
  const relations = model.labels('relation');
  const moves = model.labels('move').map((move) => {
    const [kind = '', relation = ''] = move.split(' ');
    return { kind: ['shift', 'reduce', 'left', 'right'].indexOf(kind), label: relations.indexOf(relation) };
  });
  const kindOf = Int32Array.from(moves, ({ kind }) => kind);
  const labelOf = Int32Array.from(moves, ({ label }) => label);
  const table = model.rows('move');
  const supertags = model.rows('supertag');
  const root = relations.indexOf('root');
  const parataxis = relations.indexOf('parataxis');
  const kinds = tagKinds(tags);
  const state = new ParseState();
  const sentence = new ParseWords();
  const ids = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(table.columns);
  return {
    relations,
    parse(words, tagIndexes) {
      sentence.fill(words, tagIndexes, guessSupertags(supertags, words, tagIndexes), kinds);
      state.start(words.length);
      while (!state.done) {
        const possible = state.possible();
        if (state.next >= state.length) {
          // Only the root is left to attach to.
          state.apply((possible & (1 << REDUCE)) !== 0 ? REDUCE : LEFT, root);
          continue;
        }
        if (possible === 1 << SHIFT) {
          state.apply(SHIFT, 0);
          continue;
        }
        scoreRows(table, ids, parseFeatures(state, sentence, ids), scores);
        let best = -1;
        for (let m = 0; m < kindOf.length; m++) {
          if ((possible & (1 << kindOf[m]!)) !== 0 && (best < 0 || scores[m]! > scores[best]!)) best = m;
        }
        state.apply(kindOf[best]!, labelOf[best]!);
      }
      oneRoot(state, root, parataxis);
      return { heads: state.heads, labels: state.labels };
    },
  };
}

/** A sentence has one root: the first keeps it, the others hang on the first. */
function oneRoot(state: ParseState, root: number, parataxis: number): void {
  let first = -1;
  for (let i = 0; i < state.length; i++) {
    if (state.heads[i] !== state.length) continue;
    if (first < 0) {
      first = i;
      state.labels[i] = root;
    } else {
      state.heads[i] = first;
      state.labels[i] = parataxis;
    }
  }
}
