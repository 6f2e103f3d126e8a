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
import { PlaceMap } from './place-map.js';
import { Page } from './shell.js';
import { shorten } from './shorten.js';
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

const PlaceSheet: FC<{ place: Place; cited: Cited; day: string; number: number }> = ({ place, cited, day, number }) => (
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
          <Ladder form={form} steps={steps} day={day} />
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
  </section>
);

export const AccessPage: FC<{ frame: Frame; sheet: AccessSheet; cited: Cited }> = ({ frame, sheet, cited }) => {
  const told = sheet.places.filter(({ steps, blame }) => steps.length > 0 || blame.length > 0);
  const located = new Map(locatePlaces(told.flatMap(({ place }) => place ?? [])).map((place) => [place.name, place]));
  const marked = told.flatMap(({ place, steps, blame }, i) => {
    const where = place === null ? undefined : located.get(place);
    const lines = [...steps, ...blame].reduce((sum, { evidence }) => sum + evidence.length, 0);
    return where === undefined ? [] : [{ place: where, lines, href: `#place-${i + 1}` }];
  });
  return (
    <Page frame={frame} title="Access" current="access" twin={scoped('/access.json', frame.asked)}>
      <div class="head">
        <h1>Access</h1>
        <p class="quiet">Aid and people getting through: ■ told, □ not told yet. By the reports up to this day, earliest step first.</p>
      </div>
      <PlaceMap marked={marked} />
      {told.length === 0 ? <p>Nothing heard of aid or people getting through.</p> : null}
      {told.map((place, i) => (
        <PlaceSheet place={place} cited={cited} day={frame.day} number={i + 1} />
      ))}
    </Page>
  );
};
