// `parley lines`: what is claimed, claims about the same thing as one line, and what cannot both be true.
import { type LinesSheet, linesSheetSchema } from '../../terms/study.js';
import { harmless } from './paint.js';
import { type Citing, sheetCommand } from './sheet.js';

function say({ lines, contradictions }: LinesSheet, { paint, words }: Citing): string {
  const told = lines.map(
    ({ kind, about, origins, evidence }) =>
      `${harmless(`${kind} · ${about}`)}  ${paint.faint(`${origins} ${origins === 1 ? 'origin' : 'origins'}`)}\n${words(evidence, 1)}`,
  );
  const disputed = contradictions.map(({ about, a, b }) => `  ${harmless(about)}\n${words(a, 1)}${words(b, 1)}`);
  return `${told.join('')}${disputed.length === 0 ? '' : `\n${paint.bold('Disputed')}\n${disputed.join('')}`}`;
}

export const addLines = sheetCommand({
  what: 'lines',
  summary: 'what is claimed, by what it is about, with its independent origins; what is disputed',
  parse: async (told) => linesSheetSchema.parse(told),
  refs: ({ lines, contradictions }) => [
    ...lines.flatMap(({ evidence }) => evidence.slice(0, 3)),
    ...contradictions.flatMap(({ a, b }) => [...a.slice(0, 3), ...b.slice(0, 3)]),
  ],
  say,
  nothing: 'Nothing is claimed yet.',
});
