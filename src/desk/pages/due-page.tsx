// Due: undertakings by date with how far they were followed through, what was due and has had no word, and what the record cannot say.
import type { FC } from 'hono/jsx';
import { sayList } from '../../terms/say-list.js';
import type { DueSheet } from '../../terms/study.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import { dayNumber } from './day.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { saySilence } from './say-silence.js';
import { Page } from './shell.js';
import { KeepingWord } from './state-word.js';
import { Day } from './time.js';

type Commitment = DueSheet['commitments'][number];

/** The Kroc Institute's scale of implementation. */
const FOLLOW_THROUGH = ['0, not begun', '1, begun', '2, well on the way', '3, done'] as const;

const sayFollowing = (grade: number | null): string => (grade === null ? '' : (FOLLOW_THROUGH[grade] ?? String(grade)));

const Undertaking: FC<{ commitment: Commitment; cited: Cited; day: string }> = ({ commitment, cited, day }) => (
  <Line
    of={cited.cite(commitment.evidence)}
    asOf={day}
    lead={commitment.due === null ? undefined : <Day date={commitment.due} asOf={day} distance />}
  >
    {commitment.by.length === 0 ? 'Nobody named' : <strong>{sayList(commitment.by)}</strong>}
    {commitment.to.length === 0 ? '' : ` to ${sayList(commitment.to)}`}: {commitment.what} <KeepingWord standing={commitment.state} />
    <span class="quiet">
      {' '}
      last word <Day date={commitment.last_word} asOf={day} />
      {commitment.follow_through === null ? '' : ` · follow-through ${sayFollowing(commitment.follow_through)}`}
    </span>
  </Line>
);

const Block: FC<{ id: string; heading: string; commitments: readonly Commitment[]; cited: Cited; day: string }> = ({
  id,
  heading,
  commitments,
  cited,
  day,
}) =>
  commitments.length === 0 ? null : (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {commitments.map((commitment) => (
          <Undertaking commitment={commitment} cited={cited} day={day} />
        ))}
      </ul>
    </section>
  );

export const DuePage: FC<{ frame: Frame; sheet: DueSheet; cited: Cited }> = ({ frame, sheet, cited }) => {
  const now = dayNumber(frame.day) ?? 0;
  const dueDay = ({ due }: Commitment): number | null => (due === null ? null : dayNumber(due));
  const dated = sheet.commitments.filter((commitment) => dueDay(commitment) !== null).sort((a, b) => (dueDay(a) ?? 0) - (dueDay(b) ?? 0));
  const ahead = dated.filter((commitment) => (dueDay(commitment) ?? 0) >= now);
  const past = dated.filter((commitment) => (dueDay(commitment) ?? 0) < now).reverse();
  const undated = sheet.commitments.filter((commitment) => dueDay(commitment) === null);
  return (
    <Page frame={frame} title="Due" current="due" twin={scoped('/due.json', frame.asked)}>
      <div class="head">
        <h1>Due</h1>
        <p class="quiet">What was undertaken, by when, and what came of it</p>
      </div>
      {sheet.commitments.length === 0 ? <p>Nothing heard of an undertaking.</p> : null}
      <Block id="ahead" heading="Ahead" commitments={ahead} cited={cited} day={frame.day} />
      <Block id="past" heading="Past" commitments={past} cited={cited} day={frame.day} />
      <Block id="undated" heading="Without a date" commitments={undated} cited={cited} day={frame.day} />
      {sheet.silence.length === 0 ? null : (
        <section class="block" aria-labelledby="silence">
          <h2 id="silence">Silence, and what is not known</h2>
          <ul>
            {sheet.silence.map((silence) => (
              <Line of={silence.of === 'commitment' ? cited.cite(silence.evidence) : []} asOf={frame.day}>
                {saySilence(silence)}
                {silence.of === 'commitment' ? (
                  <span class="quiet">
                    {' '}
                    since <Day date={silence.since} asOf={frame.day} />
                  </span>
                ) : null}
              </Line>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
};
