// `parley access`: the access ladder of each place, and who blames whom for it.
import { sayFigures } from '../../terms/say-figure.js';
import { type AccessSheet, accessSheetSchema } from '../../terms/study.js';
import { sayDate } from '../pages/day.js';
import { harmless } from './paint.js';
import { type Citing, sheetCommand } from './sheet.js';

function say({ places }: AccessSheet, { paint, words }: Citing): string {
  return places
    .map(({ place, steps, blame }) => {
      const rungs = steps.map(({ form, step, date, figures, evidence }) => {
        const told = sayFigures(figures);
        const rung = `${step === 'besieged' ? step : `${form} ${step}`}${told === '' ? '' : `: ${told}`}`;
        return `  ${harmless([date === null ? 'no date' : sayDate(date), rung].join('  '))}\n${words(evidence, 1)}`;
      });
      const arrows = blame.map(
        ({ from, on, for: matter, evidence }) => `  ${harmless(`${from} blames ${on}: ${matter}`)}\n${words(evidence, 1)}`,
      );
      return `${paint.bold(harmless(place ?? 'About the talks'))}\n${[...rungs, ...arrows].join('')}`;
    })
    .join('\n');
}

export const addAccess = sheetCommand({
  what: 'access',
  summary: 'how far aid and people get into and out of each place, and who blames whom',
  parse: async (told) => accessSheetSchema.parse(told),
  refs: ({ places }) => places.flatMap(({ steps, blame }) => [...steps, ...blame].flatMap(({ evidence }) => evidence)),
  say,
  nothing: 'Nothing heard of access.',
});
