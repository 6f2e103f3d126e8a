// Today: the board of a process. Next round and who is coming, what is stalled, who blames whom, the latest words.
import type { FC } from 'hono/jsx';
import type { Board, Round } from '../../terms/board.js';
import type { Changed } from '../../terms/record.js';
import { sayList } from '../../terms/say-list.js';
import type { Watch } from '../../terms/watching.js';
import type { Today } from '../api/today.js';
import { scoped } from './addresses.js';
import { ChangedSince } from './changed.js';
import type { Cited } from './cite.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { RoundWhen } from './round-when.js';
import { actWord, sayOutcome, talksWord } from './say-claim.js';
import { Page } from './shell.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { KeepingWord, StandingWord, StepWord } from './state-word.js';
import { Day } from './time.js';
import { Disputed, DueNext, NotKnown } from './today-open.js';
import { DeadSources } from './watched.js';

/** How many of the latest words the first page has room for. */
const WORDS_SHOWN = 8;
const BLAME_SHOWN = 8;
const STALLED_SHOWN = 8;

/** "Round 2 of the talks, proposed for Mon 10 Feb, in 5 days, Geneva". */
export const RoundLine: FC<{ round: Round; day: string }> = ({ round, day }) => (
  <>
    <strong>Round {round.id}</strong>
    {round.status === null ? ' spoken of' : ` ${talksWord(round.status)}`}
    {round.start !== null && (round.status === 'proposed' || round.status === 'scheduled') ? ' for ' : ', '}
    <RoundWhen start={round.start} end={round.end} day={day} />
    {round.venue.length > 0 ? ` · ${sayList(round.venue)}` : ''}
    {round.convener === null ? '' : ` · by ${round.convener}`}
    {round.outcome === null ? '' : ` · ${sayOutcome(round.outcome)}`}
  </>
);

const Next: FC<{ board: Board; day: string }> = ({ board: { next, rounds }, day }) => {
  const last = rounds[rounds.length - 1];
  return (
    <section class="block" aria-labelledby="next">
      <h2 id="next">Next round</h2>
      {next === null ? (
        <Line as="div" of={last?.evidence ?? []} asOf={day}>
          {last === undefined ? (
            'Nothing heard of a round.'
          ) : (
            <>
              No further round is spoken of. Last: <RoundLine round={last} day={day} />
            </>
          )}
        </Line>
      ) : (
        <>
          <Line as="div" of={next.evidence} asOf={day}>
            <RoundLine round={next} day={day} />
          </Line>
          <ul class="standings">
            {next.standing.map((party) => (
              <Line of={party.evidence} asOf={day} lead={party.party}>
                <StandingWord standing={party.standing} />
                {party.condition === undefined ? '' : ` if ${party.condition}`}
                {party.since === null ? null : (
                  <span class="quiet">
                    {party.standing === 'silent' ? ' since ' : ' '}
                    <Day date={party.since} asOf={day} />
                  </span>
                )}
              </Line>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Stalled: FC<{ board: Board; frame: Frame }> = ({ board: { stalled }, frame: { day, asked } }) => (
  <section class="block" aria-labelledby="stalled">
    <h2 id="stalled">Stalled</h2>
    {stalled.length === 0 ? (
      <p class="line quiet">Nothing is reported as stalled.</p>
    ) : (
      <ul>
        {stalled.slice(0, STALLED_SHOWN).map((item) => (
          <Line of={item.evidence} asOf={day}>
            {item.of === 'access' ? (
              <>
                <strong>{item.place ?? 'Place not named'}</strong>
                {item.form === null ? '' : `, ${item.form}`}: {item.step === null ? null : <StepWord step={item.step} />}
              </>
            ) : (
              <>
                {item.by.length > 0 ? <strong>{sayList(item.by)}</strong> : 'Nobody named'}: {item.what}{' '}
                {item.standing === null ? null : <KeepingWord standing={item.standing} />}
              </>
            )}
            {item.days !== null && item.days > 0 ? `, ${item.days} ${item.days === 1 ? 'day' : 'days'}` : ''}
            {item.since === null ? null : (
              <span class="quiet">
                {' '}
                since <Day date={item.since} asOf={day} />
              </span>
            )}
          </Line>
        ))}
      </ul>
    )}
    {stalled.length > STALLED_SHOWN ? (
      <p>
        <a href={scoped('/access', asked)}>{stalled.length - STALLED_SHOWN} more</a>
      </p>
    ) : null}
  </section>
);

const Blame: FC<{ board: Board; day: string }> = ({ board: { blame }, day }) =>
  blame.length === 0 ? null : (
    <section class="block" aria-labelledby="blame">
      <h2 id="blame">Who blames whom</h2>
      <ul>
        {blame.slice(0, BLAME_SHOWN).map((arrow) => (
          <Line of={arrow.evidence} asOf={day}>
            <strong>{arrow.from}</strong> <span aria-hidden="true">→</span>
            <span class="hidden"> blames </span> <strong>{arrow.on}</strong>
            <span class="quiet"> {shorten(arrow.for, 90)}</span>
          </Line>
        ))}
      </ul>
    </section>
  );

const Words: FC<{ board: Board; day: string; frame: Frame }> = ({ board: { words }, day, frame }) => (
  <section class="block" aria-labelledby="words">
    <h2 id="words">Latest words</h2>
    {words.length === 0 ? (
      <p class="line quiet">Nothing heard.</p>
    ) : (
      <ul>
        {words.slice(0, WORDS_SHOWN).map(({ speaker, act, said, citation }) => (
          <Line of={[citation]} asOf={day} bare>
            {speaker === null ? 'No source given' : <a href={scoped('/who', frame.asked, { named: speaker })}>{speaker}</a>}{' '}
            {actWord(act, speaker ?? '')}{' '}
            <span class="words" dir="auto">
              {quoted(shorten(unquoted(citation.words.join(' … ')), 220))}
            </span>
            {said === null || said === citation.published ? null : (
              <span class="quiet">
                {' '}
                <Day date={said} asOf={day} />
              </span>
            )}
          </Line>
        ))}
      </ul>
    )}
  </section>
);

interface TodayView {
  readonly frame: Frame;
  readonly board: Today;
  readonly changed: Changed | null;
  readonly cited: Cited;
  readonly watches: readonly Watch[];
}

export const TodayPage: FC<TodayView> = ({ frame, board, changed, cited, watches }) => (
  <Page frame={frame} title="Today" current="today" twin={scoped('/today.json', frame.asked)}>
    <div class="head">
      <h1>
        {board.asOf === null ? 'Today, ' : ''}
        <Day date={frame.day} />
      </h1>
      <p class="quiet">
        {board.reports} {board.reports === 1 ? 'report' : 'reports'}
        {board.asOf === null ? '' : ' by this day'}
      </p>
    </div>
    {changed === null ? null : <ChangedSince changed={changed} cited={cited} frame={frame} />}
    <DeadSources watches={watches} sources={scoped('/sources', frame.asked)} />
    <Next board={board} day={frame.day} />
    <Stalled board={board} frame={frame} />
    <Disputed today={board} cited={cited} day={frame.day} />
    <Blame board={board} day={frame.day} />
    <DueNext today={board} cited={cited} frame={frame} />
    <NotKnown today={board} frame={frame} />
    {frame.waiting === 0 ? null : (
      <section class="block" aria-labelledby="waiting">
        <h2 id="waiting">Waiting</h2>
        <p>
          <a href={scoped('/read', frame.asked)}>
            {frame.waiting} {frame.waiting === 1 ? 'line' : 'lines'} nobody has reviewed
          </a>
        </p>
      </section>
    )}
    <Words board={board} day={frame.day} frame={frame} />
  </Page>
);

/** The desk before anything is in it. */
export const EmptyPage: FC<{ frame: Frame }> = ({ frame }) => (
  <Page frame={frame} title="Today" current="today">
    <div class="head">
      <h1>There is no process yet</h1>
      <p class="standfirst">A process is the talks that reports are gathered for.</p>
    </div>
    <p>
      <a href="/processes">Make a process</a>, then <a href="/add">add the first reports</a>.
    </p>
  </Page>
);
