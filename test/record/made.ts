// Reports and readings made for the tests of the record: short sentences of our own, spans found by their words.
import { reportIdOf } from '../../src/terms/ids.js';
import type { Claim, Reading, Statement } from '../../src/terms/reading.js';
import type { Report } from '../../src/terms/report.js';
import type { Span } from '../../src/terms/span.js';

/** The span of words that stand once in a text. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return [start, start + words.length];
}

export interface Made {
  readonly report: Report;
  readonly reading: Reading;
}

/** A report in which an envoy speaks, a convoy waits and one side blames the other; `n` makes it a text of its own. */
export function madeReport(n: number, published = '2014-02-01'): Made {
  const text = `Convoy number ${n} waits\n\nGENEVA - Anna Berg, the envoy, said that "the second round opens on Feb. 10". A convoy into Homs is stalled. The opposition blamed the government.`;
  const id = reportIdOf(text);
  const at = (words: string): [number, number] => {
    const [start, end] = spanOf(text, words);
    return [start, end];
  };
  const statements: Statement[] = [
    {
      id: 's1',
      speaker: 'Anna Berg',
      voice: 'named',
      source: [at('Anna Berg, the envoy')],
      cue: [at('said')],
      content: [at('that "the second round opens on Feb. 10"')],
      form: 'mixed',
      act: 'states',
      said_on: '2014-01-31',
    },
  ];
  const claims: Claim[] = [
    { id: 'c1', kind: 'talks', status: 'scheduled', date: '2014-02-10', evidence: [at('the second round opens on Feb. 10')], voice: 's1' },
    {
      id: 'c2',
      kind: 'access',
      place: 'Homs',
      form: 'convoy',
      step: 'stalled',
      evidence: [at('A convoy into Homs is stalled')],
      voice: null,
    },
    {
      id: 'c3',
      kind: 'blame',
      from: ['opposition'],
      on: ['government'],
      for: 'the convoy',
      evidence: [at('The opposition blamed the government')],
      voice: null,
    },
  ];
  return {
    report: { id, text, format: 'text', title: `Convoy number ${n} waits`, publisher: 'Example Wire', published, parts: [] },
    reading: {
      id,
      text,
      published,
      language: 'en',
      actors: [
        { id: 'Anna Berg', kind: 'person', names: ['Anna Berg', 'Berg'] },
        { id: 'opposition', kind: 'group', names: ['the opposition', 'opposition'] },
        { id: 'government', kind: 'government', names: ['government'] },
        { id: 'Homs', kind: 'place', names: ['Homs'] },
      ],
      statements,
      claims,
      reader: 'test',
    },
  };
}
