// The judged sample of claims: a hundred judgements, each with a place and a reason, and no run of words long enough to be a report's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { measureJudged } from '../../bench/quality/judged.js';

test('a hundred claims are judged, and the figures are made from them', async () => {
  const [all, ...rest] = await measureJudged({ gold: '', treebanks: [] });
  const lines = readFileSync(new URL('../../bench/quality/judged.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const right = lines.filter((line) => line.includes('"right":true')).length;
  assert.equal(lines.length, 100);
  assert.equal(all?.value, right);
  assert.ok(all?.interval !== undefined && all.interval[0] < right && right < all.interval[1]);
  assert.ok(rest.length > 2);
  for (const line of lines) assert.ok((/"why":"([^"]*)"/.exec(line)?.[1] ?? '').split(' ').length < 15, line);
});
