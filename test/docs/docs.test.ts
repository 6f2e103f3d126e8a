// The parts of the docs that the code tells are what the code tells now.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { docsNow } from '../../scripts/docs.js';
import { ERRORS } from '../../src/terms/errors.js';

test('docs/cli.md and docs/errors.md agree with the program (npm run docs)', () => {
  for (const [file, text] of docsNow())
    assert.equal(readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8'), text, `docs/${file} is stale: npm run docs`);
});

test('every error says what to do, and its exit code and status are of one kind', () => {
  const kinds: Readonly<Record<number, readonly number[]>> = {
    1: [500],
    2: [400, 409],
    3: [413, 415, 422],
    4: [404],
    5: [409, 500, 503, 507],
    6: [502, 504],
    7: [401, 403, 429],
  };
  const errors = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  for (const [code, { exit, status, message, next }] of Object.entries(ERRORS)) {
    assert.ok(kinds[exit]?.includes(status), code);
    assert.match(message, /^.*\{value\}.*\.$|\.$/);
    assert.match(next, /^\p{Lu}.*[.\w]$/u);
    assert.ok(errors.includes(`| \`${code}\` | ${exit} | ${status} |`), code);
  }
});

test('no command is known only to the help', () => {
  const cli = docsNow().get('cli.md') ?? '';
  for (const name of ['serve', 'read [source]', 'add <source…>', 'process new <name>', 'show <id>', 'version'])
    assert.ok(cli.includes(`### \`parley ${name}\``), name);
});
