// Actors: whom words mean on sentences of our own, who must stay apart, codes, lexicons, and what holds for any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openActorQuery } from '../../src/reading/actors/query.js';
import type { Draft } from '../../src/reading/draft.js';
import { STEPS } from '../../src/reading/reader.js';
import { runSteps, stepsTo } from '../../src/reading/step.js';
import { ACTOR_CASES } from './actors-cases.js';
import { APART, NOBODY } from './actors-none.js';
import { resources } from './open-reader.js';

const steps = stepsTo(STEPS, 'actors');
const draftOf = (text: string): Draft => runSteps(steps, { id: 't', text }, resources);

/** The ids that the n-th standing of some words means. */
function idsOf(draft: Draft, words: string, nth = 1): readonly string[] {
  let at = -1;
  for (let count = 0; count < nth; count++) at = draft.input.text.indexOf(words, at + 1);
  assert.ok(at >= 0, `"${words}" does not stand in the text ${nth} times`);
  const first = draft.tokens.findIndex(({ end }) => end > at);
  let last = first;
  while (last < draft.tokens.length && draft.tokens[last]!.start < at + words.length) last++;
  return openActorQuery(draft.actors, draft.mentions, draft.tokens).actorsAt(first, last);
}
const nameOf = ({ actors }: Draft, id: string): string => actors.find((actor) => actor.id === id)?.names[0] ?? '';

for (const { text, why, means } of ACTOR_CASES) {
  test(`actors: ${why}`, () => {
    const draft = draftOf(text);
    for (const { of, nth, who } of means) {
      assert.deepEqual(
        idsOf(draft, of, nth).map((id) => nameOf(draft, id)),
        who,
        `"${of}" in "${text}"`,
      );
    }
  });
}

for (const { text, of, why } of NOBODY) {
  test(`nobody: ${why}`, () => {
    assert.deepEqual(idsOf(draftOf(text), of), []);
  });
}

for (const { text, pairs, why } of APART) {
  test(`apart: ${why}`, () => {
    const draft = draftOf(text);
    for (const [left, right] of pairs) {
      const [a] = idsOf(draft, left);
      const [b] = idsOf(draft, right);
      assert.ok(a !== undefined && b !== undefined, `${left} / ${right}`);
      assert.notEqual(a, b);
    }
  });
}

test('actors: facts about whom one acts for, who issued a text, the sides', () => {
  const draft = draftOf(
    'Kenya and Somalia met in Doha. Kenyan Foreign Minister Grace Wanjiru said in a statement that Kenya and Somalia would sign. The statement named no day.',
  );
  const { actorFacts, actors } = draft;
  const person = actors.find(({ names }) => names[0] === 'Grace Wanjiru');
  assert.equal(nameOf(draft, actorFacts.of.get(person?.id ?? '') ?? ''), 'Kenya');
  const [statement = ''] = idsOf(draft, 'The statement');
  assert.equal(nameOf(draft, actorFacts.issuer.get(statement) ?? ''), 'Grace Wanjiru');
  assert.deepEqual(actorFacts.sides.map((id) => nameOf(draft, id)).sort(), ['Kenya', 'Somalia']);
});

test('actors: PLOVER codes', () => {
  const draft = draftOf(
    'Syrian rebels fired on the Turkish army. A Red Cross worker was hurt. The United Nations asked the Egyptian government for help.',
  );
  const codeAt = (words: string): unknown => draft.actorFacts.codes.get(idsOf(draft, words)[0] ?? '');
  assert.deepEqual(codeAt('Syrian rebels'), { code: 'SYR', sector: 'REB' });
  assert.deepEqual(codeAt('the Turkish army'), { code: 'TUR', sector: 'MIL' });
  assert.deepEqual(codeAt('The United Nations'), { code: 'IGO' });
  assert.deepEqual(codeAt('the Egyptian government'), { code: 'EGY', sector: 'GOV' });
});

test('actors: the lexicon holds every member state of the United Nations once', () => {
  const { countries } = resources.actorLexicon;
  assert.ok(countries.size >= 197);
  for (const code of countries.keys()) assert.match(code, /^[A-Z]{3}$/);
  assert.equal(new Set([...countries.values()].map(({ name }) => name)).size, countries.size);
});

/** What must hold of the actors of any text. */
function holds(text: string): void {
  const { actors, mentions, tokens, actorFacts } = draftOf(text);
  const ids = new Set(actors.map(({ id }) => id));
  assert.equal(ids.size, actors.length);
  for (const { names } of actors) assert.ok(names.length > 0 && names.every((name) => name.trim() !== ''));
  for (const { first, last, head, actors: meant } of mentions) {
    assert.ok(first >= 0 && first < last && last <= tokens.length && head >= first && head < last);
    assert.ok(meant.length > 0 && meant.every((id) => ids.has(id)));
  }
  for (const [id, other] of [...actorFacts.of, ...actorFacts.issuer]) assert.ok(ids.has(id) && ids.has(other));
}

test('actors: any text is read, every mention inside it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), holds), { numRuns: 60 });
  const word = fc.constantFrom(
    ..."the The a rebels government of Syria Damascus his it who Kerry John said told , . ( ) “ ” ' 's U.N. and both sides envoy minister Mr - SPLM we I their".split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), (words) => holds(words.join(' '))),
    { numRuns: 80 },
  );
});

test('actors: long chains are read to their end', () => {
  for (const piece of ['leader of ', "Assad's ", 'John of ', 'a statement by ', 'Kerry, ', 'who ', 'envoy to ', '(the UN '])
    holds(piece.repeat(700));
});

test('actors: time grows with the text, not with its square', () => {
  const sentence =
    'President Samuel Okello told the Free Valley Movement that his government, which Kenya backs, wanted talks in Nairobi. They refused. ';
  draftOf(sentence.repeat(20));
  const time = (times: number): number => {
    const text = sentence.repeat(times);
    const from = performance.now();
    draftOf(text);
    return performance.now() - from;
  };
  const short = Math.min(time(100), time(100));
  const long = Math.min(time(400), time(400));
  assert.ok(long < 12 * short + 50, `${short} ms for 100 sentences, ${long} ms for 400`);
});
