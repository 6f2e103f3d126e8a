// Measures a morning: fifty reports read by the reader into one process, and the decisions that close its queue.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParley, type Parley } from '../../src/parley.js';
import { reportSchema } from './judged.js';
import type { Measure, Row } from './row.js';
import { rowsIn } from './scorer.js';

/** Reports of a morning. */
const MORNING = 50;

interface Acts {
  /** Decisions, one for each line with what it carries to. */
  readonly single: number;
  /** Decisions where what is left of a paragraph is shown and accepted together. */
  readonly byParagraph: number;
  /** Decisions, one for each line, until no board of the process hangs on an unread line. */
  readonly deciding: number;
  readonly lines: number;
}

/** Accepts what the queue asks for, one line at a time, until it is empty; a decision carries to the twins of its line. */
async function close(parley: Parley, process: string): Promise<Acts> {
  const { total: lines } = await parley.queue({ process, limit: 1 });
  const paragraphs = new Set<string>();
  let single = 0;
  let deciding: number | null = null;
  for (;;) {
    const { items, deciding: left } = await parley.queue({ process, limit: 100 });
    if (left === 0) deciding ??= single;
    if (items.length === 0) break;
    const texts = new Map<string, string>();
    const cited = new Map((await parley.lines(items.map(({ line }) => line))).map(({ citation }) => [citation.line, citation]));
    const done = new Set<string>();
    for (const { line, decides } of items) {
      // What carried to it in this round is decided already; the lines that boards hang on are counted by themselves.
      if (done.has(line) || (decides === null && left > 0)) continue;
      const { changes } = await parley.review(line, { state: 'accepted' });
      for (const change of changes) done.add(change.line);
      single++;
      const { report, spans = [] } = cited.get(line) ?? { report: '' };
      const text = texts.get(report) ?? (await parley.reports.get(report)).report.text;
      texts.set(report, text);
      paragraphs.add(`${report}:${text.slice(0, Math.min(...spans.map(([start]) => start))).split('\n').length}`);
    }
  }
  return { single, byParagraph: paragraphs.size, deciding: deciding ?? single, lines };
}

/** Rows for the first fifty reports of the gold sets, their own claims put aside. */
export const measureMorning: Measure = async ({ gold }) => {
  const reports = ['seed', 'dev', 'train']
    .flatMap((name) => rowsIn(join(gold, 'claims', `${name}.jsonl`)))
    .map((row) => reportSchema.parse(row))
    .slice(0, MORNING);
  const home = mkdtempSync(join(tmpdir(), 'parley-morning-'));
  const parley = await openParley({ home, workers: 1 });
  try {
    const { id: process } = await parley.processes.create('A morning', { asOf: '2031-01-01' });
    for (const { id, text, published, date } of reports)
      await parley.add([{ kind: 'text', text, id }], { processes: [process], published: published ?? date });
    const acts = await close(parley, process);
    const row = (figure: string, value: number, meaning: string, more: Partial<Row> = {}): Row => ({
      part: 'morning',
      figure,
      value,
      unit: 'decisions',
      meaning,
      ...more,
    });
    return [
      row(
        'lines proposed',
        acts.lines,
        `statements and claims that the reader proposes in ${reports.length} gold reports of many processes`,
        { unit: 'lines' },
      ),
      row('decisions, line by line', acts.single, 'until the queue is empty, where a decision carries to the same words in copies'),
      row('decisions, by paragraph', acts.byParagraph, 'the same, where what is left of a paragraph is shown and accepted together (`A`)', {
        bar: 400,
        atMost: true,
      }),
      row('decisions that boards hang on', acts.deciding, 'line by line, until no board hangs on a line that nobody has reviewed'),
    ];
  } finally {
    await parley.close();
    rmSync(home, { recursive: true });
  }
};
