// A date on a page: as people say it, exact on hover, with how far off it is where that helps.
import type { FC } from 'hono/jsx';
import { boundsOf } from '../../terms/edtf.js';
import { exactDays, sayDate, sayDistance } from './day.js';

/** HTML's `datetime` takes a day, month or year only; anything else goes without. */
const machineDate = (edtf: string): string | undefined =>
  /^\d{4}(-\d\d(-\d\d)?)?$/.test(edtf) && !/^\d{4}-2[1-4]$/.test(edtf) ? edtf : undefined;

export const Day: FC<{ date: string; asOf?: string | undefined; distance?: boolean }> = ({ date, asOf, distance = false }) => {
  const far = distance && asOf !== undefined ? sayDistance(date, asOf) : '';
  const said = sayDate(date, asOf);
  const text = far === '' ? said : `${said}, ${far}`;
  const machine = machineDate(date);
  if (boundsOf(date) === null) return <span>{date}</span>;
  return machine === undefined ? (
    <span title={exactDays(date)}>{text}</span>
  ) : (
    <time datetime={machine} title={exactDays(date)}>
      {text}
    </time>
  );
};
