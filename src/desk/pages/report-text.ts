// A report's text cut into paragraphs, and each paragraph into the shortest pieces of which the same lines rest on every letter.
import type { Part, Report } from '../../terms/report.js';
import type { ReportLine } from './report-lines.js';

/** A piece of text; `lines` are the numbers of the lines whose words it belongs to, `starts` those whose words begin here. */
export interface TextPiece {
  readonly text: string;
  readonly lines: readonly number[];
  readonly starts: readonly ReportLine[];
}
export interface TextParagraph {
  readonly part: Part['kind'];
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly TextPiece[];
  /** The lines whose words begin in this paragraph: they stand beside it. */
  readonly beside: readonly ReportLine[];
}

/** Paragraphs are divided by line breaks, as the reader divides them; empty ones are left out. */
function paragraphsOf(text: string): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  let start = 0;
  while (start < text.length) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at;
    if (text.slice(start, end).trim() !== '') found.push([start, end]);
    start = end + 1;
  }
  return found;
}

export function paragraphsWithLines(report: Report, lines: readonly ReportLine[]): readonly TextParagraph[] {
  const { text, parts } = report;
  // Each line's words as an opening and a closing, so that one walk over the text finds who is open where.
  const edges = lines
    .flatMap((line) =>
      line.spans.flatMap(([from, to], i) => [
        { at: from, open: true, line, first: i === 0 },
        { at: to, open: false, line, first: false },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const open = new Map<number, number>();
  const besideStart = (line: ReportLine): number => line.spans[0]?.[0] ?? 0;
  const byStart = [...lines].sort((a, b) => besideStart(a) - besideStart(b) || a.number - b.number);
  let edge = 0;
  let next = 0;
  let part = 0;
  return paragraphsOf(text).map(([start, end], index, all): TextParagraph => {
    const pieces: TextPiece[] = [];
    const until = index === all.length - 1 ? Number.POSITIVE_INFINITY : end;
    let at = start;
    let starts: ReportLine[] = [];
    const cut = (to: number): void => {
      if (to > at || starts.length > 0) pieces.push({ text: text.slice(at, to), lines: [...open.keys()].sort((a, b) => a - b), starts });
      at = Math.max(at, to);
      starts = [];
    };
    for (; edge < edges.length; edge++) {
      const { at: where, open: opens, line, first } = edges[edge]!;
      if (where > end || (where === end && opens)) break;
      if (Math.max(where, start) > at) cut(Math.max(where, start));
      const count = (open.get(line.number) ?? 0) + (opens ? 1 : -1);
      if (count > 0) open.set(line.number, count);
      else open.delete(line.number);
      if (first) {
        if (starts.length === 0 && at > start) cut(at);
        starts.push(line);
      }
    }
    cut(end);
    const beside: ReportLine[] = [];
    while (next < byStart.length && besideStart(byStart[next]!) < until) {
      beside.push(byStart[next]!);
      next += 1;
    }
    while (part < parts.length - 1 && parts[part]!.span[1] <= start) part += 1;
    const kind = parts[part];
    return {
      // A dateline opens a paragraph of the body; only what a part holds whole is of its kind.
      part:
        kind !== undefined && kind.span[0] <= start && kind.span[1] >= start + text.slice(start, end).trimEnd().length ? kind.kind : 'body',
      start,
      end,
      pieces,
      beside: beside.sort((a, b) => a.number - b.number),
    };
  });
}
