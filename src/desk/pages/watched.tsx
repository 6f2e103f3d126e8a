// The watched sources and how each fares; and those that are dead, for Today.
import type { FC } from 'hono/jsx';
import { MARKS } from '../../terms/marks.js';
import { isDead, type Watch } from '../../terms/watching.js';
import { type Frame, may } from './frame.js';
import { ProcessField } from './process-field.js';
import { Day } from './time.js';

/** Minutes that the form offers. */
const EVERY = [15, 60, 360, 1440] as const;

const dayOf = (at: string): string => at.slice(0, 10);

const sayEvery = (minutes: number): string =>
  minutes % 1440 === 0 ? `every ${minutes / 1440} d` : minutes % 60 === 0 ? `every ${minutes / 60} h` : `every ${minutes} min`;

const Fares: FC<{ watch: Watch }> = ({ watch }) => (
  <>
    {watch.paused ? 'paused' : null}
    {!watch.paused && watch.tried === null ? 'not looked at yet' : null}
    {!watch.paused && watch.failures > 0 ? `${watch.failures} ${watch.failures === 1 ? 'try' : 'tries'} failed` : null}
    {!watch.paused && watch.tried !== null && watch.failures === 0 ? 'well' : null}
    {watch.error === null || watch.paused ? null : (
      <>
        : <span dir="auto">{watch.error.message}</span> {watch.error.next}
      </>
    )}
  </>
);

const Place: FC<{ watch: Watch }> = ({ watch }) => (
  <>
    {watch.kind === 'reliefweb' ? 'ReliefWeb: ' : null}
    <span dir="auto">{watch.place}</span>
  </>
);

const Doings: FC<{ watch: Watch; frame: Frame }> = ({ watch, frame }) => {
  const path = `/sources/${encodeURIComponent(watch.id)}`;
  return (
    <form class="inline" method="post" action={`${path}/pause`}>
      <input type="hidden" name="token" value={frame.token} />
      <button type="submit" formaction={`${path}/look`} aria-label={`Look now at ${watch.place}`}>
        Look now
      </button>
      <button
        type="submit"
        name="paused"
        value={watch.paused ? 'no' : 'yes'}
        aria-label={`${watch.paused ? 'Resume' : 'Pause'} ${watch.place}`}
      >
        {watch.paused ? 'Resume' : 'Pause'}
      </button>
      <button type="submit" class="grave" formaction={`${path}/remove`} aria-label={`Watch ${watch.place} no more`}>
        Remove
      </button>
    </form>
  );
};

export const Watched: FC<{ watches: readonly Watch[]; frame: Frame }> = ({ watches, frame }) => (
  <section class="block" aria-labelledby="watched">
    <h2 id="watched">Watched</h2>
    {watches.length === 0 ? <p class="quiet">Nothing is looked at by itself yet.</p> : null}
    {watches.length === 0 ? null : (
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Looked at</th>
            <th scope="col">Last new report</th>
            <th scope="col">How it fares</th>
            <th scope="col">
              <span class="hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {watches.map((watch) => (
            <tr>
              <td>
                <Place watch={watch} />
              </td>
              <td class="small">{sayEvery(watch.every)}</td>
              <td class="small">{watch.brought === null ? '–' : <Day date={dayOf(watch.brought)} />}</td>
              <td class="small">
                <Fares watch={watch} />
              </td>
              <td class="small">{may(frame, 'editor') ? <Doings watch={watch} frame={frame} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {may(frame, 'editor') ? <NewWatch frame={frame} /> : null}
  </section>
);

const NewWatch: FC<{ frame: Frame }> = ({ frame }) => (
  <form class="plain" method="post" action="/sources/watch">
    <input type="hidden" name="token" value={frame.token} />
    <fieldset>
      <legend>Watch another</legend>
      <div class="row">
        <div class="field">
          <label for="watch-kind">What it is</label>
          <select id="watch-kind" name="kind">
            <option value="feed">feed or page, by its address</option>
            <option value="reliefweb">search of ReliefWeb, by its words</option>
          </select>
        </div>
        <div class="field">
          <label for="watch-place">Address, or words to search for</label>
          <input id="watch-place" name="place" required dir="auto" autocomplete="off" maxlength={2000} />
        </div>
      </div>
      <div class="row">
        <ProcessField frame={frame} id="watch-process" label="Process its reports belong to" />
        <div class="field">
          <label for="watch-every">Looked at every</label>
          <select id="watch-every" name="every">
            {EVERY.map((minutes) => (
              <option value={String(minutes)} selected={minutes === 60}>
                {sayEvery(minutes).replace('every ', '')}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="watch-mark">Mark of what it brings</label>
          <select id="watch-mark" name="mark">
            {MARKS.map((mark) => (
              <option value={mark}>TLP:{mark}</option>
            ))}
          </select>
        </div>
      </div>
      <button type="submit">Watch it</button>
      <p class="quiet small">Folders and mailboxes of the machine are watched by the command: parley watch add.</p>
    </fieldset>
  </form>
);

export const DeadSources: FC<{ watches: readonly Watch[]; sources: string }> = ({ watches, sources }) => {
  const dead = watches.filter(isDead);
  return dead.length === 0 ? null : (
    <section class="block" aria-labelledby="dead">
      <h2 id="dead">Nothing comes from</h2>
      <ul>
        {dead.map(({ place, good, error }) => (
          <li>
            <a href={sources} dir="auto">
              {place}
            </a>
            {good === null ? ', which never answered' : null}
            {good === null ? null : (
              <>
                {' '}
                since <Day date={dayOf(good)} />
              </>
            )}
            {error === null ? null : <span class="quiet">: {error.message}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};
