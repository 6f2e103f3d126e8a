// Statements: who said what on sentences of our own, what is none, transcripts, forms, and what holds for any text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReport } from '../../src/reading/reader.js';
import { openResources } from '../../src/reading/resources.js';
import { formOf, quotedUnits } from '../../src/reading/statements/form.js';
import type { Reading } from '../../src/terms/reading.js';
import { STATEMENT_CASES } from './statements-cases.js';
import { NO_STATEMENTS } from './statements-none.js';

const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const read = (text: string): Reading => readReport({ id: 't', text, published: '2019-05-06' }, resources);
/** The sentence as it stands in a report: below a headline. */
const below = (sentence: string): string => `A week of talks by the lake\n\n${sentence}`;
const words = (text: string, spans: readonly (readonly [number, number])[]): string[] => spans.map(([a, b]) => text.slice(a, b));

for (const { text: sentence, why, statements } of STATEMENT_CASES) {
  test(`statements: ${sentence}: ${why}`, () => {
    const text = below(sentence);
    const found = read(text).statements;
    assert.equal(found.length, statements.length);
    statements.forEach((expected, i) => {
      const statement = found[i]!;
      assert.deepEqual(words(text, statement.source), [expected.source]);
      assert.deepEqual(words(text, statement.cue), [expected.cue]);
      assert.deepEqual(words(text, statement.content), expected.content);
      for (const key of ['voice', 'form', 'act', 'speaker'] as const)
        if (expected[key] !== undefined) assert.equal(statement[key], expected[key], key);
    });
  });
}

for (const [sentence, why] of NO_STATEMENTS) {
  test(`no statement: ${sentence}: ${why}`, () => {
    const text = below(sentence);
    assert.deepEqual(
      read(text).statements.map(({ content }) => words(text, content)),
      [],
    );
  });
}

test('statements: a colleague whom the programme calls by one name is no guest, and what he tells is read like a report', () => {
  const text = [
    'PRESENTER: The talks in Probeville are over. Dara, who signed?',
    'DARA: Nobody. The chief mediator said that the talks would go on in May.',
    'PRESENTER: With us is Ana Kolar of the ministry. Why not, Minister?',
    'KOLAR: We came with a plan. They came with excuses.',
    'PRESENTER: Dara, thank you.',
  ].join('\n\n');
  const found = read(text).statements.map(({ source, content }) => [words(text, source), words(text, content)]);
  assert.deepEqual(found, [
    [['The chief mediator'], ['that the talks would go on in May']],
    [['KOLAR'], ['We came with a plan. They came with excuses.']],
  ]);
});

test('statements: a quotation with a dash and a name is a direct statement of that person', () => {
  const text = 'The road by the lake\n\n“The road must open before winter comes.”\n\n— Ana Kolar';
  const [statement, ...rest] = read(text).statements;
  assert.deepEqual(rest, []);
  assert.deepEqual(words(text, statement?.content ?? []), ['“The road must open before winter comes.”']);
  assert.deepEqual([statement?.speaker, statement?.form, statement?.voice], ['Ana Kolar', 'direct', 'named']);
});

test('statements: in a transcript the words after a recorded speaker’s label are one statement, the programme’s own are none', () => {
  const text = [
    'HOST: The talks in Probeville are over. What happened?',
    'REPORTER: Nobody signed.',
    'ANA KOLAR (recording): We came with a plan. They came with excuses.',
    'REPORTER: The delegation left at noon.',
    'HOST: Thank you.',
  ].join('\n\n');
  const turns = read(text).statements.filter(({ cue }) => words(text, cue)[0] === ':');
  assert.deepEqual(
    turns.map(({ source, content, form, speaker }) => [words(text, source), words(text, content), form, speaker]),
    [[['ANA KOLAR (recording)'], ['We came with a plan. They came with excuses.'], 'direct', turns[0]?.speaker]],
  );
  assert.match(turns[0]?.speaker ?? '', /^ana kolar$/i);
});

test('statements: the reason for not being named is kept in its own words', () => {
  const text = 'The offer is dead, said a diplomat, who spoke on condition of anonymity.';
  const [statement] = read(text).statements;
  assert.ok(statement?.reason);
  assert.match(text.slice(...statement.reason), /condition of anonymity/);
});

test('statements: the form counts words in double quotation marks only', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['“All of it.”', 'direct'],
    ['that it was “all of it”', 'mixed'],
    ['that it was ‘all of it’', 'indirect'],
    ['nothing quoted', 'indirect'],
    ['"straight marks"', 'direct'],
  ];
  for (const [text, form] of cases) assert.equal(formOf(text, [[0, text.length]], quotedUnits(text)), form, text);
});

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'said',
      '“',
      '”',
      '"',
      ' told ',
      'He',
      '\n\n',
      '. ',
      ', ',
      ': ',
      'according to',
      'ANNA: ',
      '(',
      ')',
      '‘',
      '’',
      '\ud800',
      '\u0000',
      'who',
    ),
  ),
  { maxLength: 40 },
);

test('any text: no throw, every span inside the text, every statement with its words', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' ');
      const { statements, attributions = [] } = read(text);
      for (const { source, cue, content } of [...statements, ...attributions])
        for (const [start, end] of [...source, ...cue, ...content]) assert.ok(start >= 0 && start < end && end <= text.length);
      for (const { content, cue } of statements) assert.ok(content.length > 0 && cue.length === 1);
      for (const { probability = 0 } of attributions) assert.ok(probability >= 0 && probability <= 1);
    }),
    { numRuns: 150, seed: 11 },
  );
});
