// Draws claims of the reader with a fixed seed, for a person to judge: `node --import tsx bench/quality/draw.ts GOLD`; each with its fields, speaker and sentence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { sayFigures } from '../../src/terms/say-figure.js';
import { wordsAtAll } from '../../src/terms/span.js';
import { JUDGED_OF, reportSchema } from './judged.js';
import { rowsIn } from './scorer.js';

/** Claims drawn of each set. */
const EACH = 50;
const SEED = 20140201;

/** Numbers from 0 to 1, the same for the same seed (Tommy Ettinger's mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const gold = process.argv[2];
if (gold === undefined) {
  console.error('Say where the gold data is: node --import tsx bench/quality/draw.ts DIR');
  process.exit(2);
}
const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
console.error(`reader ${resources.version}`);
const random = randomFrom(SEED);
for (const of of JUDGED_OF) {
  const claims = rowsIn(join(gold, `${of}.jsonl`)).flatMap((row) => {
    const { id, text, published, date, dateline } = reportSchema.parse(row);
    const reading = readReport({ id, text, published: published ?? date, dateline: dateline ?? undefined }, resources);
    return reading.claims.map((claim) => ({ reading, claim }));
  });
  for (let i = 0; i < Math.min(EACH, claims.length); i++) {
    const at = i + Math.floor(random() * (claims.length - i));
    [claims[i], claims[at]] = [claims[at]!, claims[i]!];
    const { reading, claim } = claims[i]!;
    const { id: _, evidence, voice, probability, basis: __, inferred, figures, kind, ...fields } = claim;
    const statement = reading.statements.find((one) => one.id === voice);
    const start = Math.max(0, Math.min(...evidence.map(([first]) => first)) - 160);
    const end = Math.max(...evidence.map(([, last]) => last)) + 160;
    console.log(JSON.stringify({ of, id: reading.id, kind, spans: evidence }));
    console.log(
      `   ${JSON.stringify(fields)} ${sayFigures(figures)} ${inferred === undefined ? '' : JSON.stringify(inferred)} p=${probability}`,
    );
    if (statement !== undefined) console.log(`   said by ${statement.speaker ?? 'nobody named'}`);
    console.log(`   words: ${wordsAtAll(reading.text, evidence).replace(/\s+/g, ' ')}`);
    if (end - start < 1200) console.log(`   around: ${reading.text.slice(start, end).replace(/\s+/g, ' ')}`);
  }
}
