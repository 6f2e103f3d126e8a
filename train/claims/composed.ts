// Reports composed for learning, in a short form that a person can write: sentences with what each claims. Opens them in the shape of the gold.
import { readdirSync, readFileSync } from 'node:fs';
import { CLAIM_KINDS, type ClaimKind } from '../../src/terms/reading.js';
import type { GoldClaim, GoldReport } from './gold.js';

const KINDS: Readonly<Record<string, ClaimKind>> = {
  t: 'talks',
  s: 'standing',
  c: 'commitment',
  p: 'position',
  u: 'pressure',
  x: 'access',
  b: 'blame',
  i: 'tie',
  a: 'act',
};
/** The fields of each kind in the order in which a line gives them. */
const FIELDS: { readonly [K in ClaimKind]: readonly string[] } = {
  talks: ['status'],
  standing: ['party', 'standing'],
  commitment: ['by', 'standing'],
  position: ['actor', 'stance'],
  pressure: ['from', 'on'],
  access: ['place', 'form', 'step'],
  blame: ['from', 'on'],
  tie: ['from', 'relation', 'to'],
  act: ['type', 'from'],
};
const LISTS = new Set(['by', 'from', 'on', 'through']);

function cellOf(kind: ClaimKind, name: string, text: string): string | null | string[] {
  if (LISTS.has(name) && kind !== 'tie') return text === '-' ? [] : text.split(',');
  return text === '-' ? null : text;
}

/** One line of a claim: its kind's letter, its fields in order, others by name, `not` for a negation, the words it stands in where not the whole sentence. */
function claimOf(line: string, text: string, start: number, end: number, id: string): GoldClaim {
  const quoted = /"(.+)"\s*$/.exec(line);
  const [letter = '', ...parts] = line
    .slice(0, quoted?.index ?? line.length)
    .trim()
    .split(/\s+/);
  const kind = KINDS[letter];
  if (kind === undefined || !CLAIM_KINDS.includes(kind)) throw new Error(`"${line}": "${letter}" is no kind of claim`);
  const words = quoted?.[1];
  const from = words === undefined ? start : text.indexOf(words, start);
  if (from < 0 || from >= end) throw new Error(`"${line}": its words are not in the sentence`);
  const fields: Record<string, string | null | string[] | boolean> = {};
  const order = [...FIELDS[kind]];
  for (const part of parts) {
    const at = part.indexOf('=');
    if (part === 'not') fields.negated = true;
    else if (at > 0) fields[part.slice(0, at)] = cellOf(kind, part.slice(0, at), part.slice(at + 1));
    else {
      const name = order.shift();
      if (name === undefined) throw new Error(`"${line}": "${part}" is one field too many`);
      fields[name] = cellOf(kind, name, part);
    }
  }
  if (order.length > 0) throw new Error(`"${line}": ${order.join(', ')} missing`);
  return { id, kind, evidence: [[from, words === undefined ? end : from + words.length]], voice: null, ...fields };
}

/** Reads one file: reports that start with `=== id | process | published | dateline | publisher`. */
export function readComposed(source: string): GoldReport[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((block): GoldReport => {
      const [head = '', ...lines] = block.split('\n');
      const [id = '', process = '', published = '', dateline = '', publisher = ''] = head.split('|').map((cell) => cell.trim());
      const actors: GoldReport['actors'] = [];
      const claims: GoldClaim[] = [];
      let text = '';
      let start = 0;
      for (const line of lines) {
        const actor = /^@ ([^:]+): (.+)$/.exec(line);
        if (actor !== null) actors.push({ id: actor[1]!, kind: '', names: actor[2]!.split(';').map((name) => name.trim()) });
        else if (line.startsWith('>')) {
          const said = line.replace(/^>+\s*/, '');
          text += text === '' ? '' : line.startsWith('>>') ? '\n\n' : ' ';
          start = text.length;
          text += said;
        } else if (line.trim() !== '') claims.push(claimOf(line, text, start, text.length, `c${claims.length + 1}`));
      }
      const known = new Set(actors.map(({ id: key }) => key));
      for (const claim of claims)
        for (const name of ['party', 'by', 'actor', 'from', 'on', 'through', 'to', 'place', 'venue'])
          for (const key of [claim[name]].flat())
            if (typeof key === 'string' && !known.has(key))
              throw new Error(`${id}: "${key}" in claim ${claim.id} is no actor of the report`);
      return { id, process, publisher, published, dateline, text, actors, statements: [], claims };
    });
}

/** All composed reports of a folder, by file name. */
export const readComposedIn = (folder: string): GoldReport[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readComposed(readFileSync(`${folder}/${name}`, 'utf8')));
