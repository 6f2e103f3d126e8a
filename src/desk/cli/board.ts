// `parley board`: a process on one page: the next round and who comes, what is stalled, who blames whom, the latest words.
import type { Board } from '../../terms/board.js';
import type { Citation } from '../../terms/record.js';
import { sayList } from '../../terms/say-list.js';
import { sayDate } from '../pages/day.js';
import { actWord, STANDING_WORDS, talksWord } from '../pages/say-claim.js';
import { type AddCommand, day, define, type Everywhere } from './command.js';
import { harmless, type Paint } from './paint.js';
import { sayCitation } from './say-citation.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';

const MOST_WORDS = 6;

function sayBoard({ process, asOf, reports, next, stalled, blame, words }: Board, columns: number | null, paint: Paint): string {
  const looked = asOf ?? undefined;
  const date = (edtf: string): string => sayDate(edtf, looked);
  const cite = ([first]: readonly Citation[]): string => (first === undefined ? '' : sayCitation(first, columns, paint));
  const block = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `\n${paint.bold(heading)}\n${lines.join('')}`;
  const coming =
    next === null
      ? '  No round is ahead.\n'
      : `  ${harmless([...next.venue, next.start === null ? 'no date' : date(next.start), ...(next.status === null ? [] : [talksWord(next.status)])].join(' · '))}\n${cite(next.evidence)}${next.standing
          .map(({ party, standing, since, evidence }) => {
            const from = since === null ? '' : `, since ${date(since)}`;
            return `  ${harmless(`${party}: ${STANDING_WORDS[standing]}${standing === 'not-heard' ? '' : from}`)}\n${cite(evidence)}`;
          })
          .join('')}`;
  const stuck = stalled.map((one) => {
    const what =
      one.of === 'access'
        ? `${one.place ?? 'no place'}: ${one.form} ${one.step}`
        : `${sayList(one.by) || 'Nobody named'}: ${one.what ?? ''}`;
    return `  ${harmless(`${what}${one.days === null ? '' : `, ${one.days} days`}`)}\n${cite(one.evidence)}`;
  });
  const arrows = blame.map(({ from, on, for: matter, evidence }) => `  ${harmless(`${from} blames ${on}: ${matter}`)}\n${cite(evidence)}`);
  const latest = words
    .slice(0, MOST_WORDS)
    .map(
      ({ speaker, act, citation }) =>
        `  ${harmless(`${speaker ?? 'A source not named'} ${actWord(act, speaker ?? '')}`)}\n${cite([citation])}`,
    );
  const head = `${paint.bold(harmless(process.name))} ${asOf === null ? '' : `as of ${sayDate(asOf)}, `}${reports} ${reports === 1 ? 'report' : 'reports'}\n`;
  return `${head}${block('Next round', [coming])}${block('Stalled', stuck)}${block('Blame', arrows)}${block('Latest words', latest)}`;
}

export const addBoard: AddCommand = (program, { shell, paint }) => {
  define(program, {
    name: 'board',
    summary: 'a process on one page: the next round and who comes, what is stalled, who blames whom, the latest words',
    examples: ['board', 'board --process syria-talks --as-of 2014-02-05', 'board --json'],
  })
    .option('--process <name>', 'the process, by id or name; the newest where nothing is said')
    .option('--as-of <day>', 'what was known on a day; the day of the process where nothing is said', day)
    .option('--json', 'as JSON')
    .action(async ({ process, asOf, json, ...options }: Everywhere & { process?: string; asOf?: string; json?: boolean }) => {
      const { processFor } = await import('../api/scope.js');
      const board = await withParley(options, async (parley) => parley.board((await processFor(parley, process)).id, asOf));
      await write(shell.stdout, json ? `${JSON.stringify(board)}\n` : sayBoard(board, shell.columns, paint));
    });
};
