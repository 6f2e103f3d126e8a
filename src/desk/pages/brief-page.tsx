// The brief: what changed since a day, slipped, is disputed and is not known, each sentence with its words; to be printed or handed on.
import type { FC } from 'hono/jsx';
import type { Brief } from '../../terms/brief.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { Page } from './shell.js';
import { Day } from './time.js';

interface Props {
  readonly frame: Frame;
  readonly brief: Brief;
  readonly cited: Cited;
}

export const BriefPage: FC<Props> = ({ frame, brief, cited }) => {
  const query = { since: brief.since, unreviewed: brief.unreviewed ? 'true' : undefined };
  const refs = new Map(brief.notes.map(({ number, ref }) => [number, ref]));
  const file = (path: string): string => scoped(path, { process: frame.process?.id, asOf: brief.day }, query);
  return (
    <Page frame={frame} title="Brief" current={null} twin={file('/brief.json')}>
      <div class="head">
        <h1>Brief</h1>
        <p class="quiet">
          What changed from <Day date={brief.since} asOf={brief.day} /> to <Day date={brief.day} />.{' '}
          {brief.unreviewed ? 'Lines that nobody has reviewed are marked.' : 'Only what somebody has reviewed.'}
        </p>
        <form class="inline" method="get" action="/brief">
          {frame.process === null ? null : <input type="hidden" name="process" value={frame.process.id} />}
          <input type="hidden" name="as-of" value={brief.day} />
          <label for="since">Since</label>
          <input id="since" type="date" name="since" value={brief.since} required />
          <input id="unreviewed" type="checkbox" name="unreviewed" value="true" checked={brief.unreviewed} />
          <label for="unreviewed">with what nobody has reviewed, marked</label>
          <button type="submit">Show</button>
        </form>
      </div>
      {brief.sections.length === 0 ? (
        <p>Nothing changed that {brief.unreviewed ? 'the record can prove' : 'somebody has reviewed'}.</p>
      ) : null}
      {brief.sections.map(({ title, sentences, more }, at) => (
        <section class="block" aria-labelledby={`section-${at}`}>
          <h2 id={`section-${at}`}>{title}</h2>
          <ul>
            {sentences.map(({ text, notes, origins, reviewed }) => (
              <Line
                of={cited.cite(notes.flatMap((note) => refs.get(note) ?? []))}
                asOf={brief.day}
                class={reviewed || notes.length === 0 ? undefined : 'unread'}
              >
                {text}
                {origins > 1 ? <span class="quiet"> {origins} origins</span> : null}
                {reviewed || notes.length === 0 ? null : <span class="quiet"> unreviewed</span>}
              </Line>
            ))}
          </ul>
          {more > 0 ? (
            <p>
              <a href={scoped('/brief', { process: frame.process?.id, asOf: brief.day }, { ...query, all: 'true' })}>
                and {more.toLocaleString('en-GB')} more
              </a>
            </p>
          ) : null}
        </section>
      ))}
      <p class="quiet">
        To hand on: <a href={file('/brief.txt')}>text</a> · <a href={file('/brief.html')}>page for printing</a> ·{' '}
        <a href={file('/brief.docx')}>Word document</a>
      </p>
    </Page>
  );
};
