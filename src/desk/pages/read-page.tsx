// Read: the review. A report on the left with the words of the line under review lit, its lines on the right, and a decision to be made on one.
import type { FC } from 'hono/jsx';
import type { Queue } from '../../terms/record.js';
import { lineOf, reportAddress, scoped } from './addresses.js';
import { MakeLine } from './by-hand.js';
import { Hidden, type ReadProps, ReviewLine, readAddress } from './decide.js';
import { type Frame, may } from './frame.js';
import type { ReportLine } from './report-lines.js';
import type { TextParagraph } from './report-text.js';
import { Page } from './shell.js';
import { Day } from './time.js';

interface TextProps {
  readonly paragraphs: readonly TextParagraph[];
  readonly current: ReportLine | null;
  /** The first paragraph is the headline of the page. */
  readonly headline: boolean;
}

const Text: FC<TextProps> = ({ paragraphs, current, headline }) => (
  <div class="review-text" dir="auto">
    {paragraphs.map(({ part, pieces, start }, i) => {
      const Tag = headline && i === 0 ? 'h1' : 'p';
      return (
        <Tag class={`text ${part}`} dir="auto" data-start={start}>
          {pieces.map((piece) => (
            <>
              {piece.starts.some(({ id }) => id === current?.id) ? <span class="anchor" id="words" /> : null}
              {current !== null && piece.lines.includes(current.number) ? <mark class="lit">{piece.text}</mark> : piece.text}
            </>
          ))}
        </Tag>
      );
    })}
  </div>
);

/** How many lines a board hangs on, and on whose desk all of them lie. */
const Desks: FC<{ queue: Queue; frame: Frame }> = ({ queue: { deciding, desks }, frame }) => (
  <>
    {deciding === 0 ? null : (
      <>
        {' '}
        · <a href={scoped('/read', frame.asked)}>a board hangs on {deciding}</a>
      </>
    )}
    {desks.every(({ reader }) => reader === null)
      ? ''
      : ` · ${desks.map(({ reader, lines }) => `${lines} on ${reader === null ? 'nobody’s' : `${reader}’s`} desk`).join(', ')}`}
  </>
);

/** The keys that the page names; each is carried by a button or link (`data-key`), the last by the island itself. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['a', 'accept'],
  ['r', 'reject'],
  ['u', 'unverifiable'],
  ['e', 'edit'],
  ['s', 'speaker'],
  ['m', 'make a line'],
  ['A', 'the rest of the paragraph'],
  ['j', 'next'],
  ['k', 'previous'],
  ['z', 'undo'],
  ['n', 'next report'],
  ['/', 'search'],
];

export const ReadPage: FC<ReadProps> = (props) => {
  const { frame, page, lines, paragraphs, current, waiting, queue, undo, making, next } = props;
  const { summary } = page;
  // The headline of the text is the title of the page, and is shown once, where it can be lit.
  const [first] = paragraphs;
  const opens = first !== undefined && page.report.text.slice(first.start, first.end).trim() === summary.title.trim();
  const left = lines.filter(({ review }) => review === 'unread').length;
  return (
    <Page frame={frame} title="Read" current="read" twin={`${reportAddress(summary.id)}.json`} islands={['keys', 'select']}>
      <div class="head wide">
        <p class="quiet">
          <a href={reportAddress(summary.id)}>{summary.publisher ?? 'Outlet not known'}</a>
          {summary.published === null ? null : (
            <>
              , <Day date={summary.published} />
            </>
          )}{' '}
          · {left} of {lines.length} lines of this report left · {waiting.lines} in {waiting.reports}{' '}
          {waiting.reports === 1 ? 'report' : 'reports'} wait
          <Desks queue={queue} frame={frame} />
        </p>
        {undo === null ? null : (
          <form method="post" action="/read/undo" class="inline undo" role="status">
            {undo.changes.map((seq) => (
              <input type="hidden" name="change" value={seq} />
            ))}
            <Hidden frame={frame} report={undo.report} lines={[]} />
            {undo.lines.map((id) => (
              <input type="hidden" name="line" value={id} />
            ))}
            <span class="small">
              {undo.did}
              {undo.copies.length === 0 ? '' : ', and the same words in a copy: '}
              {undo.copies.map((copy, i) => (
                <>
                  {i > 0 ? ', ' : ''}
                  <a href={reportAddress(copy.report, lineOf(copy.line))}>{copy.publisher ?? copy.title}</a>
                </>
              ))}
              .
            </span>
            <button type="submit" data-key="z" class="plainly small">
              Undo
            </button>
          </form>
        )}
      </div>
      <div class="review wide">
        <div>
          {opens ? null : (
            <h1 class="words" dir="auto">
              {summary.title}
            </h1>
          )}
          <Text paragraphs={paragraphs} current={current} headline={opens} />
        </div>
        <div class="review-lines">
          {current === null ? (
            <p>
              Nothing of this report is left.{' '}
              {next === null ? (
                'Nothing waits.'
              ) : (
                <a href={next} data-key="n">
                  The next report
                </a>
              )}
            </p>
          ) : null}
          {making === null || page.reading === null ? null : (
            <MakeLine frame={frame} report={summary.id} reading={page.reading} making={making} />
          )}
          <ol class="lines-beside">
            {lines.map((line) => (
              <ReviewLine props={props} line={line} />
            ))}
          </ol>
          {making !== null || page.reading === null || !may(frame, 'reviewer') ? null : (
            <p class="small">
              <a href={readAddress(frame, summary.id, undefined, { make: 'words' })} data-key="m" data-make>
                Make a line by hand
              </a>
            </p>
          )}
        </div>
      </div>
      <p class="keys quiet wide">
        {KEYS.map(([key, does]) => (
          <span>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
        {next === null || current === null ? null : (
          <a href={next} data-key="n">
            The next report
          </a>
        )}
      </p>
    </Page>
  );
};

/** Nothing to read at all. */
export const NothingToRead: FC<{ frame: Frame }> = ({ frame }) => (
  <Page frame={frame} title="Read" current="read" twin={scoped('/waiting.json', frame.asked)}>
    <div class="head">
      <h1>Nothing waits</h1>
      <p class="standfirst">Every line of every report up to this day has been reviewed.</p>
    </div>
    <p>
      <a href={scoped('/today', frame.asked)}>Today</a> · <a href={scoped('/add', frame.asked)}>Add reports</a>
    </p>
  </Page>
);
