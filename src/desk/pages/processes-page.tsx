// Processes: open one, make one, move the day it is looked at, remove it whole.
import type { FC } from 'hono/jsx';
import { FORMAT_NAMES, FORMATS } from '../../terms/formats.js';
import type { Process } from '../../terms/record.js';
import { address } from './addresses.js';
import { type Frame, may } from './frame.js';
import { Page } from './shell.js';
import { Day } from './time.js';

const One: FC<{ process: Process; frame: Frame }> = ({ process, frame }) => {
  const path = `/processes/${encodeURIComponent(process.id)}`;
  const id = `of-${process.id}`;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{process.demo ? 'Demo' : 'Process'}</h2>
      <p>
        <a href={address('/today', { process: process.id })}>
          <strong dir="auto">{process.name}</strong>
        </a>{' '}
        <span class="quiet">
          {process.reports} {process.reports === 1 ? 'report' : 'reports'}, looked at{' '}
          {process.asOf === null ? (
            'as of now'
          ) : (
            <>
              as of <Day date={process.asOf} />
            </>
          )}
        </span>
      </p>
      {process.demo ? (
        <p class="line quiet">
          Our own wording of public facts on the Syria talks of early 2014; the outlets are made up. It goes as a whole.
        </p>
      ) : null}
      <p>
        <a href={address('/brief', { process: process.id })}>Brief</a>{' '}
        <span class="quiet">
          · to take away: <a href={address('/export.jsonl', { process: process.id })}>all of it</a>
          {FORMAT_NAMES.map((format) => (
            <>
              , <a href={address(FORMATS[format].address, { process: process.id })}>{FORMATS[format].says}</a>
            </>
          ))}
        </span>
      </p>
      {!may(frame, 'editor') ? null : (
        <form class="inline" method="post" action={`${path}/as-of`}>
          <input type="hidden" name="token" value={frame.token} />
          <label for={`${id}-day`}>Look at it as of</label>
          <input id={`${id}-day`} type="date" name="day" value={process.asOf ?? ''} />
          <button type="submit">Move the day</button>
          <button type="submit" name="now" value="yes">
            As of now
          </button>
        </form>
      )}
      {!may(frame, 'admin') ? null : (
        <form class="inline" method="post" action={`${path}/remove`}>
          <input type="hidden" name="token" value={frame.token} />
          <input type="hidden" name="reports" value="yes" />
          <input type="checkbox" id={`${id}-sure`} name="sure" value="yes" required />
          <label for={`${id}-sure`}>Yes, remove it and the reports that are in no other</label>
          <button type="submit" class="grave">
            Remove
          </button>
        </form>
      )}
    </section>
  );
};

export const ProcessesPage: FC<{ frame: Frame }> = ({ frame }) => (
  <Page frame={frame} title="Processes" current="processes" twin="/processes.json">
    <div class="head">
      <h1>Processes</h1>
      <p class="standfirst">The talks that reports are gathered for. A report may belong to several, or to none yet.</p>
    </div>
    {frame.processes.map((process) => (
      <One process={process} frame={frame} />
    ))}
    {!may(frame, 'editor') ? null : (
      <section class="block" aria-labelledby="new">
        <h2 id="new">A new process</h2>
        <form class="plain" method="post" action="/processes">
          <input type="hidden" name="token" value={frame.token} />
          <div class="field">
            <label for="name">Name</label>
            <input id="name" name="name" required maxlength={200} autocomplete="off" dir="auto" />
          </div>
          <button type="submit">Make it</button>
        </form>
      </section>
    )}
  </Page>
);
