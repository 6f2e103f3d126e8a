// A line of the review: what it says, and for the one under review the buttons to decide with.
import type { FC } from 'hono/jsx';
import type { Citation, Queue, QueueItem, ReportPage as Report, Waiting } from '../../terms/record.js';
import { wordsAtAll } from '../../terms/span.js';
import { scoped } from './addresses.js';
import type { ByHand } from './by-hand.js';
import { type Frame, may } from './frame.js';
import { fieldsOf, SPEAKER } from './line-fields.js';
import { LineForm } from './line-form.js';
import type { ReportLine } from './report-lines.js';
import type { TextParagraph } from './report-text.js';
import { actWord } from './say-claim.js';
import { quoted, shorten, unquoted } from './shorten.js';

export const REJECTIONS = ['not said', 'wrong person', 'wrong meaning', 'said twice', 'not about the process'] as const;
export const DOUBTS = ['source not clear', 'hearsay', 'contradicted', 'translation in doubt'] as const;

/** A decision just made, which can be undone. */
export interface Undo {
  readonly report: string;
  /** Ids of the lines in it. */
  readonly lines: readonly string[];
  /** Numbers of the changes in the history, those of copies included. */
  readonly changes: readonly number[];
  /** The same words in copies, which were decided with them. */
  readonly copies: readonly Citation[];
  readonly did: string;
}

/** What the line under review is open for: a decision, a change of its fields, or of its speaker alone. */
export type Open = 'decide' | 'edit' | 'speaker';

/** A page of the review; `queued`: a decision leads on through the queue, not through the report. */
export interface ReadFrame extends Frame {
  readonly queued: boolean;
}

export interface ReadProps {
  readonly frame: ReadFrame;
  readonly page: Report;
  readonly lines: readonly ReportLine[];
  readonly paragraphs: readonly TextParagraph[];
  /** The line under review; null: all of the report are decided. */
  readonly current: ReportLine | null;
  /** The unread lines of the current one's paragraph, where they are to be accepted together. */
  readonly rest: readonly ReportLine[] | null;
  readonly waiting: Waiting;
  readonly queue: Queue;
  readonly undo: Undo | null;
  readonly open: Open;
  /** A line that is being made by hand. */
  readonly making: ByHand | null;
  /** Address of the next report with something to read. */
  readonly next: string | null;
}

const Says: FC<{ line: ReportLine }> = ({ line }) => (
  <span class="says">
    {line.statement === null ? (
      <>
        {line.says}
        {line.speaker === null || line.says.startsWith(line.speaker) ? null : <span class="voice"> (says {line.speaker})</span>}
      </>
    ) : (
      <>
        {line.speaker ?? 'No source given'} {actWord(line.statement.act, line.speaker ?? '')}{' '}
        <span class="words" dir="auto">
          {quoted(shorten(unquoted(line.says), 160))}
        </span>
      </>
    )}
  </span>
);

export const readAddress = (frame: ReadFrame, report: string, line?: string, more: Readonly<Record<string, string>> = {}): string =>
  `${scoped('/read', frame.asked, { report, line, ...more, ...(frame.queued && { queue: 'yes' }) })}${line === undefined ? '' : '#line'}`;

export const Hidden: FC<{ frame: ReadFrame; report: string; lines: readonly ReportLine[] }> = ({ frame, report, lines }) => (
  <>
    <input type="hidden" name="token" value={frame.token} />
    <input type="hidden" name="report" value={report} />
    {frame.queued ? <input type="hidden" name="queue" value="yes" /> : null}
    {frame.asked.process === undefined ? null : <input type="hidden" name="process" value={frame.asked.process} />}
    {frame.asked.asOf === undefined ? null : <input type="hidden" name="as-of" value={frame.asked.asOf} />}
    {lines.map(({ id }) => (
      <input type="hidden" name="line" value={id} />
    ))}
  </>
);

const Reasons: FC<{ label: string; name: string; of: readonly string[] }> = ({ label, name, of }) => (
  <select name={name} aria-label={label}>
    {of.map((reason) => (
      <option value={reason}>{reason}</option>
    ))}
  </select>
);

const Decide: FC<{ props: ReadProps; line: ReportLine }> = ({ props: { frame, page, lines, paragraphs }, line }) => {
  const report = page.summary.id;
  const beside = paragraphs.find((paragraph) => paragraph.beside.some(({ id }) => id === line.id))?.beside ?? [];
  const left = beside.filter(({ review }) => review === 'unread');
  const at = lines.findIndex(({ id }) => id === line.id);
  const [before, after] = [lines[at - 1], lines[at + 1]];
  const said = line.statement?.id ?? line.claim?.voice ?? undefined;
  return (
    <div class="decide">
      {!may(frame, 'reviewer') ? null : (
        <form method="post" action="/read" class="inline">
          <Hidden frame={frame} report={report} lines={[line]} />
          <button type="submit" name="state" value="accepted" data-key="a">
            Accept
          </button>
          <span class="pair">
            <Reasons label="Why it is rejected" name="rejection" of={REJECTIONS} />
            <button type="submit" name="state" value="rejected" class="grave" data-key="r">
              Reject
            </button>
          </span>
          <span class="pair">
            <Reasons label="Why it cannot be verified" name="doubt" of={DOUBTS} />
            <button type="submit" name="state" value="unverifiable" data-key="u">
              Unverifiable
            </button>
          </span>
          {line.review === 'unread' ? null : (
            <button type="submit" name="state" value="unread">
              Unread again
            </button>
          )}
        </form>
      )}
      <p class="small">
        {before === undefined ? null : (
          <a href={readAddress(frame, report, before.id)} data-key="k">
            Previous
          </a>
        )}{' '}
        {after === undefined ? null : (
          <a href={readAddress(frame, report, after.id)} data-key="j">
            Next
          </a>
        )}{' '}
        {!may(frame, 'reviewer') ? null : (
          <a href={readAddress(frame, report, line.id, { edit: 'fields' })} data-key="e">
            Edit
          </a>
        )}{' '}
        {said === undefined || !may(frame, 'reviewer') ? null : (
          <a href={readAddress(frame, report, said, { edit: 'speaker' })} data-key="s">
            Speaker
          </a>
        )}{' '}
        {left.length < 2 || !may(frame, 'reviewer') ? null : (
          <a href={readAddress(frame, report, line.id, { rest: 'yes' })} data-key="A">
            Accept the {left.length} left of this paragraph …
          </a>
        )}
      </p>
    </div>
  );
};

const Rest: FC<{ props: ReadProps; rest: readonly ReportLine[]; line: ReportLine }> = ({ props: { frame, page }, rest, line }) => (
  <form method="post" action="/read" class="decide rest">
    <Hidden frame={frame} report={page.summary.id} lines={rest} />
    <p>Accept these {rest.length} together?</p>
    <ul class="lines-beside">
      {rest.map((other) => (
        <li>
          <span class="n">{other.number}</span>
          <Says line={other} />
        </li>
      ))}
    </ul>
    <button type="submit" name="state" value="accepted" data-key="A">
      Accept all {rest.length}
    </button>{' '}
    <a href={readAddress(frame, page.summary.id, line.id)} data-key="Escape">
      Not together
    </a>
  </form>
);

const DECIDES: Readonly<Record<NonNullable<QueueItem['decides']>, string>> = {
  'next round': 'The board of the next round hangs on it.',
  stalled: 'The board of what is stalled hangs on it.',
  due: 'An undertaking that is due hangs on it.',
  disputed: 'It is disputed.',
};

const Deciding: FC<{ queue: Queue; line: string }> = ({ queue, line }) => {
  const decides = queue.items.find((item) => item.line === line)?.decides ?? null;
  return decides === null ? null : <p class="small quiet">{DECIDES[decides]}</p>;
};

/** What the reader had where somebody put something else. */
const AsRead: FC<{ line: ReportLine }> = ({ line }) =>
  line.read === null ? null : (
    <p class="small quiet" dir="auto">
      ✎ the reader’s version: {shorten(unquoted(line.read), 220)}
    </p>
  );

const Edit: FC<{ props: ReadProps; line: ReportLine }> = ({ props: { frame, page, open }, line }) => {
  const version = line.claim ?? line.statement;
  if (version === null || page.reading === null) return null;
  return (
    <LineForm
      action="/read/edit"
      fields={open === 'speaker' && line.statement !== null ? [SPEAKER] : fieldsOf(version)}
      line={version}
      reading={page.reading}
      submit="Keep this version"
      back={readAddress(frame, page.summary.id, line.id)}
    >
      <Hidden frame={frame} report={page.summary.id} lines={[line]} />
    </LineForm>
  );
};

export const ReviewLine: FC<{ props: ReadProps; line: ReportLine }> = ({ props, line }) => {
  const { frame, page, current, rest, open } = props;
  if (line.id !== current?.id) {
    return (
      <li class={line.review}>
        <a class="go" href={readAddress(frame, page.summary.id, line.id)}>
          <span class="n">{line.number}</span>
          <Says line={line} />
          {line.review === 'unread' ? null : <span class="voice"> · {line.review}</span>}
        </a>
      </li>
    );
  }
  return (
    <li class={`current ${line.review}`} id="line" aria-current="true">
      <h2 class="hidden">The line under review</h2>
      <span class="n">{line.number}</span>
      <Says line={line} />
      {line.review === 'unread' ? null : <span class="voice"> · {line.review}</span>}
      {line.statement === null ? (
        <p class="words narrow" dir="auto">
          {quoted(shorten(wordsAtAll(page.report.text, line.spans), 220))}
        </p>
      ) : null}
      <Deciding queue={props.queue} line={`${page.summary.id}:${line.id}`} />
      <AsRead line={line} />
      {open !== 'decide' ? (
        <Edit props={props} line={line} />
      ) : rest === null ? (
        <Decide props={props} line={line} />
      ) : (
        <Rest props={props} rest={rest} line={line} />
      )}
    </li>
  );
};
