// Measures the times the reader finds against gold expressions, and chrono-node on the same texts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import type { Measure, Row } from './row.js';

interface Time {
  readonly span: readonly [number, number];
  readonly edtf: string | null;
}
interface GoldRow {
  readonly id: string;
  readonly published: string;
  readonly locale?: string;
  readonly text: string;
  readonly times: readonly Time[];
}
interface Figures {
  readonly f1: number;
  readonly right: number;
  readonly whole: number;
}

/** Pairs gold and found that share a character, best Dice first, and counts those with the same value. */
function countPairs(gold: readonly Time[], found: readonly Time[]): { pairs: number; right: number } {
  const options = gold
    .flatMap((g, gi) =>
      found.flatMap((p, pi) => {
        const shared = Math.min(g.span[1], p.span[1]) - Math.max(g.span[0], p.span[0]);
        return shared > 0 ? [{ gi, pi, dice: (2 * shared) / (g.span[1] - g.span[0] + p.span[1] - p.span[0]) }] : [];
      }),
    )
    .sort((a, b) => b.dice - a.dice || a.gi - b.gi || a.pi - b.pi);
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  let right = 0;
  for (const { gi, pi } of options) {
    if (usedGold.has(gi) || usedFound.has(pi)) continue;
    usedGold.add(gi);
    usedFound.add(pi);
    if (gold[gi]?.edtf === found[pi]?.edtf) right++;
  }
  return { pairs: usedGold.size, right };
}

function score(rows: readonly GoldRow[], find: (row: GoldRow) => readonly Time[]): Figures {
  let [gold, found, pairs, right] = [0, 0, 0, 0];
  for (const row of rows) {
    const times = find(row);
    const counted = countPairs(row.times, times);
    gold += row.times.length;
    found += times.length;
    pairs += counted.pairs;
    right += counted.right;
  }
  const percent = (n: number, of: number): number => Math.round((1000 * n) / of) / 10;
  return { f1: percent(2 * pairs, gold + found), right: percent(right, pairs), whole: percent(2 * right, gold + found) };
}

const two = (n: number | null): string => String(n ?? 1).padStart(2, '0');
function edtfOf(part: chrono.ParsedComponents): string {
  const year = String(part.get('year')).padStart(4, '0');
  if (part.isCertain('day') || part.isCertain('weekday')) return `${year}-${two(part.get('month'))}-${two(part.get('day'))}`;
  if (part.isCertain('month')) return `${year}-${two(part.get('month'))}`;
  return part.isCertain('year') ? year : `${year}-${two(part.get('month'))}-${two(part.get('day'))}`;
}

/** chrono-node as it comes, the end of a range and a known month kept. */
const withChrono = ({ text, published }: GoldRow): readonly Time[] =>
  chrono.parse(text, new Date(`${published}T12:00:00Z`)).map(({ index, text: words, start, end }) => ({
    span: [index, index + words.length],
    edtf: end ? `${edtfOf(start)}/${edtfOf(end)}` : edtfOf(start),
  }));

export const measureTimes: Measure = async ({ gold }) => {
  const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
  const rows = readFileSync(join(gold, 'times/dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldRow);
  const ours = score(rows, ({ id, text, published, locale }) => readReport({ id, text, published, locale }, resources).times ?? []);
  const peer = score(rows, withChrono);
  const row = (figure: string, value: number, theirs: number, meaning: string, bar?: number): Row => ({
    part: 'times',
    figure,
    value,
    ...(bar !== undefined && { bar }),
    peer: `chrono-node 2.10.3: ${theirs}`,
    meaning,
  });
  return [
    row('time spans, F1', ours.f1, peer.f1, 'Time expressions found, against gold expressions that share a character.', 92),
    row('right EDTF among found', ours.right, peer.right, 'Of the expressions found, those with exactly the gold value.', 92),
    row('span and EDTF right, F1', ours.whole, peer.whole, 'Found and with exactly the gold value, over all found and all gold.'),
  ];
};
