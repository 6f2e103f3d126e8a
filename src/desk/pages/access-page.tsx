// Access: for each place the ladder of aid and people getting through, step by step with its day and words, and who blames whom for it.
import type { FC } from 'hono/jsx';
import { locatePlaces } from '../../parley.js';
import type { ACCESS_STEPS } from '../../terms/reading.js';
import { sayFigures } from '../../terms/say-figure.js';
import type { AccessSheet } from '../../terms/study.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import { daysBetween } from './day.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { Pager } from './pager.js';
import { PlaceMap } from './place-map.js';
import { Page } from './shell.js';
import { shorten } from './shorten.js';
import type { ShownAccess, ShownPlace } from './shown.js';
import { StepWord } from './state-word.js';
import { Day } from './time.js';

type Place = AccessSheet['places'][number];
type Step = Place['steps'][number];
type Blame = Place['blame'][number];

/** From need to delivery; what stops the way is told beside it. */
const RUNGS = [
  'needed',
  'requested',
  'agreed',
  'authorised',
  'moving',
  'delivered',
] as const satisfies readonly (typeof ACCESS_STEPS)[number][];

const Ladder: FC<{ form: string; steps: readonly Step[]; day: string }> = ({ form, steps, day }) => {
  const reached = new Set(steps.map(({ step }) => step));
  const last = steps[steps.length - 1];
  const stuck = last !== undefined && !RUNGS.some((rung) => rung === last.step) ? last : undefined;
  const days = stuck?.date == null ? null : daysBetween(stuck.date, day);
  return (
    <p class="ladder">
      <strong>{form}</strong>{' '}
      {RUNGS.map((rung) => (
        <span class={reached.has(rung) ? 'rung filled' : 'rung'}>
          {rung} <span aria-hidden="true">{reached.has(rung) ? '■' : '□'}</span>
          <span class="hidden">{reached.has(rung) ? ' reached' : ' not told'}</span>
        </span>
      ))}
      {stuck === undefined ? null : (
        <span class="stuck">
          <StepWord step={stuck.step} />
          {days !== null && days > 0 ? ` ${days} ${days === 1 ? 'day' : 'days'}` : ''}
        </span>
      )}
    </p>
  );
};

const byForm = (steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> => {
  const forms = new Map<string, Step[]>();
  for (const step of steps) forms.set(step.form, [...(forms.get(step.form) ?? []), step]);
  return forms;
};

/** An arrow and those that point back at it stand side by side. */
function columnsOf(blame: readonly Blame[]): readonly (readonly Blame[])[] {
  const left = [...blame];
  const rows: Blame[][] = [];
  for (let arrow = left.shift(); arrow !== undefined; arrow = left.shift()) {
    const { from, on } = arrow;
    const back = left.findIndex((other) => other.from === on && other.on === from);
    rows.push(back === -1 ? [arrow] : [arrow, ...left.splice(back, 1)]);
  }
  return rows;
}

const BlameRows: FC<{ blame: readonly Blame[]; cited: Cited; day: string }> = ({ blame, cited, day }) => (
  <>
    {columnsOf(blame).map((row) => (
      <ul class={row.length > 1 ? 'rivals' : undefined}>
        {row.map((arrow) => (
          <Line of={cited.cite(arrow.evidence)} asOf={day} class={row.length > 1 ? 'rival' : undefined}>
            {arrow.from} <span class="quiet">blames</span> {arrow.on}
            <span class="quiet">: {shorten(arrow.for, 90)}</span>
          </Line>
        ))}
      </ul>
    ))}
  </>
);

const PlaceSheet: FC<{ place: ShownPlace; cited: Cited; frame: Frame; number: number; alone: boolean }> = ({
  place,
  cited,
  frame: { day, asked },
  number,
  alone,
}) => (
  <section class="block" aria-labelledby={`place-${number}`}>
    <h2 id={`place-${number}`} dir="auto">
      {place.place ?? 'No place named'}
    </h2>
    {[...byForm(place.steps)].map(([form, steps]) => (
      <>
        {form === 'siege' ? (
          <p class="ladder">
            <strong>siege</strong>
          </p>
        ) : (
          <Ladder form={form} steps={place.all.filter((step) => step.form === form)} day={day} />
        )}
        <ul>
          {steps.map((step) => (
            <Line
              of={cited.cite(step.evidence)}
              asOf={day}
              lead={step.date === null ? 'day not known' : <Day date={step.date} asOf={day} distance />}
            >
              <StepWord step={step.step} />
              {step.figures.length === 0 ? null : `: ${sayFigures(step.figures)}`}
            </Line>
          ))}
        </ul>
      </>
    ))}
    {place.blame.length === 0 ? null : <BlameRows blame={place.blame} cited={cited} day={day} />}
    {place.left === 0 || place.place === null ? null : alone ? (
      <p class="quiet">
        The latest are shown; <a href={scoped('/access.json', asked)}>the sheet</a> has {place.left} more.
      </p>
    ) : (
      <p>
        <a href={scoped('/access', asked, { place: place.place })}>{place.left} more of this place</a>
      </p>
    )}
  </section>
);

export const AccessPage: FC<{ frame: Frame; shown: ShownAccess; page: number; only: string | undefined; cited: Cited }> = ({
  frame,
  shown,
  page,
  only,
  cited,
}) => {
  const here = new Map(shown.places.map(({ place }, i) => [place, `#place-${i + 1}`]));
  const named = shown.told.flatMap(({ place }) => place ?? []);
  const located = new Map(locatePlaces(named).map((place) => [place.name, place]));
  const marked = shown.told.flatMap(({ place, steps, blame }) => {
    const where = place === null ? undefined : located.get(place);
    const lines = [...steps, ...blame].reduce((sum, { evidence }) => sum + evidence.length, 0);
    return where === undefined || place === null
      ? []
      : [{ place: where, lines, href: here.get(place) ?? scoped('/access', frame.asked, { place }) }];
  });
  return (
    <Page frame={frame} title={only ?? 'Access'} current="access" twin={scoped('/access.json', frame.asked)}>
      <div class="head">
        <h1>Access</h1>
        <p class="quiet">Aid and people getting through: ■ told, □ not told yet. By the reports up to this day, earliest step first.</p>
      </div>
      {only === undefined ? null : (
        <p>
          <a href={scoped('/access', frame.asked)}>All places</a>
        </p>
      )}
      <PlaceMap marked={marked} />
      {shown.places.length === 0 ? <p>Nothing heard of aid or people getting through.</p> : null}
      {shown.places.map((place, i) => (
        <PlaceSheet place={place} cited={cited} frame={frame} number={i + 1} alone={only !== undefined} />
      ))}
      <Pager page={page} total={shown.total} to={(other) => scoped('/access', frame.asked, { page: other })} />
    </Page>
  );
};
