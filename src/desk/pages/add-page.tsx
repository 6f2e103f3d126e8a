// Add: paste a report, upload files, or give an address; and what became of earlier addings.
import type { Child, FC } from 'hono/jsx';
import type { AddRun } from '../../terms/adding.js';
import type { Frame } from './frame.js';
import { ProcessField } from './process-field.js';
import { Page } from './shell.js';

/** One way to add: its fields, the process it goes to and its button, in a form of its own. */
const Way: FC<{ frame: Frame; id: string; legend: string; button: string; children: Child }> = ({
  frame,
  id,
  legend,
  button,
  children,
}) => (
  <form class="plain" method="post" action="/add" enctype="multipart/form-data">
    <input type="hidden" name="token" value={frame.token} />
    <fieldset>
      <legend>{legend}</legend>
      {children}
      <ProcessField frame={frame} id={`process-${id}`} label="Process it belongs to" />
      <button type="submit">{button}</button>
    </fieldset>
  </form>
);

const Runs: FC<{ runs: readonly AddRun[] }> = ({ runs }) =>
  runs.length === 0 ? null : (
    <section class="block" aria-labelledby="earlier">
      <h2 id="earlier">Earlier</h2>
      <ul>
        {runs.slice(0, 10).map((run) => (
          <li class="line">
            <a href={`/adding/${encodeURIComponent(run.id)}`}>
              {run.state === 'running' ? `${run.progress.done} of ${run.progress.total} so far` : `${run.progress.done} dealt with`}
            </a>
            <span class="quiet">
              {' '}
              {run.progress.new} new, {run.progress.known} known before, {run.progress.refused} refused
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

export const AddPage: FC<{ frame: Frame; runs: readonly AddRun[] }> = ({ frame, runs }) => (
  <Page frame={frame} title="Add reports" current="add">
    <div class="head">
      <h1>Add reports</h1>
      <p class="standfirst">
        The same text is kept once, however often it is added. What is given here wins over what is found in the report.
      </p>
    </div>
    <Way frame={frame} id="paste" legend="Paste" button="Add the text">
      <div class="field">
        <label for="text">The report, headline first</label>
        <textarea id="text" name="text" dir="auto" spellcheck={false} />
      </div>
      <div class="row">
        <div class="field">
          <label for="publisher">Outlet</label>
          <input id="publisher" name="publisher" autocomplete="off" />
        </div>
        <div class="field">
          <label for="published">Day of publication (2014-02-01)</label>
          <input id="published" name="published" autocomplete="off" inputmode="numeric" />
        </div>
      </div>
    </Way>
    <Way frame={frame} id="upload" legend="Upload" button="Add the files">
      <div class="field">
        <label for="files">Text, page, PDF, DOCX, mail or feed; several at once</label>
        <input id="files" type="file" name="files" multiple required />
      </div>
    </Way>
    <Way frame={frame} id="url" legend="Address" button="Add from the address">
      <div class="field">
        <label for="url">Address of a report or of a feed</label>
        <input id="url" type="url" name="url" required placeholder="https://" />
      </div>
    </Way>
    <Runs runs={runs} />
  </Page>
);
