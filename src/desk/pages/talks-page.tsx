// Talks: the rounds of a process on a line of time, and a sheet for each with who comes and how that came about.
import type { Child, FC } from 'hono/jsx';
import type { Citation } from '../../terms/record.js';
import { sayList } from '../../terms/say-list.js';
import type { TalksSheet } from '../../terms/study.js';
import { lineOf, reportAddress, scoped } from './addresses.js';
import type { Cited } from './cite.js';
import { dayNumber, sayDate } from './day.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { Pager } from './pager.js';
import { RoundWhen } from './round-when.js';
import { STANDING_WORDS, sayOutcome, talksWord } from './say-claim.js';
import { Page } from './shell.js';
import { StandingWord } from './state-word.js';
import { Day } from './time.js';
import { daysOf, scaleFor } from './timeline.js';

export type SheetRound = TalksSheet['rounds'][number];

/** The key to the shapes. */
const SHAPES: Readonly<Record<string, string>> = {
  [STANDING_WORDS.coming]: '●',
  [STANDING_WORDS.conditional]: '◐',
  [STANDING_WORDS.silent]: '○',
  [STANDING_WORDS.refused]: '✕',
  [STANDING_WORDS['walked-out']]: '↩',
  [STANDING_WORDS['not-heard']]: '–',
};

const WIDTH = 960;
const HEIGHT = 84;
const BASE = 56;

/** "Round 2, proposed, from Mon 10 Feb" for those who hear the line of time. */
const spoken = (round: SheetRound): string =>
  `Round ${round.id}${round.status === null ? '' : ` ${talksWord(round.status)}`}${round.start === null ? ', no date' : `, ${sayDate(round.start)}`}${
    round.end === null ? '' : ` to ${sayDate(round.end)}`
  }`;

const TimeLine: FC<{ rounds: readonly SheetRound[]; day: string }> = ({ rounds, day }) => {
  const now = dayNumber(day);
  const placed = rounds.flatMap((round) => {
    const start = daysOf(round.start);
    if (start === null) return [];
    const end = daysOf(round.end);
    const ahead = round.status === 'proposed' || round.status === 'scheduled';
    return [{ round, from: start[0], to: end?.[1] ?? (ahead ? start[0] : Math.max(start[0], now ?? start[0])), ahead }];
  });
  const scale = scaleFor([...placed.flatMap(({ from, to }) => [from, to]), ...(now === null ? [] : [now])], WIDTH);
  if (scale === null || placed.length === 0) return null;
  return (
    <figure class="timeline wide" tabindex={0} aria-label="The rounds in time">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`The rounds in time: ${placed.map(({ round }) => spoken(round)).join('; ')}`}
      >
        <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
        {scale.months.map(({ day: first, iso }) => (
          <g>
            <line class="axis" x1={scale.at(first)} x2={scale.at(first)} y1={BASE} y2={BASE + 6} />
            <text class="tick" x={scale.at(first)} y={BASE + 20} text-anchor="middle">
              {sayDate(iso.slice(0, 7))}
            </text>
          </g>
        ))}
        {scale.months.length > 0
          ? null
          : placed.map(({ round, from }) => (
              <text class="tick" x={scale.at(from)} y={BASE + 20}>
                {sayDate(round.start ?? '', day)}
              </text>
            ))}
        {placed.map(({ round, from, to, ahead }) => {
          const x = scale.at(from);
          const width = Math.max(scale.at(to + 1) - x, 5);
          return (
            <g>
              {ahead && round.end === null ? (
                <path class="ahead" d={`M${x + 4} ${BASE - 12}V${BASE}M${x + 4} ${BASE - 17}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`} />
              ) : (
                <rect class={ahead ? 'ahead' : 'held'} x={x} width={width} y={BASE - 11} height="11" />
              )}
              <text x={x} y={BASE - 27}>
                Round {round.id}
              </text>
            </g>
          );
        })}
        {now === null ? null : (
          <g class="now">
            <line x1={scale.at(now)} x2={scale.at(now)} y1="4" y2={BASE + 6} />
            <text x={scale.at(now) + 4} y="12">
              {sayDate(day)}
            </text>
          </g>
        )}
      </svg>
    </figure>
  );
};

/** How each party stood on each of some days: columns are days, cells lead to the words. */
export interface Course {
  readonly days: readonly string[];
  /** By party, one cell a day. */
  readonly rows: readonly { readonly party: string; readonly cells: readonly (SheetRound['standing'][number] | null)[] }[];
}

const CourseTable: FC<{ course: Course; cited: Cited; day: string; round: string }> = ({ course, cited, day, round }) =>
  course.rows.every(({ cells: [first, ...later] }) => later.every((cell) => cell?.standing === first?.standing)) ? null : (
    <section class="course" aria-label={`How the parties stood towards round ${round}, day by day`} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Day by day</th>
            {course.days.map((date) => (
              <th scope="col">
                <Day date={date} asOf={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.rows.map(({ party, cells }) => (
            <tr>
              <th scope="row" dir="auto">
                {party}
              </th>
              {cells.map((cell) => {
                const [words] = cell === null ? [] : cited.cite(cell.evidence);
                const word = <StandingWord standing={cell?.standing ?? 'not-heard'} />;
                return <td>{words === undefined ? word : <a href={reportAddress(words.report, lineOf(words.line))}>{word}</a>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

const Fact: FC<{ label: string; of: readonly Citation[]; day: string; children?: Child }> = ({ label, of, day, children }) => (
  <Line of={of} asOf={day} lead={<span class="label">{label}</span>}>
    {children}
  </Line>
);

const Sheet: FC<{ round: SheetRound; course: Course | undefined; cited: Cited; day: string }> = ({ round, course, cited, day }) => (
  <section class="block" aria-labelledby={`round-${round.id}`}>
    <h2 id={`round-${round.id}`}>Round {round.id}</h2>
    <ul>
      <Fact label="status" of={cited.cite(round.evidence)} day={day}>
        {round.status === null ? 'spoken of' : talksWord(round.status)}
        {', '}
        <RoundWhen start={round.start} end={round.end} day={day} />
        {round.venue.length === 0 ? '' : ` · ${sayList(round.venue)}`}
      </Fact>
      {round.convener === null ? null : (
        <Fact label="convener" of={[]} day={day}>
          {round.convener}
        </Fact>
      )}
      {round.outcome === null ? null : (
        <Fact label="outcome" of={[]} day={day}>
          {sayOutcome(round.outcome)}
        </Fact>
      )}
      {round.standing.map((cell) => (
        <Line of={cited.cite(cell.evidence)} asOf={day} lead={cell.party}>
          <StandingWord standing={cell.standing} />
          {cell.condition === null ? '' : ` if ${cell.condition}`}
          {cell.since === null ? null : (
            <span class="quiet">
              {cell.standing === 'silent' ? ' since ' : ' '}
              <Day date={cell.since} asOf={day} />
            </span>
          )}
        </Line>
      ))}
    </ul>
    {course === undefined ? null : <CourseTable course={course} cited={cited} day={day} round={round.id} />}
  </section>
);

export const TalksPage: FC<{
  frame: Frame;
  sheet: TalksSheet;
  /** All rounds, of which the sheet has those of a page. */
  all: TalksSheet['rounds'];
  total: number;
  page: number;
  courses: ReadonlyMap<string, Course>;
  cited: Cited;
}> = ({ frame, sheet, all, total, page, courses, cited }) => {
  const newestFirst = [...sheet.rounds].reverse();
  return (
    <Page frame={frame} title="Talks" current="talks" twin={scoped('/talks.json', frame.asked)}>
      <div class="head">
        <h1>Talks</h1>
        <p class="quiet">
          {all.length === 0 ? 'Nothing heard of a round' : `${all.length} ${all.length === 1 ? 'round' : 'rounds'}, the latest first`}.{' '}
          {Object.entries(SHAPES)
            .map(([word, shape]) => `${shape} ${word}`)
            .join('  ')}
        </p>
      </div>
      <TimeLine rounds={all} day={frame.day} />
      {newestFirst.map((round) => (
        <Sheet round={round} course={courses.get(round.id)} cited={cited} day={frame.day} />
      ))}
      <Pager page={page} total={total} to={(other) => scoped('/talks', frame.asked, { page: other })} />
    </Page>
  );
};
