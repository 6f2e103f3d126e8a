// Due: undertakings by date with how far they were followed through, what was due and has had no word, and what the record cannot say.
import type { FC } from 'hono/jsx';
import { sayList } from '../../terms/say-list.js';
import type { DueSheet } from '../../terms/study.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { Pager } from './pager.js';
import { saySilence } from './say-silence.js';
import { Page } from './shell.js';
import { DUE_PARTS, type DuePart, type ShownDue } from './shown.js';
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

const Block: FC<{ id: DuePart; commitments: readonly Commitment[]; total: number; cited: Cited; frame: Frame; alone: boolean }> = ({
  id,
  commitments,
  total,
  cited,
  frame,
  alone,
}) =>
  commitments.length === 0 ? null : (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{DUE_PARTS[id]}</h2>
      <ul>
        {commitments.map((commitment) => (
          <Undertaking commitment={commitment} cited={cited} day={frame.day} />
        ))}
      </ul>
      {alone ? null : <AllOf part={id} total={total} shown={commitments.length} frame={frame} />}
    </section>
  );

const AllOf: FC<{ part: string; total: number; shown: number; frame: Frame }> = ({ part, total, shown, frame }) =>
  total <= shown ? null : (
    <p>
      <a href={scoped('/due', frame.asked, { part })}>All {total}</a>
    </p>
  );

export const DuePage: FC<{ frame: Frame; sheet: DueSheet; shown: ShownDue; part: string | undefined; page: number; cited: Cited }> = ({
  frame,
  sheet,
  shown,
  part,
  page,
  cited,
}) => {
  const total = part === 'silence' ? shown.silent : (shown.parts.find(({ id }) => id === part)?.total ?? 0);
  return (
    <Page frame={frame} title="Due" current="due" twin={scoped('/due.json', frame.asked)}>
      <div class="head">
        <h1>Due</h1>
        <p class="quiet">What was undertaken, by when, and what came of it</p>
      </div>
      {part === undefined ? null : (
        <p>
          <a href={scoped('/due', frame.asked)}>All that is due</a>
        </p>
      )}
      {sheet.commitments.length === 0 ? <p>Nothing heard of an undertaking.</p> : null}
      {shown.parts.map(({ id, commitments, total: all }) => (
        <Block id={id} commitments={commitments} total={all} cited={cited} frame={frame} alone={part !== undefined} />
      ))}
      {shown.silence.length === 0 ? null : (
        <section class="block" aria-labelledby="silence">
          <h2 id="silence">Silence, and what is not known</h2>
          <ul>
            {shown.silence.map((silence) => (
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
          {part === undefined ? <AllOf part="silence" total={shown.silent} shown={shown.silence.length} frame={frame} /> : null}
        </section>
      )}
      {part === undefined ? null : <Pager page={page} total={total} to={(other) => scoped('/due', frame.asked, { part, page: other })} />}
    </Page>
  );
};
