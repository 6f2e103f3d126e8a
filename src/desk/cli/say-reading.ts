// A reading as a page for the terminal: who said what, then what is claimed by kind, each with its words and their place.
import type { Claim, ClaimKind, Reading, Statement } from '../../terms/reading.js';
import { sayList } from '../../terms/say-list.js';
import type { Span } from '../../terms/span.js';
import { wordsAtAll } from '../../terms/span.js';
import { sayDate } from '../pages/day.js';
import { actWord, sayClaim } from '../pages/say-claim.js';
import { quoted, unquoted } from '../pages/shorten.js';
import { harmless, type Paint } from './paint.js';
import { widthOf, wrap } from './wrap.js';

/** Headings of the kinds, in the order in which people ask. */
const KINDS: readonly (readonly [kind: ClaimKind, heading: string])[] = [
  ['talks', 'Talks'],
  ['standing', 'Who comes'],
  ['commitment', 'Undertakings'],
  ['position', 'Positions'],
  ['pressure', 'Pressure'],
  ['access', 'Access and aid'],
  ['blame', 'Blame'],
  ['tie', 'Ties'],
  ['act', 'Acts'],
];

export interface ReadingView {
  readonly reading: Reading;
  readonly title?: string | undefined;
  readonly credit?: string | undefined;
  /** Days that a printed date may mean, where it is not settled which. */
  readonly days?: readonly string[] | undefined;
  /** Where words stand, to be opened there: "report.txt:14". */
  readonly placeOf: (offset: number) => string;
  /** What to say of a line below its words: why it was read so, or the state of its review. */
  readonly note?: ((line: Statement | Claim) => string | null) | undefined;
  readonly columns: number | null;
  readonly paint: Paint;
}

const LEFT = '  ';
const DEEP = '    ';

/** The words with their place behind them, or on a line of its own where the last line is full. */
function cited({ reading, placeOf, columns, paint }: ReadingView, spans: readonly Span[]): string {
  const words = wrap(harmless(quoted(unquoted(wordsAtAll(reading.text, spans)))), columns === null ? null : columns - DEEP.length, '');
  const place = placeOf(Math.min(...spans.map(([start]) => start)));
  const lines = words.split('\n');
  const fits = columns === null || widthOf(lines.at(-1) ?? '') + 3 + widthOf(place) + DEEP.length <= columns;
  const shown = lines.map((line) => DEEP + paint.words(line));
  return `${shown.join('\n')}${fits ? '   ' : `\n${DEEP}`}${paint.faint(place)}\n`;
}

/** Verbs of saying that take whom they are said to as their object. */
const OBJECT = new Set<Statement['act']>(['urges', 'accuses', 'warns']);

function sayStatement(statement: Statement, { nameOf, day }: Names): string {
  const who =
    statement.speaker === null ? (statement.voice === 'anonymous' ? 'A source not named' : 'No source given') : nameOf(statement.speaker);
  const kind = statement.voice === 'named' ? '' : ` (${statement.voice})`;
  const link = OBJECT.has(statement.act) ? '' : statement.act === 'demands' ? 'of ' : 'to ';
  const to = statement.to?.length ? ` ${link}${sayList(statement.to.map(nameOf))}` : '';
  const on = statement.said_on === undefined ? '' : `, ${day(statement.said_on)}`;
  const said = `${who}${kind} ${actWord(statement.act, who)}${to}${on}`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

interface Names {
  readonly nameOf: (ref: string) => string;
  readonly day: (date: string) => string;
}

/** Gives the first name of an actor by its id; what is no id is a name already. */
function namesIn(reading: Reading): (ref: string) => string {
  const names = new Map(reading.actors.map((actor) => [actor.id, actor.names[0] ?? actor.id]));
  return (ref) => names.get(ref) ?? ref;
}

/** The page, with its last line end. */
export function sayReading(view: ReadingView): string {
  const { reading, columns, paint, note } = view;
  const names: Names = { nameOf: namesIn(reading), day: (date) => sayDate(date, reading.published) };
  const line = (text: string, style: (text: string) => string = (plain) => plain): string =>
    `${wrap(harmless(text), columns === null ? null : columns - LEFT.length, LEFT)
      .split('\n')
      .map((one, i) => style(i === 0 ? LEFT + one : LEFT + one))
      .join('\n')}\n`;
  const below = (one: Statement | Claim): string => {
    const said = note?.(one) ?? null;
    return said === null
      ? ''
      : `${said
          .split('\n')
          .flatMap((row) => wrap(harmless(row), columns === null ? null : columns - DEEP.length, LEFT).split('\n'))
          .map((row) => paint.faint(DEEP + row))
          .join('\n')}\n`;
  };
  const heading = (text: string): string => `\n${paint.bold(text)}\n`;
  const head = [
    reading.publisher,
    reading.published !== undefined
      ? sayDate(reading.published)
      : view.days?.length
        ? `${view.days.map((day) => sayDate(day)).join(' or ')}: say which with --published`
        : 'day not known',
    reading.dateline,
    view.credit !== undefined && view.credit !== reading.publisher ? `credit: ${view.credit}` : undefined,
  ].filter((part) => part !== undefined);
  let out = `${paint.bold(wrap(harmless(view.title ?? 'Without a title'), columns))}\n${wrap(harmless(head.join(' · ')), columns)}\n`;
  out += heading('Who said what');
  if (reading.statements.length === 0) out += line('nobody is quoted', paint.faint);
  for (const statement of reading.statements)
    out += line(sayStatement(statement, names)) + cited(view, statement.content) + below(statement);
  if (reading.claims.length === 0) out += heading('What is claimed') + line('nothing was found', paint.faint);
  const speakers = new Map(reading.statements.map((statement) => [statement.id, statement.speaker]));
  for (const [kind, title] of KINDS) {
    const claims = reading.claims.filter((claim) => claim.kind === kind);
    if (claims.length === 0) continue;
    out += heading(title);
    for (const claim of claims) {
      const speaker = claim.voice === null ? undefined : speakers.get(claim.voice);
      const told = speaker === undefined || speaker === null ? 'a source not named' : names.nameOf(speaker);
      const said = sayClaim(claim, names.nameOf, reading.published);
      // Whoever urges, demands or blames in words of his own need not be named again.
      const by = claim.voice === null || said.startsWith(`${told} `) || said.startsWith(`${told}:`) ? '' : `, says ${told}`;
      out += line(said.charAt(0).toUpperCase() + said.slice(1) + by) + cited(view, claim.evidence) + below(claim);
    }
  }
  const lines = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  return `${out}\n${paint.faint(`${lines(reading.statements.length, 'statement')}, ${lines(reading.claims.length, 'claim')}`)}\n`;
}
