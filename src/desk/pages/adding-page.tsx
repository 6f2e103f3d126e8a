// An adding while it runs and when it is done: a line of progress that is renewed as the page arrives, then what became of each report.
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { AddProgress, AddResult, AddRun } from '../../terms/adding.js';
import { reportAddress, scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { Page } from './shell.js';

/** Stands in the page where the progress goes; the page is sent up to it, and the rest when the adding is over. */
export const GAP = '<!--progress-->';

const seconds = (left: number): string => (left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`);

export function sayProgress({ done, total, rate, left }: AddProgress): string {
  const pace = rate > 0 ? `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second` : '';
  return `${done} of ${total}${pace}${left === null || done >= total ? '' : `, about ${seconds(left)} left`}`;
}

export const ProgressLine: FC<{ progress: AddProgress }> = ({ progress }) => <p>{sayProgress(progress)}</p>;

const Result: FC<{ result: AddResult }> = ({ result }) => (
  <li class="line">
    {result.outcome === 'refused' ? (
      <>
        <span class="state no">
          <span class="shape" aria-hidden="true">
            ✕
          </span>
          refused
        </span>{' '}
        {result.error?.message ?? result.from} <span class="quiet">{result.error?.next}</span>
      </>
    ) : (
      <>
        <span class={`state ${result.outcome === 'new' ? 'yes' : 'silent'}`}>
          <span class="shape" aria-hidden="true">
            {result.outcome === 'new' ? '●' : '○'}
          </span>
          {result.outcome === 'new' ? 'new' : 'known before'}
        </span>{' '}
        {result.id === undefined ? (
          (result.title ?? result.from)
        ) : (
          <a href={reportAddress(result.id)} dir="auto">
            {result.title ?? result.from}
          </a>
        )}
        {result.unread === true ? <span class="quiet"> kept unread, being in another language than English</span> : null}
      </>
    )}
  </li>
);

/** What an adding came to, once it is over. */
export const AddingOutcome: FC<{ run: AddRun; frame: Frame }> = ({ run, frame }) => (
  <>
    {run.error === undefined ? null : (
      <p class="message">
        {run.error.message} {run.error.next}
      </p>
    )}
    <section class="block" aria-labelledby="became">
      <h2 id="became">
        {run.state === 'stopped' ? 'Stopped: ' : ''}
        {run.progress.new} new, {run.progress.known} known before, {run.progress.refused} refused
      </h2>
      <ul>
        {run.results.map((result) => (
          <Result result={result} />
        ))}
      </ul>
    </section>
    <p>
      <a href={scoped('/today', frame.asked)}>Today</a> · <a href={scoped('/add', frame.asked)}>Add more</a>
    </p>
  </>
);

/** The page with a gap for the progress; `run` is null while it is not over. */
export const AddingPage: FC<{ frame: Frame; id: string; run: AddRun | null }> = ({ frame, id, run }) => (
  <Page frame={frame} title="Adding" current="add" twin={`/adding/${encodeURIComponent(id)}.json`}>
    <div class="head">
      <h1>{run === null ? 'Adding' : run.state === 'failed' ? 'Not all was added' : 'Added'}</h1>
    </div>
    {run === null ? (
      <>
        <form method="post" action={`/adding/${encodeURIComponent(id)}/stop`} class="inline stop">
          <input type="hidden" name="token" value={frame.token} />
          <button type="submit">Stop after the report in hand</button>
        </form>
        {raw(GAP)}
      </>
    ) : (
      <AddingOutcome run={run} frame={frame} />
    )}
  </Page>
);
