// Prints rows as the table of docs/quality.md.
import type { Row } from './row.js';

const number = (value: number, unit: string | undefined): string =>
  unit === undefined ? value.toFixed(1) : `${Math.round(value * 10) / 10} ${unit}`;

const reached = ({ value, bar, atMost }: Row): string => (bar === undefined ? '' : (atMost ? value <= bar : value >= bar) ? 'yes' : 'no');

/** Markdown: one table a part, each figure with its bar, whether it is reached, its interval, the peer and its meaning. */
export function tableOf(rows: readonly Row[]): string {
  const parts = [...new Set(rows.map((row) => row.part))];
  return parts
    .map((part) => {
      const lines = rows
        .filter((row) => row.part === part)
        .map((row) => {
          const bar = row.bar === undefined ? '' : `${row.atMost ? '≤ ' : ''}${row.bar}`;
          const interval = row.interval ? `${row.interval[0].toFixed(1)}–${row.interval[1].toFixed(1)}` : '';
          return `| ${row.figure} | ${number(row.value, row.unit)} | ${interval} | ${bar} | ${reached(row)} | ${row.peer ?? ''} | ${row.meaning} |`;
        });
      return [
        `### ${part}`,
        '',
        '| figure | value | 95 % | bar | reached | peer | meaning |',
        '|---|---|---|---|---|---|---|',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}
