// Requests to a desk made by rule: every call it has, with ids that are there, ids that are not, and bodies between valid and nonsense.
import type { Chance } from './chance.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  readonly body: string | null;
}

export interface CallShape {
  readonly method: string;
  readonly path: string;
}

const STRINGS = [
  '',
  'made-1',
  'made-1:c1',
  'made-1:c2',
  'made-1:s1',
  'made-1:hand-1',
  'marrow-talks',
  'Marrow talks',
  'a-0000000000000000',
  '2020-05-01',
  '2020-02-30',
  '..',
  '../../etc/passwd',
  '%00',
  '\0',
  '🙂',
  "'; drop table report; --",
  'x'.repeat(5000),
  '-1',
  '1e9',
  'null',
  'RED',
  'accepted',
  'talks',
  '"',
  'a*',
  '“',
  '__proto__',
  'csv',
  'ü',
] as const;
const KEYS = [
  'process',
  'as-of',
  'since',
  'until',
  'limit',
  'offset',
  'q',
  'found',
  'kind',
  'unreviewed',
  'refs',
  'mark',
  'state',
  'reason',
  'name',
  'asOf',
  'line',
  'changes',
  'page',
  'about',
  'what',
  'named',
  'inputs',
  'options',
  'into',
  'version',
  'grade',
  'paused',
  'every',
  'place',
] as const;
const VALID = [
  '{"state":"accepted"}',
  '{"state":"rejected","reason":"no"}',
  '{"name":"Hill talks"}',
  '{"asOf":"2020-05-01"}',
  '{"mark":"AMBER"}',
  '{"grade":{"reliability":"A","credibility":1}}',
  '{"changes":[1,2]}',
  '{"process":"marrow-talks"}',
  '{"into":"a-0000000000000000"}',
  '{"paused":true}',
  '{"version":{"id":"c2","kind":"access","place":"Marrow","form":"convoy","step":"moving","evidence":[[0,9]],"voice":null}}',
  '{"id":"c2","kind":"access","place":"Marrow","form":"convoy","step":"moving","evidence":[[0,9]],"voice":null}',
  '{"kind":"feed","place":"ftp://example.org/feed"}',
  '{"inputs":[{"kind":"text","text":"The mediator said so on Monday."}]}',
] as const;

function value(chance: Chance, depth: number): unknown {
  if (depth > 0 && chance.once(3)) return Array.from({ length: chance.below(4) }, () => value(chance, depth - 1));
  if (depth > 0 && chance.once(3))
    return Object.fromEntries(Array.from({ length: chance.below(4) }, () => [chance.pick(KEYS), value(chance, depth - 1)]));
  return chance.pick<unknown>([...STRINGS, 0, -1, 1.5, 1e300, true, false, null, [0, 9], [9, 0]]);
}

/** A string of chance, escaped for an address or, seldom, not. */
const inAddress = (chance: Chance): string => {
  const text = chance.pick(STRINGS);
  return chance.once(12) ? text.replace(/[^!-~]/g, '') : encodeURIComponent(text);
};

/** A request; `calls` are those of the desk's own description. */
export function madeCall(calls: readonly CallShape[], chance: Chance): Asked {
  const { method, path } = chance.pick(calls);
  const filled = path.replace(/\{[^}]+\}/g, () => inAddress(chance));
  const query = Array.from({ length: chance.below(4) }, () => `${chance.pick(KEYS)}=${inAddress(chance)}`).join('&');
  const body = method === 'GET' || method === 'DELETE' ? null : chance.once(2) ? chance.pick(VALID) : JSON.stringify(value(chance, 4));
  const page = method === 'GET' && chance.once(3);
  return {
    method,
    path: `${page ? filled.replace(/\.json$/, '') : filled}${query === '' ? '' : `?${query}`}`,
    accept: page ? 'text/html' : 'application/json',
    body,
  };
}
