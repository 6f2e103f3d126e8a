// The figures of docs/trust.md: each bench keeps its own in results.json, and the tables of the page are made of all of them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Finding } from './finding.js';

const FILE = new URL('./results.json', import.meta.url);
const PAGE = new URL('../../docs/trust.md', import.meta.url);

const finding = z.object({
  part: z.string(),
  rounds: z.number(),
  acknowledged: z.number(),
  lost: z.number(),
  unsound: z.number(),
  meaning: z.string(),
});
const figures = z.record(z.string(), z.union([z.number(), z.string()]));
const resultsSchema = z.object({
  node: z.string(),
  platform: z.string(),
  findings: z.array(finding).default([]),
  fuzz: z.record(z.string(), figures).default({}),
  load: z.record(z.string(), figures).default({}),
});
type Results = z.infer<typeof resultsSchema>;

const machine = (): Pick<Results, 'node' | 'platform'> => ({ node: process.version, platform: `${process.platform} ${process.arch}` });
const read = (): Results => resultsSchema.parse(existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : machine());

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const TABLES: Readonly<Record<string, (results: Results) => string>> = {
  'bench:trust': ({ findings }) =>
    table(
      ['part', 'rounds', 'told as done', 'lost', 'not sound afterwards', 'of what'],
      findings.map(({ part, rounds, acknowledged, lost, unsound, meaning }) => [part, rounds, acknowledged, lost, unsound, meaning]),
    ),
  'bench:fuzz': ({ fuzz }) =>
    table(
      ['door', 'inputs', 'minutes', 'finds', 'most memory, MB'],
      Object.entries(fuzz).map(([door, { inputs = 0, minutes = 0, finds = 0, memory = 0 }]) => [door, inputs, minutes, finds, memory]),
    ),
  'bench:load': ({ load }) =>
    table(
      ['load', 'asked', 'errors', 'p50, ms', 'p99, ms', 'slowest, ms', 'reports added meanwhile', 'memory before and after, MB'],
      Object.entries(load).map(([name, { asked = 0, errors = 0, p50 = 0, p99 = 0, slowest = 0, added = 0, before = 0, after = 0 }]) => [
        name,
        asked,
        errors,
        p50,
        p99,
        slowest,
        added,
        `${before} → ${after}`,
      ]),
    ),
};

function write(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify({ ...results, ...machine() }, null, 2)}\n`);
  let text = readFileSync(PAGE, 'utf8');
  for (const [command, made] of Object.entries(TABLES)) {
    const start = `<!-- figures: made by npm run ${command} -->`;
    const [from, to] = [text.indexOf(start), text.indexOf('<!-- end of figures -->', text.indexOf(start))];
    if (from < 0 || to < 0) throw new Error(`docs/trust.md has no place for the figures of ${command}`);
    text = `${text.slice(0, from + start.length)}\n\n${made(results)}\n\n${text.slice(to)}`;
  }
  writeFileSync(PAGE, text);
}

/** Keeps what the parts of the trust bench found; the figures of other parts stay. */
export function keepFindings(found: readonly Finding[]): void {
  const results = read();
  const fresh = new Set(found.map(({ part }) => part));
  write({ ...results, findings: [...results.findings.filter(({ part }) => !fresh.has(part)), ...found] });
}

/** Keeps the figures of one row of another bench. */
export function keepFigures(bench: 'fuzz' | 'load', row: string, made: Readonly<Record<string, number | string>>): void {
  const results = read();
  write({ ...results, [bench]: { ...results[bench], [row]: { ...made } } });
}
