// The day of talks and acts and the round of a standing, where another sentence tells them.

import { boundsOf } from '../../../terms/edtf.js';
import type { Claim, ClaimOf } from '../../../terms/reading.js';
import type { Span } from '../../../terms/span.js';
import { type Around, best, type Carried, carried, type Dated, sentenceOf } from './around.js';

/** A day or month that has begun by publication, or one still to come. */
const isPast = (around: Around, date: Dated): boolean => around.published === null || date.first <= around.published.last;
const isComing = (around: Around, date: Dated): boolean => around.published !== null && date.last >= around.published.first;
const length = ({ first, last }: Dated): number => last - first;

/** The date told last before a claim, in its sentence or the few before it; of the same paragraph rather than another. */
function dateBefore(around: Around, at: number, reach: number, accept: (date: Dated) => boolean): Dated | null {
  return best(
    around.dates,
    (date) => {
      const far = at - date.sentence;
      if (far < 0 || far > reach || !accept(date)) return -1;
      return (
        10 -
        far -
        (around.paragraphOf(date.sentence) === around.paragraphOf(at) ? 0 : 0.5) -
        (length(date) > 31 ? 3 : 0) +
        date.span[0] / 1e9
      );
    },
    0,
  );
}

const SAME_STATUS: Readonly<Record<string, readonly string[]>> = {
  proposed: ['proposed', 'scheduled'],
  scheduled: ['scheduled', 'proposed'],
  opened: ['opened'],
  ended: ['ended'],
  'under-way': ['under-way'],
  paused: ['paused'],
  postponed: ['postponed'],
  'called-off': ['called-off'],
};

export function talksDateFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'talks'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const told = best(
    claims.filter(
      (other): other is ClaimOf<'talks'> =>
        other.kind === 'talks' &&
        other !== claim &&
        typeof other.date === 'string' &&
        (SAME_STATUS[claim.status] ?? []).includes(other.status),
    ),
    (other) => 100 - Math.abs(sentenceOf(around, other) - at),
    0,
  );
  if (told?.date) return carried(told.date, ...evidenceOf(around, told, told.date));
  if (claim.status === 'under-way') {
    const near = dateBefore(
      around,
      at,
      4,
      (date) => isPast(around, date) && length(date) <= 31 && around.published !== null && around.published.last - date.last < 15,
    );
    const day = near ?? latestBeforePublication(around);
    return day ? carried(day.edtf, day.span) : undefined;
  }
  if (claim.status === 'called-off' || claim.status === 'ended') {
    const near = dateBefore(around, at, 1, (date) => isPast(around, date) && length(date) <= 31);
    return near ? carried(near.edtf, near.span) : undefined;
  }
  return undefined;
}

/** The day of publication where the report tells it, or the last of the week before. */
function latestBeforePublication(around: Around): Dated | null {
  const { published } = around;
  if (published === null) return null;
  return best(around.dates, (date) => (date.last <= published.last && length(date) === 0 ? 8 - (published.last - date.last) : 0), 0);
}

/** The words of a date that another claim states. */
function evidenceOf(around: Around, claim: Claim, edtf: string): Span[] {
  const at = sentenceOf(around, claim);
  const words = around.dates.find((date) => date.edtf === edtf && date.sentence === at) ?? around.dates.find((date) => date.edtf === edtf);
  return words ? [words.span] : claim.evidence.slice(0, 1).map(([start, end]) => [start, end] as const);
}

const dateOf = (claim: ClaimOf<'talks'>): string | undefined => claim.date ?? claim.inferred?.date?.value;

const AHEAD = new Set(['invited', 'coming', 'conditional', 'silent', 'refused', 'excluded']);

/** Words of a round's start, looked for this many characters round a date. */
const STARTS =
  /\b(?:resum(?:e|es|ed|ing|ption)|re-?open(?:s|ed|ing)?|restart(?:s|ed)?|open(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|reconvene[sd]?|(?:next|second|new|third) round)\b/i;
const NEAR = 80;

/** Start of the round a party stands towards: the coming one, or the one that is on. */
export function roundFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'standing'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const ahead = AHEAD.has(claim.standing);
  const told = best(
    claims.filter((other): other is ClaimOf<'talks'> => other.kind === 'talks' && dateOf(other) !== undefined),
    (other) => {
      const bounds = boundsOf(dateOf(other) ?? '');
      if (!bounds || around.published === null) return 0;
      const coming = bounds.last >= around.published.first;
      if (other.inferred?.date && other.status !== 'under-way') return 0;
      const fits = ahead ? ['proposed', 'scheduled'].includes(other.status) && coming : ['opened', 'under-way'].includes(other.status);
      return fits ? 100 - Math.abs(sentenceOf(around, other) - at) : 0;
    },
    0,
  );
  const date = told && dateOf(told);
  if (told && date) return carried(date, ...evidenceOf(around, told, date));
  const near = best(around.dates, (one) => startsAt(around, one, ahead) - 0.1 * Math.abs(one.sentence - at), 2);
  return near ? carried(near.edtf, near.span) : undefined;
}

/** How well a date fits the start of the coming round, or of the one that is on. */
function startsAt(around: Around, date: Dated, ahead: boolean): number {
  if (length(date) > 10 || !(ahead ? isComing(around, date) : isPast(around, date)) || !around.ofTalks(date.sentence)) return 0;
  const { start = 0, end = 0 } = around.sentences[date.sentence] ?? {};
  const begun = STARTS.test(around.text.slice(Math.max(start, date.span[0] - NEAR), Math.min(end, date.span[1] + NEAR)));
  return begun ? 6 : ahead && length(date) === 0 ? 2.5 : 0;
}

/** Sentences after the headline that are the lead. */
const LEAD = 2;

export function actDateFor(around: Around, claims: readonly Claim[], claim: ClaimOf<'act'>): Carried | undefined {
  const at = sentenceOf(around, claim);
  const same = best(
    claims.filter(
      (other): other is ClaimOf<'act'> =>
        other.kind === 'act' &&
        other !== claim &&
        other.type === claim.type &&
        typeof other.date === 'string' &&
        shares(other.from, claim.from),
    ),
    (other) => 6 - Math.abs(sentenceOf(around, other) - at),
    0,
  );
  if (same?.date) return carried(same.date, ...evidenceOf(around, same, same.date));
  const again = around.dates.find(
    (date) =>
      length(date) <= 31 &&
      isPast(around, date) &&
      claim.evidence.some(([start]) => date.sentence !== at && date.sentence === around.sentenceAt(start)),
  );
  if (again) return carried(again.edtf, again.span);
  const near = dateBefore(around, at, 2, (date) => date.sentence !== at && isPast(around, date) && length(date) <= 31);
  // A headline's day is told in the lead.
  const day =
    near ??
    (at === 0
      ? best(
          around.dates,
          (date) =>
            date.sentence > 0 && date.sentence <= LEAD && isPast(around, date) && length(date) === 0 ? LEAD + 1 - date.sentence : 0,
          0,
        )
      : null);
  return day ? carried(day.edtf, day.span) : undefined;
}
const shares = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length === 0 && b.length === 0) || a.some((one) => b.includes(one));
