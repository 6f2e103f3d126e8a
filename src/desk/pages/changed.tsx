// What changed since the reader's last visit, each with the words that say so.
import type { FC } from 'hono/jsx';
import type { Changed } from '../../terms/record.js';
import { scoped } from './addresses.js';
import type { Cited } from './cite.js';
import type { Frame } from './frame.js';
import { Line } from './mark.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { Day } from './time.js';

/** Of what stands on no board only the first are shown; the twin has all. */
export const CHANGED_SHOWN = 12;

/** "Fri 31 Jan, 18:10 UTC". */
export const Since: FC<{ at: string; day: string }> = ({ at, day }) => (
  <>
    <Day date={at.slice(0, 10)} asOf={day} />, {at.slice(11, 16)} UTC
  </>
);

export const ChangedSince: FC<{ changed: Changed; cited: Cited; frame: Frame }> = ({ changed, cited, frame }) => {
  const shown = changed.items.slice(0, CHANGED_SHOWN);
  return (
    <section class="block" aria-labelledby="changed">
      <h2 id="changed">Changed since your last visit</h2>
      <p class="quiet">
        <Since at={changed.since} day={frame.day} /> · {changed.reports} {changed.reports === 1 ? 'report' : 'reports'} added
      </p>
      {shown.length === 0 ? null : (
        <ul>
          {shown.map((item) => {
            const words = cited.cite(item.evidence);
            return (
              <Line of={words} asOf={frame.day} bare={item.of === 'line'}>
                <strong>{item.about}</strong>
                {item.of === 'line' ? (
                  <span class="words" dir="auto">
                    {' '}
                    {quoted(shorten(unquoted((words[0]?.words ?? []).join(' … ')), 160))}
                  </span>
                ) : (
                  <>
                    : {item.now.replaceAll('-', ' ')}
                    {item.before === null || item.before === 'not-heard' ? null : (
                      <span class="quiet">, before {item.before.replaceAll('-', ' ')}</span>
                    )}
                  </>
                )}
              </Line>
            );
          })}
        </ul>
      )}
      {changed.items.length <= CHANGED_SHOWN ? null : (
        <p>
          <a href={scoped('/changed.json', frame.asked, { process: frame.process?.id, since: changed.since })}>
            {changed.items.length - CHANGED_SHOWN} more
          </a>
        </p>
      )}
    </section>
  );
};
