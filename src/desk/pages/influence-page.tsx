// Influence: who presses whom, through whom, and how they are tied; as a map, and the same in lines with their words.
import type { FC } from 'hono/jsx';
import type { Influence, InfluenceArrow } from '../api/influence.js';
import { lineOf, reportAddress, scoped } from './addresses.js';
import { placeByForces } from './force.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { sayClaim } from './say-claim.js';
import { Page } from './shell.js';
import { shorten } from './shorten.js';

const WIDTH = 1000;
const HEIGHT = 620;
/** Air around the nodes for their names. */
const AIR = 90;
/** So many actors as can be told apart; the lines below hold all. */
const MOST = 26;

/** One drawn arrow for all that one does to another in the same way. */
interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly kind: InfluenceArrow['kind'];
  readonly of: readonly InfluenceArrow[];
}

function drawnOf(arrows: readonly InfluenceArrow[], places: ReadonlyMap<string, number>): readonly Drawn[] {
  const found = new Map<string, Drawn & { of: InfluenceArrow[] }>();
  for (const arrow of arrows) {
    const [from, to] = [places.get(arrow.from), places.get(arrow.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to} ${arrow.kind}`;
    const known = found.get(key);
    if (known) known.of.push(arrow);
    else found.set(key, { from, to, kind: arrow.kind, of: [arrow] });
  }
  return [...found.values()];
}

const sayArrow = (arrow: InfluenceArrow): string =>
  arrow.kind === 'pressure'
    ? `${arrow.by === null ? arrow.from : `${arrow.by} through ${arrow.from}`} ${arrow.means} ${arrow.to}: ${shorten(arrow.for, 80)}`
    : `${arrow.from} ${arrow.negated ? 'not ' : ''}${arrow.relation.replaceAll('-', ' ')} ${arrow.to}`;

const Picture: FC<{ influence: Influence }> = ({ influence: { actors, arrows } }) => {
  const most = new Set(actors.slice(0, MOST).map(({ name }) => name));
  // Those whose arrows all lead to somebody not drawn would stand alone.
  const drawable = new Set(arrows.flatMap(({ from, to }) => (from !== to && most.has(from) && most.has(to) ? [from, to] : [])));
  const shown = actors.filter(({ name }) => drawable.has(name));
  const places = new Map(shown.map(({ name }, i) => [name, i]));
  const drawn = drawnOf(arrows, places);
  const points = placeByForces(
    shown.length,
    drawn.map(({ from, to }) => [from, to] as const),
    WIDTH - 2 * AIR,
    HEIGHT - 60,
  ).map(({ x, y }) => ({ x: x + AIR, y: y + 30 }));
  return (
    <figure
      class="map wide"
      tabindex={0}
      aria-label="Map of influence: who presses whom and who is tied to whom; each arrow leads to the words"
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>Who presses whom, and who is tied to whom</title>
        <defs>
          {['pressure', 'tie'].map((kind) => (
            <marker id={`tip-${kind}`} class={kind} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0.5L8 4L0 7.5z" />
            </marker>
          ))}
        </defs>
        {drawn.map(({ from, to, kind, of }) => {
          const [a, b] = [points[from]!, points[to]!];
          const length = Math.max(Math.hypot(b.x - a.x, b.y - a.y), 1);
          const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
          // Bent to one side, so that an arrow and its counter-arrow are two.
          const bend = kind === 'pressure' ? 18 : -10;
          const [mx, my] = [(a.x + b.x) / 2 - uy * bend, (a.y + b.y) / 2 + ux * bend];
          const [first] = of;
          const [line] = first?.lines ?? [];
          const words = of.map(sayArrow).join('; ');
          const path = (
            <path
              class={`arrow ${kind}`}
              d={`M${(a.x + ux * 9).toFixed(1)} ${(a.y + uy * 9).toFixed(1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${(b.x - ux * 10).toFixed(1)} ${(b.y - uy * 10).toFixed(1)}`}
              stroke-width={Math.min(1 + of.reduce((sum, { origins }) => sum + origins, 0) * 0.5, 4)}
              marker-end={`url(#tip-${kind})`}
            >
              <title>{words}</title>
            </path>
          );
          return line === undefined ? (
            path
          ) : (
            <a href={reportAddress(line.citation.report, lineOf(line.citation.line))} aria-label={words}>
              {path}
            </a>
          );
        })}
        {shown.map(({ name, arrows: count }, i) => {
          const { x, y } = points[i]!;
          return (
            <g class="node">
              <circle cx={x} cy={y} r={Math.min(3 + count * 0.5, 8)} />
              <text x={x} y={y - 11} text-anchor="middle">
                {shorten(name, 28)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption class="quiet">
        Full arrows press, dashed ones tie; thicker where more origins tell it.{' '}
        {actors.length > shown.length ? `The ${shown.length} most involved of ${actors.length} are drawn.` : ''} The same in lines below.
      </figcaption>
    </figure>
  );
};

/** Each line once, though it may be several arrows. */
const linesOf = (arrows: readonly InfluenceArrow[], kind: InfluenceArrow['kind']): readonly InfluenceArrow[] => [
  ...new Map(arrows.filter((arrow) => arrow.kind === kind).map((arrow) => [arrow.lines[0]?.citation.line ?? '', arrow])).values(),
];

const Lines: FC<{ id: string; heading: string; arrows: readonly InfluenceArrow[]; day: string }> = ({ id, heading, arrows, day }) =>
  arrows.length === 0 ? null : (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {arrows.map(({ lines, origins }) => {
          const [newest] = lines;
          return newest?.claim == null ? null : (
            <Line of={lines.map(({ citation }) => citation)} asOf={day} class={newest.citation.review}>
              <span class="says">{sayClaim(newest.claim, (ref) => newest.actors[ref]?.name ?? ref, day)}</span>
              {origins > 1 ? <span class="quiet"> {origins} origins</span> : null}
            </Line>
          );
        })}
      </ul>
    </section>
  );

export const InfluencePage: FC<{ frame: Frame; influence: Influence }> = ({ frame, influence }) => (
  <Page frame={frame} title="Influence" current="influence" twin={scoped('/influence.json', frame.asked)}>
    <div class="head">
      <h1>Influence</h1>
      <p class="quiet">Who presses whom, through whom and for what, and how they are tied</p>
    </div>
    {influence.arrows.length === 0 ? <p>Nothing heard of pressure or ties.</p> : <Picture influence={influence} />}
    <Lines id="presses" heading="Presses" arrows={linesOf(influence.arrows, 'pressure')} day={frame.day} />
    <Lines id="ties" heading="Ties" arrows={linesOf(influence.arrows, 'tie')} day={frame.day} />
  </Page>
);
