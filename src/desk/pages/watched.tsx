// The watched sources and how each fares; and those that are dead, for Today.
import type { FC } from 'hono/jsx';
import { isDead, type Watch } from '../../terms/watching.js';
import { Day } from './time.js';

const dayOf = (at: string): string => at.slice(0, 10);

const sayEvery = (minutes: number): string =>
  minutes % 1440 === 0 ? `every ${minutes / 1440} d` : minutes % 60 === 0 ? `every ${minutes / 60} h` : `every ${minutes} min`;

const Fares: FC<{ watch: Watch }> = ({ watch }) => (
  <>
    {watch.tried === null ? 'not looked at yet' : null}
    {watch.failures > 0 ? `${watch.failures} ${watch.failures === 1 ? 'try' : 'tries'} failed` : null}
    {watch.tried !== null && watch.failures === 0 ? 'well' : null}
    {watch.error === null ? null : (
      <>
        : <span dir="auto">{watch.error.message}</span> {watch.error.next}
      </>
    )}
  </>
);

export const Watched: FC<{ watches: readonly Watch[] }> = ({ watches }) =>
  watches.length === 0 ? null : (
    <section class="block" aria-labelledby="watched">
      <h2 id="watched">Watched</h2>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Looked at</th>
            <th scope="col">Last new report</th>
            <th scope="col">How it fares</th>
          </tr>
        </thead>
        <tbody>
          {watches.map((watch) => (
            <tr>
              <td dir="auto">{watch.place}</td>
              <td class="small">{sayEvery(watch.every)}</td>
              <td class="small">{watch.brought === null ? '–' : <Day date={dayOf(watch.brought)} />}</td>
              <td class="small">
                <Fares watch={watch} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
