// `parley talks`: the rounds of a process, and where each party stands towards them.
import { type TalksSheet, talksSheetSchema } from '../../terms/study.js';
import { sayDate } from '../pages/day.js';
import { STANDING_WORDS, sayOutcome, talksWord } from '../pages/say-claim.js';
import { harmless } from './paint.js';
import { type Citing, sheetCommand } from './sheet.js';

function say({ as_of, rounds }: TalksSheet, { paint, words }: Citing): string {
  return rounds
    .map(({ id, venue, start, end, status, outcome, convener, evidence, standing }) => {
      const day = (date: string): string => sayDate(date, as_of);
      const when =
        start === null ? (end === null ? null : `until ${day(end)}`) : end === null ? day(start) : `${day(start)} to ${day(end)}`;
      const by = convener === null ? '' : ` by ${convener}`;
      const state = status === null ? null : `${talksWord(status)}${by}`;
      const head = [`Round ${id}`, ...venue, when ?? 'no date', state, outcome === null ? null : sayOutcome(outcome)];
      const width = Math.max(0, ...standing.map(({ party }) => party.length));
      const cells = standing.map(({ party, standing: word, since, condition, evidence: refs }) => {
        const told = [STANDING_WORDS[word], since === null ? '' : `since ${day(since)}`, condition === null ? '' : `if ${condition}`];
        return `  ${harmless(`${party.padEnd(width)}  ${told.filter((part) => part !== '').join(', ')}`)}\n${words(refs, 1)}`;
      });
      return `${paint.bold(harmless(head.filter((part) => part !== null).join(' · ')))}\n${words(evidence, 1)}${cells.length === 0 ? '  Nothing heard from any party.\n' : cells.join('')}`;
    })
    .join('\n');
}

export const addTalks = sheetCommand({
  what: 'talks',
  summary: 'the rounds of talks, and where each party stands towards them, with the words',
  parse: async (told) => talksSheetSchema.parse(told),
  refs: ({ rounds }) => rounds.flatMap(({ evidence, standing }) => [...evidence, ...standing.flatMap((cell) => cell.evidence)]),
  say,
  nothing: 'Nothing heard of talks.',
});
