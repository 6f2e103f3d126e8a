// The search box's own words: filters typed among the words that are looked for.
import { boundsOf, isoOf } from '../../terms/edtf.js';
import { CLAIM_KINDS, type ClaimKind } from '../../terms/reading.js';
import type { SearchHit } from '../../terms/record.js';

export interface Wanted {
  /** What is left to look for. */
  readonly words: string;
  readonly found?: SearchHit['found'];
  readonly kind?: ClaimKind;
  /** First and last day of publication, YYYY-MM-DD. */
  readonly since?: string;
  readonly until?: string;
  /** Part of the name of who said it. */
  readonly by?: string;
}

const FOUND = ['text', 'statement', 'claim'] as const;
const day = (text: string, end: 'first' | 'last'): string | null => {
  const bounds = boundsOf(text);
  return bounds && Number.isFinite(bounds[end]) ? isoOf(bounds[end]) : null;
};

/** `by:lavrov` or `by:"sergei lavrov"`, `in:statement kind:pressure since:2014-02 until:2014-02-05`; a word whose value means nothing is looked for as it stands. */
export function searchWords(query: string): Wanted {
  const rest: string[] = [];
  let wanted: Omit<Wanted, 'words'> = {};
  for (const word of query.match(/by:["“][^"”]*["”]|\S+/g) ?? []) {
    const [, name, value = ''] = /^(in|kind|since|until|by):(.+)$/.exec(word) ?? [];
    const by = name === 'by' ? value.replace(/["“”]/g, '').trim() : '';
    const found = name === 'in' ? FOUND.find((known) => known === value) : undefined;
    const kind = name === 'kind' ? CLAIM_KINDS.find((known) => known === value) : undefined;
    const since = name === 'since' ? day(value, 'first') : null;
    const until = name === 'until' ? day(value, 'last') : null;
    if (found) wanted = { ...wanted, found };
    else if (kind) wanted = { ...wanted, kind };
    else if (since !== null) wanted = { ...wanted, since };
    else if (until !== null) wanted = { ...wanted, until };
    else if (by !== '') wanted = { ...wanted, by };
    else rest.push(word);
  }
  return { words: rest.join(' '), ...wanted };
}
