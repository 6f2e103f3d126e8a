// Tags, base forms, heads and names of sentences of our own: what the models must get right whenever they are trained anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../src/reading/draft.js';
import { languageStep } from '../../src/reading/language.js';
import { namesStep } from '../../src/reading/names-step.js';
import { paragraphsStep } from '../../src/reading/paragraphs.js';
import { parseStep } from '../../src/reading/parse.js';
import { sentencesStep } from '../../src/reading/sentences.js';
import { runSteps } from '../../src/reading/step.js';
import { tagsStep } from '../../src/reading/tags.js';
import { resources } from './open-reader.js';

const read = (text: string): Draft =>
  runSteps([paragraphsStep, languageStep, sentencesStep, tagsStep, parseStep, namesStep], { id: 'a', text }, resources);

const TAGS: readonly (readonly [text: string, tags: string])[] = [
  ['The envoys have agreed to meet in Geneva .', 'DT NNS VBP VBN TO VB IN NNP .'],
  ['He said the rebels did not control the town .', 'PRP VBD DT NNS VBD RB VB DT NN .'],
  ['Their leader , who was not named , rejected it .', 'PRP$ NN , WP VBD RB VBN , VBD PRP .'],
];
for (const [text, tags] of TAGS) {
  test(`tags: ${text}`, () =>
    assert.equal(
      read(text)
        .tokens.map(({ tag }) => tag)
        .join(' '),
      tags,
    ));
}

const LEMMAS: readonly (readonly [text: string, lemmas: string])[] = [
  ['The parties denied that children were killed .', 'the party deny that child be kill .'],
  ['She hoped the talks would be resumed, stopping the war .', 'she hope the talk would be resume , stop the war .'],
  ["They've left and weren't coming .", 'they have leave and be not come .'],
];
for (const [text, lemmas] of LEMMAS) {
  test(`base forms: ${text}`, () =>
    assert.equal(
      read(text)
        .tokens.map(({ lemma }) => lemma)
        .join(' '),
      lemmas,
    ));
}

/** "dependent relation head" of the words that matter. */
const ARCS: readonly (readonly [text: string, arcs: readonly string[]])[] = [
  [
    'The minister said the government would not attend the talks.',
    ['minister nsubj said', 'attend ccomp said', 'government nsubj attend', 'not advmod attend', 'talks obj attend'],
  ],
  [
    'The envoy wants to visit the town and hopes that the road is open.',
    ['envoy nsubj wants', 'visit xcomp wants', 'town obj visit', 'hopes conj wants', 'open ccomp hopes'],
  ],
  [
    'The convoy was attacked by gunmen near the town.',
    ['convoy nsubj:pass attacked', 'was aux:pass attacked', 'gunmen obl:agent attacked'],
  ],
];
for (const [text, arcs] of ARCS) {
  test(`heads: ${text}`, () => {
    const { tokens } = read(text);
    const found = new Set(tokens.map(({ text: word, relation, head }) => `${word} ${relation} ${tokens[head]?.text ?? ''}`));
    for (const arc of arcs) assert.ok(found.has(arc), `${arc} is not among ${[...found].join('; ')}`);
  });
}

const NAMES: readonly (readonly [text: string, names: readonly string[]])[] = [
  [
    'The United Nations said on Friday that Anna Lindqvist would fly to Nairobi.',
    ['United Nations organisation', 'Anna Lindqvist person', 'Nairobi place'],
  ],
  ['French and Kenyan diplomats met John Mwangi in Geneva.', ['French people', 'Kenyan people', 'John Mwangi person', 'Geneva place']],
  ['The talks go on, and nobody knows when they will end.', []],
];
for (const [text, names] of NAMES) {
  test(`names: ${text}`, () => {
    const draft = read(text);
    const found = draft.names.map(({ first, last, type }) => {
      const words = draft.tokens.slice(first, last);
      return `${words.map((token) => token.text).join(' ')} ${type}`;
    });
    assert.deepEqual(found, names);
    for (const { probability } of draft.names) assert.ok(probability > 0.5 && probability <= 1);
  });
}

test('every parsed sentence is a tree with one root', () => {
  const text =
    'He left. The mediator (who spoke first) said: “We will go on,” and left — as agreed. Rebels? None!\n\nEnvoys meet\n\n•\n\n. , ;';
  const { tokens, sentences } = read(text);
  for (const { first, last } of sentences) {
    if (last - first < 2) continue;
    const roots = tokens.slice(first, last).filter(({ head }) => head === -1);
    assert.equal(roots.length, 1);
    for (let i = first; i < last; i++) {
      let at = i;
      for (let steps = 0; at !== -1; steps++) {
        assert.ok(steps <= last - first, 'heads go round in a circle');
        assert.ok(at >= first && at < last);
        at = tokens[at]!.head;
      }
    }
  }
});
