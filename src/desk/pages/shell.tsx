// The page around every page: the thin bar, the line that says as of which day, the content, the foot.
import type { Child, FC } from 'hono/jsx';
import { address, scoped } from './addresses.js';
import { type Frame, may, type PlaceInDesk } from './frame.js';
import { NumberingContext, startNumbering } from './numbering.js';
import { Day } from './time.js';

/** The places of the bar, in the order of a morning. */
const BAR: readonly (readonly [PlaceInDesk, string])[] = [
  ['today', 'Today'],
  ['read', 'Read'],
  ['reports', 'Reports'],
  ['talks', 'Talks'],
  ['access', 'Access'],
  ['who', 'Who'],
  ['due', 'Due'],
  ['influence', 'Influence'],
  ['sources', 'Sources'],
  ['search', 'Search'],
  ['add', 'Add'],
];

const Bar: FC<{ frame: Frame; current: PlaceInDesk | null }> = ({ frame, current }) => (
  <header class="bar">
    <nav aria-label="Desk">
      <a class="process" href={frame.role === null ? '/' : '/processes'} aria-current={current === 'processes' ? 'page' : undefined}>
        {frame.process === null ? 'Parley' : frame.process.name}
      </a>
      <ul>
        {BAR.filter(([place]) => may(frame, place === 'add' ? 'editor' : 'viewer')).map(([place, word]) => (
          <li>
            <a href={scoped(`/${place}`, frame.asked)} aria-current={place === current ? 'page' : undefined}>
              {word}
              {place === 'read' && frame.waiting > 0 ? <span class="count"> ({frame.waiting})</span> : null}
            </a>
          </li>
        ))}
        {frame.user === null ? null : (
          <li>
            <a href="/account" aria-current={current === 'account' ? 'page' : undefined} dir="auto">
              {frame.user}
            </a>
          </li>
        )}
      </ul>
    </nav>
  </header>
);

const AsOf: FC<{ frame: Frame }> = ({ frame: { process, asOf } }) =>
  process === null || asOf === undefined ? null : (
    <aside class="asof" aria-label="The day looked at">
      <p>
        {process.demo ? 'This is the demo process, a rewriting of public facts. Its' : 'The'} boards are shown as of{' '}
        <strong>
          <Day date={asOf} />
        </strong>
        {' and leave out what was published later. '}
        <a href={address('/processes', { process: process.id })}>Move the day{process.demo ? ' or remove the demo' : ''}</a>
      </p>
    </aside>
  );

/** "These boards are of 14:05 UTC; 3 changes since are being worked in." */
const EarlierState: FC<{ frame: Frame }> = ({ frame }) => {
  const earlier = frame.earlier();
  return earlier === null ? null : (
    <aside class="asof" aria-label="The state looked at">
      <p>
        These boards are of <time datetime={earlier.at}>{earlier.at.slice(11, 16)} UTC</time>;{' '}
        {earlier.changes === 1 ? '1 change since is' : `${earlier.changes.toLocaleString('en-GB')} changes since are`} being worked in.
      </p>
    </aside>
  );
};

export interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly current: PlaceInDesk | null;
  /** Path of the JSON twin. */
  readonly twin?: string | undefined;
  /** Names of the islands the page can use. */
  readonly islands?: readonly string[];
  /** Further style sheets. */
  readonly styles?: readonly string[];
  readonly children?: Child;
}

export const Page: FC<PageProps> = ({ frame, title, current, twin, islands = [], styles = [], children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${frame.process === null ? 'Parley' : frame.process.name}`}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {[frame.assets.style, ...styles].map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {twin === undefined ? null : <link rel="alternate" type="application/json" href={twin} />}
      {islands.map((name) => {
        const src = frame.assets.island(name);
        return src === null ? null : <script type="module" src={src} />;
      })}
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <Bar frame={frame} current={current} />
      <AsOf frame={frame} />
      <EarlierState frame={frame} />
      <main class="page" id="content" tabindex={-1}>
        <NumberingContext.Provider value={startNumbering()}>{children}</NumberingContext.Provider>
      </main>
      <footer class="foot">
        <p>
          {frame.process === null ? null : (
            <>
              <a href={scoped('/brief', frame.asked)}>Brief</a> ·{' '}
            </>
          )}
          {twin === undefined ? null : (
            <>
              <a href={twin}>This page as JSON</a> ·{' '}
            </>
          )}
          {frame.admin ? (
            <>
              <a href="/people">People</a> ·{' '}
            </>
          ) : null}
          {frame.role === null ? 'Parley' : <a href="/api">The calls of this desk</a>}
        </p>
      </footer>
    </body>
  </html>
);
