// An error as a person needs it: what happened, what was kept, what to do next.
import type { FC } from 'hono/jsx';
import type { ParleyError } from '../../terms/errors.js';
import { scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { Page } from './shell.js';

export const ErrorPage: FC<{ frame: Frame; error: ParleyError }> = ({ frame, error }) => (
  <Page frame={frame} title={error.message} current={null}>
    <div class="head">
      <h1>{error.message}</h1>
    </div>
    <p>{error.next}</p>
    {error.code === 'not-signed-in' ? (
      <p class="after">
        <a href="/sign-in">Sign in</a>
      </p>
    ) : null}
    <p class="after">
      <a href={scoped('/today', frame.asked)}>Today</a> · <a href={scoped('/reports', frame.asked)}>Reports</a> ·{' '}
      <a href={scoped('/search', frame.asked)}>Search</a>
    </p>
    <p class="quiet">Code of the error: {error.code}</p>
  </Page>
);
