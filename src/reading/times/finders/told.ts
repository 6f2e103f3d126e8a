// Finds days and other units reckoned from a date told before: "the next day", "the day before", "that month", "the following week".
import { entryAt, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Unit } from '../meaning.js';

const SIDES: Readonly<Record<string, number>> = {
  next: 1,
  following: 1,
  ensuing: 1,
  subsequent: 1,
  previous: -1,
  preceding: -1,
  prior: -1,
  same: 0,
  very: 0,
};
const UNITS: ReadonlySet<Unit> = new Set(['day', 'week', 'month', 'year', 'weekend']);

/** Day for a part of it ("the next morning"), or a unit; null for anything else. */
function unitAt(words: Words, at: number): Unit | null {
  const { unit, dayPart } = entryAt(words, at);
  if (dayPart) return 'day';
  return unit !== undefined && UNITS.has(unit) && !lowerAt(words, at).endsWith('s') ? unit : null;
}

export function findTold(words: Words, at: number): Found | null {
  const first = lowerAt(words, at);
  if (first === 'later' || first === 'earlier') {
    const inner =
      lowerAt(words, at + 1) === 'that' || (lowerAt(words, at + 1) === 'the' && lowerAt(words, at + 2) === 'same')
        ? findTold(words, at + 1)
        : null;
    return inner && inner.meaning.kind === 'told' ? found(at, inner.last, inner.meaning) : null;
  }
  if (first === 'that' || first === 'those') {
    const next = lowerAt(words, at + 1) === 'same' || lowerAt(words, at + 1) === 'very' ? at + 2 : at + 1;
    const unit = unitAt(words, next);
    return unit ? found(at, next + 1, { kind: 'told', unit, shift: 0 }) : null;
  }
  if (first !== 'the') return null;
  const side = SIDES[lowerAt(words, at + 1)];
  if (side !== undefined) {
    const unit = unitAt(words, at + 2);
    if (!unit || lowerAt(words, at + 1) === 'very') return null;
    // "the next week" beside a count or "of talks" is a length.
    if (unit !== 'day' && lowerAt(words, at + 1) === 'next' && ['over', 'in', 'within', 'during', 'for'].includes(lowerAt(words, at - 1)))
      return null;
    return found(at, at + 3, { kind: 'told', unit, shift: side });
  }
  const unit = unitAt(words, at + 1);
  const relation = lowerAt(words, at + 2);
  if (unit === null || (relation !== 'before' && relation !== 'after')) return null;
  const anchor = lowerAt(words, at + 3);
  if (anchor === 'yesterday' || anchor === 'tomorrow') return null;
  const shift = relation === 'before' ? -1 : 1;
  // A thing after it is the anchor ("the day after the signing on March 3"); a clause's end leaves it to what was told.
  const hangs = !wordAt(words, at + 3).isMark && !CLAUSE.has(anchor) && words[at + 3] !== undefined;
  if (hangs)
    return found(at, at + 3, { kind: 'count', length: { count: 1, unit, about: false }, relation: shift < 0 ? 'before' : 'after' });
  return found(at, at + 3, { kind: 'told', unit, shift });
}

const CLAUSE = new Set(['and', 'but', 'or', 'when', 'while', 'as', 'was', 'were', 'had', 'has', 'is', 'in', 'at', 'by', 'with']);
