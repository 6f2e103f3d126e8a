// `parley due`: what was undertaken, by when and what came of it, and what has had no word.

import { sayList } from '../../terms/say-list.js';
import { type DueSheet, dueSheetSchema } from '../../terms/study.js';
import { sayDate } from '../pages/day.js';
import { saySilence } from '../pages/say-silence.js';
import { harmless } from './paint.js';
import { type Citing, sheetCommand } from './sheet.js';

function say({ as_of, commitments, silence }: DueSheet, { paint, words }: Citing): string {
  const day = (date: string): string => sayDate(date, as_of);
  const undertakings = commitments.map(({ what, by, to, due, state, follow_through, last_word, evidence }) => {
    const who = `${by.length === 0 ? 'Nobody named' : sayList(by)}${to.length === 0 ? '' : ` to ${sayList(to)}`}`;
    const facts = [
      state,
      due === null ? 'no date' : `due ${day(due)}`,
      `last word ${day(last_word)}`,
      ...(follow_through === null ? [] : [`follow-through ${follow_through} of 3`]),
    ];
    return `${harmless(`${who}: ${what}`)}\n  ${harmless(facts.join(' · '))}\n${words(evidence, 1)}`;
  });
  const silent = silence.map((one) => {
    const since = one.of === 'commitment' ? `, since ${day(one.since)}` : '';
    return `  ${harmless(`${saySilence(one)}${since}`)}\n${one.of === 'commitment' ? words(one.evidence, 1) : ''}`;
  });
  return `${undertakings.join('')}${silent.length === 0 ? '' : `${undertakings.length === 0 ? '' : '\n'}${paint.bold('Silence, and what is not known')}\n${silent.join('')}`}`;
}

export const addDue = sheetCommand({
  what: 'due',
  summary: 'what was undertaken, by when and what came of it; what has had no word',
  parse: async (told) => dueSheetSchema.parse(told),
  refs: ({ commitments, silence }) => [...commitments, ...silence].flatMap((one) => ('evidence' in one ? one.evidence : [])),
  say,
  nothing: 'Nothing heard of an undertaking.',
});
