// Rows in columns: as wide as needed at a terminal with the last column cut to fit, parted by tabs in a pipe.
import { harmless } from './paint.js';
import { cut, widthOf } from './wrap.js';

/** Lines of a table, each with its line end. */
export function table(rows: readonly (readonly string[])[], columns: number | null): string {
  const clean = rows.map((row) => row.map((cell) => harmless(cell).replace(/\s+/g, ' ')));
  if (columns === null) return clean.map((row) => `${row.join('\t')}\n`).join('');
  const widths: number[] = [];
  for (const row of clean) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return clean
    .map((row) => {
      let line = '';
      row.forEach((cell, i) => {
        const last = i === row.length - 1;
        const room = columns - widthOf(line);
        line += last ? cut(cell, Math.max(12, room)) : `${cell}${' '.repeat((widths[i] ?? 0) - widthOf(cell) + 2)}`;
      });
      return `${line.trimEnd()}\n`;
    })
    .join('');
}
