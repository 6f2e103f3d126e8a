// Where sentences and paragraphs end, as tables: the text with a bar wherever a sentence must end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphsOf } from '../../src/reading/paragraphs.js';
import { sentencesOf } from '../../src/reading/sentences.js';
import { resources } from './open-reader.js';

function cut(marked: string): { readonly found: string; readonly expected: string } {
  const text = marked.replaceAll('|', '');
  const { sentences } = sentencesOf(text, paragraphsOf(text, []), resources.words);
  const found = sentences.map(({ start, end }) => text.slice(start, end)).join(' | ');
  const expected = marked
    .split('|')
    .map((piece) => piece.trim())
    .join(' | ');
  return { found, expected };
}

const CASES: readonly (readonly [marked: string, why: string])[] = [
  ['The talks ended. |The envoys left.', 'plain'],
  ['Will they return? |Nobody knows! |They may.', 'other marks'],
  ['He left the U.S. |The others stayed.', 'an abbreviation before a word that opens sentences'],
  ['It was signed by Probe Inc. |In May it lapsed.', 'the same'],
  ['They came at 5 p.m. |He did not.', 'the same'],
  ['“We will come,” he said. |“We hope for peace.” |The other side is silent.', 'quotation marks go with their sentence'],
  ['He said: "We will come. |We hope for peace."', 'a quotation of two sentences'],
  ['The road is open. |(It was shut.) |Trucks pass.', 'a sentence in brackets'],
  ['The road is open.[3] |Trucks pass.', 'numbers of notes'],
  ['Road opens, envoy says\n\n|GENEVA, Feb. 3 (Probe) — |The road was opened on Monday.', 'headline and dateline'],
  ['RENO, Nev. (AP) — |The talks go on.', 'dateline with a state'],
  ['Mexico City (AFP) – |The talks go on.', 'dateline in small letters'],
  ['The plan:\n|• open the road\n|• free the captives', 'bullets'],
  ['HOST: Thank you. |Will they come?\n|GUEST: They will.', 'turns of speakers'],
  ['The first paragraph\n\n|The second', 'a blank line'],
  ['Envoys meet\n|Trucks wait', 'short lines are lines of their own'],
];
for (const [marked, why] of CASES) {
  test(`sentences end: ${why}`, () => {
    const { found, expected } = cut(marked);
    assert.equal(found, expected);
  });
}

test('the lines of a wrapped text are one paragraph', () => {
  const words =
    'the envoys of both sides said on Monday that the road into the town would be opened again once the trucks had been looked through by the observers and that'.split(
      ' ',
    );
  const lines: string[] = [];
  let line = 'Today';
  for (const word of [...words, ...words, ...words]) {
    if (line.length + 1 + word.length > 68) {
      lines.push(line);
      line = word;
    } else line += ` ${word}`;
  }
  const text = `${lines.join('\n')}\n${line}.\n\nA second paragraph stands\napart.`;
  const paragraphs = paragraphsOf(text, []);
  assert.equal(paragraphs.length, 2);
  assert.equal(text.slice(paragraphs[1]!.start, paragraphs[1]!.end), 'A second paragraph stands\napart.');
});

test('parts cut paragraphs, and boilerplate has no sentences', () => {
  const text = 'Road opens\n\nGENEVA - The road was opened. It is wide.\n\nSign up for our letter.';
  const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const parts = [
    { kind: 'headline' as const, span: at('Road opens') },
    { kind: 'dateline' as const, span: at('GENEVA') },
    { kind: 'boilerplate' as const, span: at('Sign up for our letter.') },
  ];
  const paragraphs = paragraphsOf(text, parts);
  assert.deepEqual(
    paragraphs.map(({ start, end, part }) => [part, text.slice(start, end)]),
    [
      ['headline', 'Road opens'],
      ['dateline', 'GENEVA -'],
      ['body', 'The road was opened. It is wide.'],
      ['boilerplate', 'Sign up for our letter.'],
    ],
  );
  const { sentences } = sentencesOf(text, paragraphs, resources.words);
  assert.deepEqual(
    sentences.map(({ part }) => part),
    ['headline', 'dateline', 'body', 'body'],
  );
});
