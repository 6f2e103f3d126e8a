// Reads attribution articles (PolNeAR JSONL) and lays their gold over the reader's tokens.
import { readFileSync } from 'node:fs';
import type { Facts } from '../../src/reading/attribution/facts.js';
import type { Found } from '../../src/reading/attribution/find.js';
import { labelledSpeech } from '../../src/reading/attribution/labelled.js';
import type { Draft } from '../../src/reading/draft.js';

export type Pair = readonly [number, number];
export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly attributions: readonly GoldAttribution[];
  readonly ignore?: readonly Pair[];
}

/** One article a line, as the gold README tells. */
export const readArticles = (file: string): GoldArticle[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldArticle);

/** A gold attribution in tokens: half-open runs. */
export interface TokenAttribution {
  readonly cueFirst: number;
  readonly cueLast: number;
  readonly source: readonly Pair[];
  readonly content: readonly Pair[];
}

export interface Example {
  readonly id: string;
  readonly facts: Facts;
  readonly gold: readonly TokenAttribution[];
  /** Tokens in stretches that the annotators discarded. */
  readonly ignored: Uint8Array;
  /** What the setting shows (see labelled.ts). */
  readonly labelled: readonly Found[];
  /** True where only some attributions are annotated (statements): a place without one says nothing. */
  readonly partial: boolean;
}

interface Spans {
  readonly start: number;
  readonly end: number;
}

/** Runs of tokens that share characters with the spans; runs that touch are one. */
export function tokensOf(spans: readonly Pair[], tokens: readonly Spans[]): Pair[] {
  const runs: [number, number][] = [];
  for (const [start, end] of spans) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < tokens.length && tokens[last]!.start < end) last++;
    if (last === low) continue;
    const before = runs.at(-1);
    if (before && before[1] >= low) before[1] = Math.max(before[1], last);
    else runs.push([low, last]);
  }
  return runs;
}

export function exampleOf(article: GoldArticle, draft: Pick<Draft, 'tokens' | 'sentences'>, facts: Facts, partial = false): Example {
  const { tokens } = draft;
  const ignored = new Uint8Array(tokens.length);
  for (const [first, last] of tokensOf(article.ignore ?? [], tokens)) ignored.fill(1, first, last);
  const seen = new Set<number>();
  const gold = article.attributions.flatMap((a): TokenAttribution[] => {
    const cue = tokensOf(a.cue, tokens);
    // Two statements of one cue ("both sides said") are one attribution.
    const first = cue[0]?.[0] ?? -1;
    if (first < 0 || seen.has(first)) return [];
    seen.add(first);
    return [{ cueFirst: cue[0]![0], cueLast: cue.at(-1)![1], source: tokensOf(a.source, tokens), content: tokensOf(a.content, tokens) }];
  });
  return { id: article.id, facts, gold, ignored, labelled: labelledSpeech(facts, article.text, draft), partial };
}
