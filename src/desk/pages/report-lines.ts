// The lines of one report in the order of its text: statements and claims, each with a number, its words and what it says.
import type { Claim, Reading, Statement } from '../../terms/reading.js';
import type { ReportPage, ReviewState } from '../../terms/record.js';
import { type Span, wordsAtAll } from '../../terms/span.js';
import { actWord, type NameOf, sayClaim } from './say-claim.js';

export interface ReportLine {
  /** From 1, in the order of the text; the raised number. */
  readonly number: number;
  /** The id in the reading: what an address ends in. */
  readonly id: string;
  readonly of: 'statement' | 'claim';
  readonly statement: Statement | null;
  readonly claim: Claim | null;
  /** Where its words stand, in order. */
  readonly spans: readonly Span[];
  /** A claim in our words; the words said, for a statement. */
  readonly says: string;
  /** Who says so, where somebody does. */
  readonly speaker: string | null;
  readonly review: ReviewState;
  /** What the reader had, in our words or (of a statement) who said what, where somebody edited the line. */
  readonly read: string | null;
  /** True where the line was made by hand. */
  readonly byHand: boolean;
}

/** Gives the first name of each actor of a reading, by id or by any of its names; another text stands for itself. */
export function namesIn(reading: Reading): NameOf {
  const byRef = new Map<string, string>();
  for (const { id, names } of reading.actors) {
    const [name] = names;
    if (name === undefined) continue;
    byRef.set(id, name);
    for (const other of names) if (!byRef.has(other)) byRef.set(other, name);
  }
  return (ref) => byRef.get(ref) ?? ref;
}

const inOrder = (spans: readonly (readonly [number, number])[]): Span[] => [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** Tells in which paragraph (line of the text) an offset stands. */
function paragraphFinder(text: string): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (breaks[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** A statement, then the claims of its paragraph that rest on it, then what begins next. */
export function linesOfReport({ report, reading, reviews, edits }: ReportPage): readonly ReportLine[] {
  if (reading === null) return [];
  const nameOf = namesIn(reading);
  const states = new Map(reviews.map((review) => [review.line.slice(review.line.lastIndexOf(':') + 1), review.state]));
  const speakers = new Map(reading.statements.map(({ id, speaker }) => [id, speaker === null ? null : nameOf(speaker)]));
  const statements = reading.statements.map((statement) => ({
    id: statement.id,
    of: 'statement' as const,
    statement,
    claim: null,
    spans: inOrder(statement.content.length > 0 ? statement.content : [...statement.source, ...statement.cue]),
    says: wordsAtAll(report.text, statement.content),
    speaker: speakers.get(statement.id) ?? null,
    first: Math.min(...[...statement.source, ...statement.cue, ...statement.content].map(([start]) => start)),
  }));
  const claims = reading.claims.map((claim) => ({
    id: claim.id,
    of: 'claim' as const,
    statement: null,
    claim,
    spans: inOrder(claim.evidence),
    says: sayClaim(claim, nameOf, report.published),
    speaker: claim.voice === null ? null : (speakers.get(claim.voice) ?? null),
    first: Math.min(...claim.evidence.map(([start]) => start)),
  }));
  const edited = new Map(edits.map(({ line, read }) => [line.slice(line.lastIndexOf(':') + 1), read]));
  const asRead = (id: string): Pick<ReportLine, 'read' | 'byHand'> => {
    const read = edited.get(id);
    if (!read) return { read: null, byHand: read === null };
    if ('kind' in read) return { read: sayClaim(read, nameOf, report.published), byHand: false };
    const speaker = read.speaker === null ? 'No source given' : nameOf(read.speaker);
    return { read: `${speaker} ${actWord(read.act, speaker)} ${wordsAtAll(report.text, read.content)}`, byHand: false };
  };
  const paragraphOf = paragraphFinder(report.text);
  const positions = new Map(statements.map(({ id, first }, i) => [id, { first, place: i }]));
  const keyOf = (line: (typeof statements)[number] | (typeof claims)[number]) => {
    const voice = positions.get(line.of === 'statement' ? line.id : (line.claim.voice ?? ''));
    const leader = voice !== undefined && paragraphOf(voice.first) === paragraphOf(line.first) ? voice : undefined;
    return { first: leader?.first ?? line.first, place: leader?.place ?? -1, own: line.of === 'statement' ? -1 : line.first };
  };
  return [...statements, ...claims]
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => a.key.first - b.key.first || a.key.place - b.key.place || a.key.own - b.key.own)
    .map(({ line: { first: _, ...line } }, i) => ({ ...line, number: i + 1, review: states.get(line.id) ?? 'unread', ...asRead(line.id) }));
}
