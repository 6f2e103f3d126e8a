// What is open on Today: accounts that cannot both be true, what is due next, and what the record cannot say.
import type { FC } from 'hono/jsx';
import { sayList } from '../../terms/say-list.js';
import type { Today } from '../api/today.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import { dayNumber } from './day.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { saySilence } from './say-silence.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { KeepingWord } from './state-word.js';
import { Day } from './time.js';

export const DISPUTED_SHOWN = 6;
export const DUE_SHOWN = 6;

/** Two accounts that cannot both be true, side by side, the older left; nobody wins. */
export const Disputed: FC<{ today: Today; cited: Cited; day: string }> = ({ today: { disputed }, cited, day }) =>
  disputed.length === 0 ? null : (
    <section class="block" aria-labelledby="disputed">
      <h2 id="disputed">Disputed</h2>
      {disputed.slice(0, DISPUTED_SHOWN).map(({ about, a, b }) => {
        const sides = [cited.cite(a), cited.cite(b)].sort(([x], [y]) => (x?.published ?? '').localeCompare(y?.published ?? ''));
        return (
          <>
            <p class="about">{about}</p>
            <ul class="rivals">
              {sides.map((side) => (
                <Line of={side} asOf={day} bare class="rival">
                  <span class="words" dir="auto">
                    {quoted(shorten(unquoted((side[0]?.words ?? []).join(' … ')), 200))}
                  </span>
                </Line>
              ))}
            </ul>
          </>
        );
      })}
    </section>
  );

/** What is due on a day or later, the next first. */
export function aheadOf(due: Today['due'], day: string): Today['due'] {
  const now = dayNumber(day) ?? 0;
  return due
    .flatMap((commitment) => {
      const number = commitment.due === null ? null : dayNumber(commitment.due);
      return number !== null && number >= now ? [{ commitment, number }] : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ commitment }) => commitment);
}

export const DueNext: FC<{ today: Today; cited: Cited; frame: Frame }> = ({ today: { due }, cited, frame: { day, asked } }) => {
  const ahead = aheadOf(due, day);
  return ahead.length === 0 ? null : (
    <section class="block" aria-labelledby="due">
      <h2 id="due">Due</h2>
      <ul>
        {ahead.slice(0, DUE_SHOWN).map((commitment) => (
          <Line of={cited.cite(commitment.evidence)} asOf={day} lead={<Day date={commitment.due ?? ''} asOf={day} distance />}>
            <strong>{sayList(commitment.by) || 'Nobody named'}</strong>: {commitment.what} <KeepingWord standing={commitment.state} />
          </Line>
        ))}
      </ul>
      {ahead.length > DUE_SHOWN ? (
        <p>
          <a href={scoped('/due', asked)}>{ahead.length - DUE_SHOWN} more</a>
        </p>
      ) : null}
    </section>
  );
};

/** What the record cannot say about the rounds ahead, and how many undertakings have had no word. */
export const NotKnown: FC<{ today: Today; frame: Frame }> = ({ today: { silence }, frame }) => {
  const open = silence.filter(({ of }) => of !== 'commitment');
  const quiet = silence.length - open.length;
  return silence.length === 0 ? null : (
    <section class="block" aria-labelledby="not-known">
      <h2 id="not-known">Not known</h2>
      <ul>
        {open.map((item) => (
          <li class="line">{saySilence(item)}</li>
        ))}
        {quiet === 0 ? null : (
          <li class="line">
            <a href={scoped('/due', frame.asked)}>
              {quiet} {quiet === 1 ? 'undertaking has' : 'undertakings have'} had no word
            </a>
          </li>
        )}
      </ul>
    </section>
  );
};
