// Compiles data/times/words.yaml and verbs.yaml, the words of time expressions and the verbs their tense hangs on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonFile, type LexiconCompiler } from './compiler.js';

const source = z.string().min(1);
const values = z.record(z.string(), z.number());
const list = z.array(z.string().min(1)).min(1);
const wordsShape = z.strictObject({
  months: z.strictObject({ source, names: values, short: values, 'also-names': list }),
  weekdays: z.strictObject({ source, names: values, plural: values, short: values }),
  seasons: z.strictObject({ source, names: values, unfixed: list, terms: list, 'term-words': list }),
  units: z.strictObject({ source, names: z.record(z.string(), z.string()), closed: z.record(z.string(), z.string()) }),
  numbers: z.strictObject({ source, words: values, ordinals: values, vague: list, decades: values }),
  hedges: z.strictObject({ source, about: list, limits: list, more: list }),
  clock: z.strictObject({ source, points: list, parts: list, zones: list }),
  sets: z.strictObject({ source, adverbs: list, times: values }),
  feasts: z.strictObject({ source, fixed: z.record(z.string(), z.string().regex(/^\d\d-\d\d$/)), easter: values, unfixed: list }),
  names: z.strictObject({ source, heads: list, 'small-heads': list, firsts: list, numbered: list }),
});
const verbsShape = z.record(z.string(), z.strictObject({ source, words: list }));

type Entry = Record<string, string | number>;

export const timesCompiler: LexiconCompiler = {
  name: 'times',
  compile(root) {
    const read = (name: string): unknown => parse(readFileSync(join(root, 'data/times', name), 'utf8'));
    const file = wordsShape.parse(read('words.yaml'));
    const verbs = verbsShape.parse(read('verbs.yaml'));
    const words = new Map<string, Entry>();
    const mark = (word: string, key: string, value: string | number): void => {
      words.set(word, { ...words.get(word), [key]: value });
    };
    const each = (key: string, from: Readonly<Record<string, string | number>>): void => {
      for (const [word, value] of Object.entries(from)) mark(word, key, value);
    };
    const all = (key: string, from: readonly string[]): void => {
      for (const word of from) mark(word, key, 1);
    };
    each('month', file.months.names);
    each('month', file.months.short);
    all('short', Object.keys(file.months.short));
    all('alsoName', file.months['also-names']);
    each('weekday', { ...file.weekdays.names, ...file.weekdays.plural, ...file.weekdays.short });
    all('plural', Object.keys(file.weekdays.plural));
    all('short', Object.keys(file.weekdays.short));
    each('season', file.seasons.names);
    all('unfixed', file.seasons.unfixed);
    all('term', file.seasons.terms);
    all('termWord', file.seasons['term-words']);
    each('unit', file.units.names);
    each('closed', file.units.closed);
    each('number', file.numbers.words);
    each('ordinal', file.numbers.ordinals);
    all('vague', file.numbers.vague);
    each('decade', file.numbers.decades);
    all('about', file.hedges.about);
    all('limit', file.hedges.limits);
    all('more', file.hedges.more);
    all('point', file.clock.points);
    all('dayPart', file.clock.parts);
    all('zone', file.clock.zones);
    all('adverb', file.sets.adverbs);
    each('times', file.sets.times);
    const unfixed = Object.fromEntries(file.feasts.unfixed.map((name) => [name, null]));
    const sets = Object.fromEntries([
      ...Object.entries(verbs).map(([name, { words: members }]) => [name, members]),
      ['heads', file.names.heads],
      ['smallHeads', file.names['small-heads']],
      ['firsts', file.names.firsts],
      ['numbered', file.names.numbered],
    ]);
    return [
      jsonFile('data/compiled/times.json', {
        words: Object.fromEntries(words),
        feasts: { ...file.feasts.fixed, ...file.feasts.easter, ...unfixed },
        sets,
      }),
    ];
  },
};
