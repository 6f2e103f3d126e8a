// `parley who`: the actors of a process, with what the reports call them.
import { type WhoSheet, whoSchema } from '../../terms/study.js';
import { harmless } from './paint.js';
import { type Citing, sheetCommand } from './sheet.js';
import { wrap } from './wrap.js';

function say({ actors }: WhoSheet, { columns, paint }: Citing): string {
  return actors
    .map(({ name, kind, names }) => {
      const reports = new Set(names.map(({ report }) => report)).size;
      const others = [...new Set(names.map((one) => one.name))].filter((one) => one !== name);
      const head = `${paint.bold(harmless(name))}  ${paint.faint(`${kind}, in ${reports} ${reports === 1 ? 'report' : 'reports'}`)}\n`;
      return others.length === 0
        ? head
        : `${head}  ${wrap(harmless(`also: ${others.join('; ')}`), columns === null ? null : columns - 2, '  ')}\n`;
    })
    .join('');
}

export const addWho = sheetCommand({
  what: 'who',
  summary: 'who is who: the actors, their kinds, and what the reports call them',
  parse: async (told) => whoSchema.parse(told),
  refs: () => [],
  say,
  nothing: 'Nobody is known yet.',
});
