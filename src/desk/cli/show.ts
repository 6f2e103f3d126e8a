// `parley show`: one kept report, who said what in it and what is claimed, or its text.
import { ParleyError } from '../../terms/errors.js';
import type { Reading } from '../../terms/reading.js';
import type { ReportPage } from '../../terms/record.js';
import { type AddCommand, define, type Everywhere } from './command.js';
import { harmless } from './paint.js';
import { sayReading } from './say-reading.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

interface ShowFlags extends Everywhere {
  readonly json?: boolean;
  readonly text?: boolean;
  readonly why?: boolean;
}

/** Gives the line (from 1) of a clean text on which an offset stands. */
function lineIn(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** What is said of a line that somebody has reviewed. */
function reviewsOf({ summary, reviews }: ReportPage): (line: { readonly id: string }) => string | null {
  const states = new Map(reviews.map((review) => [review.line, review]));
  return ({ id }) => {
    const review = states.get(`${summary.id}:${id}`);
    if (!review || review.state === 'unread') return null;
    return `${review.state}${review.by === null ? '' : ` by ${review.by}`}${review.reason === undefined ? '' : `: ${review.reason}`}`;
  };
}

const NOT_MADE = 'not made by the reader of today: by an earlier one, by hand, or edited';

/** What made each claim of a kept report, by its id: its text is read again. */
async function whyOf({ report }: ReportPage, kept: Reading): Promise<Map<string, string>> {
  const [{ openReader }, { explained }] = await Promise.all([import('../../parley/read.js'), import('./say-why.js')]);
  const { reading, why } = openReader().explain(report);
  return explained(kept.claims, reading.claims, why);
}

export const addShow: AddCommand = (program, { shell, paint }) => {
  define(program, {
    name: 'show',
    takes: '<id>',
    summary: 'show one report that is kept: who said what and what is claimed, or its text with line numbers',
    examples: [
      'show r-1f00a1b2c3d4e5f6',
      'show r-1f00a1b2c3d4e5f6 --why',
      'show r-1f00a1b2c3d4e5f6 --text',
      'show r-1f00a1b2c3d4e5f6 --json',
    ],
  })
    .option('--text', 'the text with its line numbers')
    .option('--json', 'the report, its reading and its reviews as JSON')
    .option('--why', 'below each claim, the lexicon entry that made it and what spoke for and against it, by the reader of today')
    .action(async (id: string, { json, text, why, ...options }: ShowFlags) => {
      if (why && (json || text)) throw new ParleyError('usage', '--why is for the page, not for --json or --text');
      const page = await withParley(options, (parley) => parley.reports.get(id));
      if (json) return write(shell.stdout, `${JSON.stringify(page)}\n`);
      const { report, reading, summary } = page;
      if (text) {
        const lines = report.text.split('\n');
        const width = String(lines.length).length;
        return write(shell.stdout, lines.map((line, i) => `${paint.faint(String(i + 1).padStart(width))}  ${harmless(line)}\n`).join(''));
      }
      if (reading === null)
        return write(
          shell.stdout,
          `${harmless(summary.title)}\nKept unread: it is in another language than English (${report.language ?? 'not known'}).\n`,
        );
      const lineOf = lineIn(report.text);
      const notes = why ? await whyOf(page, reading) : null;
      const reviewOf = reviewsOf(page);
      return write(
        shell.stdout,
        sayReading({
          reading,
          title: summary.title,
          credit: report.credit,
          placeOf: (offset) => `${id}:${lineOf(offset)}`,
          note: (line) =>
            [reviewOf(line), notes && 'kind' in line ? (notes.get(line.id) ?? NOT_MADE) : null]
              .filter((part) => part !== null)
              .join('\n') || null,
          columns: shell.columns,
          paint,
        }),
      );
    });
};
