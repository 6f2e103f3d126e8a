// The fields of a statement or claim as a person fills them in, and the version that what was typed gives.
import { ParleyError } from '../../terms/errors.js';
import {
  ACCESS_FORMS,
  ACCESS_STEPS,
  type ClaimKind,
  COMMITMENT_STANDINGS,
  claimSchema,
  FORMS,
  MEANS,
  OUTCOMES,
  PLOVER_TYPES,
  RELATIONS,
  type Reading,
  STANCES,
  STANDINGS,
  STATEMENT_ACTS,
  statementSchema,
  TALKS_STATUSES,
  VOICES,
} from '../../terms/reading.js';
import type { LineVersion } from '../../terms/record.js';
import { namesIn } from './report-lines.js';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** One of some words; an actor; several actors with semicolons between; text; a date (EDTF); yes or no; the statement a claim rests on. */
  readonly as: 'choice' | 'one' | 'many' | 'text' | 'date' | 'flag' | 'statement';
  readonly of?: readonly string[];
  /** Empty stands for "none told". */
  readonly nullable?: true;
  readonly optional?: true;
}

const choice = (name: string, of: readonly string[], label = name): Field => ({ name, label, as: 'choice', of });
const one = (name: string, label = name): Field => ({ name, label, as: 'one' });
const many = (name: string, label = name): Field => ({ name, label, as: 'many' });
const text = (name: string, label = name): Field => ({ name, label, as: 'text' });
const maybe = (field: Field): Field => ({ ...field, nullable: true, optional: true });
const left = (field: Field): Field => ({ ...field, optional: true });
const date = (name: string, label = name): Field => maybe({ name, label, as: 'date' });

export const SPEAKER: Field = { ...one('speaker', 'Speaker'), nullable: true };
const OF_STATEMENT: readonly Field[] = [
  SPEAKER,
  choice('voice', VOICES),
  choice('act', STATEMENT_ACTS),
  choice('form', FORMS),
  left(many('to')),
  left({ name: 'said_on', label: 'said on', as: 'date' }),
];
const OF_KIND: Readonly<Record<ClaimKind, readonly Field[]>> = {
  talks: [choice('status', TALKS_STATUSES), date('date'), maybe(text('venue')), maybe(choice('outcome', OUTCOMES)), maybe(one('convener'))],
  standing: [one('party'), choice('standing', STANDINGS), date('round', 'round of'), left(text('condition'))],
  commitment: [many('by'), left(many('to')), text('what'), date('due'), choice('standing', COMMITMENT_STANDINGS), left(text('condition'))],
  position: [one('actor'), text('issue'), choice('stance', STANCES)],
  pressure: [many('from'), many('on'), left(many('through')), text('for'), choice('means', MEANS)],
  access: [{ ...text('place'), nullable: true }, choice('form', ACCESS_FORMS), choice('step', ACCESS_STEPS)],
  blame: [many('from'), many('on'), text('for')],
  tie: [one('from'), choice('relation', RELATIONS), one('to'), left({ name: 'negated', label: 'denied', as: 'flag' }), date('since')],
  act: [choice('type', PLOVER_TYPES), left(text('what')), many('from'), left(many('to')), maybe(text('place')), date('date')],
};
const VOICE: Field = { name: 'voice', label: 'says who', as: 'statement', nullable: true };
const CARRIED = ['place', 'date', 'venue', 'round', 'due'] as const;

/** The fields of a line, those carried over from elsewhere in the report last; or of a line of a kind that is being made. */
export function fieldsOf(line: LineVersion | ClaimKind | 'statement'): readonly Field[] {
  if (line === 'statement') return OF_STATEMENT;
  if (typeof line === 'string') return [...OF_KIND[line], VOICE];
  if (!('kind' in line)) return OF_STATEMENT;
  const inferred = line.inferred ?? {};
  const carried = CARRIED.filter((name) => inferred[name] !== undefined).map(
    (name): Field => left(text(`carried-${name}`, `${name} [carried over]`)),
  );
  return [...OF_KIND[line.kind], VOICE, ...carried];
}

const valuesOf = (line: object): Map<string, unknown> => new Map(Object.entries(line));

/** What the form shows in a field of a line. */
export function shownIn(field: Field, line: object, reading: Reading): string {
  const nameOf = namesIn(reading);
  if (field.name.startsWith('carried-')) {
    const inferred = valuesOf(line).get('inferred');
    const carried = typeof inferred === 'object' && inferred !== null ? valuesOf(inferred).get(field.name.slice(8)) : undefined;
    return carried && typeof carried === 'object' && 'value' in carried ? nameOf(String(carried.value)) : '';
  }
  const value = valuesOf(line).get(field.name);
  if (Array.isArray(value)) return value.map((ref) => nameOf(String(ref))).join('; ');
  if (field.as === 'flag') return value === true ? 'yes' : 'no';
  return value === undefined || value === null ? '' : field.as === 'statement' ? String(value) : nameOf(String(value));
}

/** The actor of the reading that a typed name means, else the name itself. */
function refFor(reading: Reading, typed: string): string {
  const same = (name: string): boolean => name.toLowerCase() === typed.toLowerCase();
  return (
    reading.actors.find(({ names }) => names[0] !== undefined && same(names[0]))?.id ??
    reading.actors.find(({ names }) => names.some(same))?.id ??
    typed
  );
}

function typedValue(field: Field, typed: string, reading: Reading): unknown {
  if (field.as === 'flag') return typed === 'yes';
  if (field.as === 'many')
    return typed
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => refFor(reading, name));
  if (typed === '') return undefined;
  return field.as === 'one' || field.name === 'place' || field.name === 'venue' ? refFor(reading, typed) : typed;
}

/**
 * The version that a form gives: `typed` is what stands in a field, undefined for one that was not sent. What was not touched stays as it is.
 * `base` has what the form does not show: words, kind, id. Throws `bad-request` that names the field.
 */
export function versionFrom(
  base: object,
  fields: readonly Field[],
  typed: (name: string) => string | undefined,
  reading: Reading,
): LineVersion {
  const values = valuesOf(base);
  for (const field of fields) {
    const input = typed(field.name)?.trim();
    if (input === undefined || (values.has(field.name) && input === shownIn(field, base, reading))) continue;
    const { name } = field;
    if (name.startsWith('carried-')) {
      if (input === shownIn(field, base, reading)) continue;
      const carried = valuesOf(Object(values.get('inferred')));
      if (input === '') carried.delete(name.slice(8));
      else carried.set(name.slice(8), { value: refFor(reading, input) });
      values.set('inferred', Object.fromEntries(carried));
      continue;
    }
    const value = typedValue(field, input, reading);
    const untold = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
    if (untold && field.optional && !values.has(name)) continue;
    if (value === undefined && !field.nullable) values.delete(name);
    else values.set(name, value ?? null);
  }
  const parsed = (values.has('kind') ? claimSchema : statementSchema).safeParse(Object.fromEntries(values));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ParleyError('bad-request', issue ? `${issue.path.join('.')}: ${issue.message}` : 'the line');
}
