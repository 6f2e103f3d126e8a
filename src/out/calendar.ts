// Rounds and due days as a calendar (iCalendar, RFC 5545).
import type { DueSheet, TalksSheet } from '../terms/study.js';

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');

/** Lines longer than 75 octets are folded, never inside a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

const compact = (day: string): string => day.replaceAll('-', '');
const after = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const isDay = (day: string | null): day is string => day !== null && /^\d{4}-\d\d-\d\d$/.test(day);

/** Whole-day events: a round from its start to its end, a commitment on its due day. Dates that are no exact day are left out: a calendar cannot hold them. */
export function calendarOf(process: string, talks: TalksSheet, due: DueSheet): string {
  const stamp = `${compact(talks.as_of)}T000000Z`;
  const events = [
    ...talks.rounds
      .filter(({ start }) => isDay(start))
      .map(({ id, start, end, venue, status }) => ({
        uid: `round-${id}-${compact(start as string)}`,
        from: start as string,
        to: isDay(end) && end >= (start as string) ? end : (start as string),
        summary: `${process}: round ${id} (${status ?? 'no date'})`,
        place: venue[0],
        status: status === 'proposed' ? 'TENTATIVE' : status === 'called-off' ? 'CANCELLED' : 'CONFIRMED',
      })),
    ...due.commitments.flatMap(({ what, by, due: day, state }, at) => {
      const last = day?.split('/').at(-1)?.replace(/[~?%]/g, '') ?? null;
      return isDay(last)
        ? [
            {
              uid: `due-${at + 1}-${compact(last)}`,
              from: last,
              to: last,
              summary: `${process}: due: ${by.join(' and ') || 'somebody'}: ${what} (${state})`,
              place: undefined,
              status: 'CONFIRMED',
            },
          ]
        : [];
    }),
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Parley//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(process)}`,
    ...events.flatMap(({ uid, from, to, summary, place, status }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@parley`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(from)}`,
      `DTEND;VALUE=DATE:${compact(after(to))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
      `STATUS:${status}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
