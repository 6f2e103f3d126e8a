// `parley origins`: which reports are copies or light rewrites of one dispatch.
import { type OriginsSheet, originsSchema } from '../../terms/study.js';
import { harmless } from './paint.js';
import { sheetCommand } from './sheet.js';

const say = ({ origins }: OriginsSheet): string =>
  origins.map(({ reports }) => `${harmless(reports.join('  '))}${reports.length > 1 ? '  (one dispatch)' : ''}\n`).join('');

export const addOrigins = sheetCommand({
  what: 'origins',
  summary: 'which reports are one dispatch: a line for each origin, with its reports',
  parse: async (told) => originsSchema.parse(told),
  refs: () => [],
  say,
  nothing: 'No reports yet: parley add FILE',
});
