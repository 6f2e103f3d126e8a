// What the study looks at: kept reports with their readings, as plain data, and the claims of all of them with their three dates.
import { boundsOf, isoOf } from '../terms/edtf.js';
import type { Claim, ClaimKind, ClaimOf, Reading, Statement } from '../terms/reading.js';
import { overlapOf, type Span, wordsAtAll } from '../terms/span.js';

export interface KeptReport {
  readonly id: string;
  readonly publisher?: string | undefined;
  /** EDTF; the day the report came out. */
  readonly published?: string | undefined;
  readonly title?: string | undefined;
  /** The agency it is credited to. */
  readonly credit?: string | undefined;
  /** From the ids of its actors that a person has merged with others to the actor they are together. */
  readonly merged?: Readonly<Record<string, string>> | undefined;
  readonly reading: Reading;
}

/** A claim of a kept report. Its three days are apart: said on, reported on, and what its own dates refer to. */
export interface KeptClaim<C extends Claim = Claim> {
  /** `report:claim`, as evidence is cited everywhere. */
  readonly ref: string;
  readonly report: KeptReport;
  readonly claim: C;
  readonly statement: Statement | undefined;
  /** `YYYY-MM-DD` or shorter; the report's day where the statement's is not told. */
  readonly saidOn: string;
  readonly reportedOn: string;
  /** Place in the sequence: by day of report, then by place in the list. */
  readonly order: number;
}

/** The reports published on or before a day, oldest first; those without a day come first, since nothing says they are later. */
export function asOf(reports: readonly KeptReport[], day: string | undefined): KeptReport[] {
  const bound = day === undefined ? null : boundsOf(day);
  const first = (report: KeptReport): number =>
    report.published === undefined ? -Infinity : (boundsOf(report.published)?.first ?? -Infinity);
  return reports
    .filter((report) => bound === null || first(report) <= bound.last)
    .map((report, index) => ({ report, index, day: first(report) }))
    .sort((a, b) => (a.day === b.day ? a.index - b.index : a.day - b.day))
    .map(({ report }) => report);
}

/**
 * Every claim of the reports, in order. Rejected lines are to be left out of the readings before. `firstPublished` gives the day the
 * dispatch of a report first came out: a copy printed a day later is no later word.
 */
export function claimsOf(
  reports: readonly KeptReport[],
  firstPublished: (report: KeptReport) => string | undefined = ({ published }) => published,
): KeptClaim[] {
  const kept: KeptClaim[] = [];
  for (const report of reports) {
    const statements = new Map(report.reading.statements.map((statement) => [statement.id, statement]));
    const reportedOn = report.published ?? '';
    for (const claim of report.reading.claims) {
      const statement = claim.voice === null ? undefined : statements.get(claim.voice);
      kept.push({
        ref: `${report.id}:${claim.id}`,
        report,
        claim,
        statement,
        saidOn: statement?.said_on ?? firstPublished(report) ?? reportedOn,
        reportedOn,
        order: kept.length,
      });
    }
  }
  return kept;
}

/** The claims of one kind. */
export const ofKind = <K extends ClaimKind>(claims: readonly KeptClaim[], kind: K): KeptClaim<ClaimOf<K>>[] =>
  claims.filter((kept): kept is KeptClaim<ClaimOf<K>> => kept.claim.kind === kind);

/** The words a claim rests on. */
export const evidenceWords = ({ report, claim }: KeptClaim): string => wordsAtAll(report.reading.text, claim.evidence);

/** The last day a date may mean as `YYYY-MM-DD`, or null where it is open or no date. */
export function lastDayOf(edtf: string | null | undefined): string | null {
  const bounds = edtf ? boundsOf(edtf) : null;
  return bounds && Number.isFinite(bounds.last) ? isoOf(bounds.last) : null;
}

/** A date that touches the words, or stands right before them ("On Friday, 83 people …"). */
function datesOf({ claim, report }: KeptClaim): string[] {
  const { text, times = [] } = report.reading;
  return times
    .filter(
      ({ kind, span }) =>
        (kind === 'date' || kind === 'range') &&
        claim.evidence.some(
          (words) => overlapOf(words, span as Span) > 0 || (span[1] <= words[0] && /^,?[ \t]?$/.test(text.slice(span[1], words[0]))),
        ),
    )
    .flatMap(({ edtf }) => edtf ?? []);
}

/** The day something that lasts began, as exactly as it is told: an approximate month is only its year. */
function beginningOf(edtf: string): string | null {
  const [from = '', to] = edtf.split('/');
  if (to !== undefined && to !== '..' && to !== '') return null;
  const plain = /^(\d{4})(-\d\d)?(-\d\d)?([~?%]?)$/.exec(from);
  return plain === null ? null : plain[4] === '' ? from : (plain[1] ?? null);
}

function dayOfEvent(kept: KeptClaim): string {
  const { claim, saidOn, reportedOn, statement } = kept;
  const published = lastDayOf(reportedOn) ?? '9999';
  const dates = datesOf(kept);
  const dated = dates.filter((edtf) => /^\d{4}-\d\d-\d\d$/.test(edtf) && edtf <= published);
  const began =
    claim.kind === 'access' && claim.step === 'besieged'
      ? dates.flatMap((edtf) => beginningOf(edtf) ?? []).find((day) => day < published)
      : undefined;
  return began ?? dated.at(-1) ?? (statement?.said_on ? saidOn : undefined) ?? lastDayOf(claim.inferred?.date?.value) ?? reportedOn;
}

/** Kept for as long as its claim: sorting asks for it again and again. */
const eventDays = new WeakMap<KeptClaim, string>();

/** When what a claim tells took place: a past date in or right before its own words, else the day it was said, else carried over, else the day of the report. A siege is dated by when it began. */
export function tookPlaceOn(kept: KeptClaim): string {
  const known = eventDays.get(kept);
  if (known !== undefined) return known;
  const day = dayOfEvent(kept);
  eventDays.set(kept, day);
  return day;
}
