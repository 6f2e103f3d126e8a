// Sentences of our own with their one attribution, also of belief, intent and attitude; and sentences with none.
export interface AttributionCase {
  readonly text: string;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly manner: string;
  readonly why: string;
}

export const ATTRIBUTION_CASES: readonly AttributionCase[] = [
  {
    text: 'Maria Lund said the budget would pass.',
    source: 'Maria Lund',
    cue: 'said',
    content: 'the budget would pass',
    manner: 'speech',
    why: 'plain speech',
  },
  {
    text: 'The senator believes that the law is unjust.',
    source: 'The senator',
    cue: 'believes',
    content: 'that the law is unjust',
    manner: 'belief',
    why: 'belief, with its "that"',
  },
  {
    text: 'The governor plans to visit the flooded towns.',
    source: 'The governor',
    cue: 'plans',
    content: 'to visit the flooded towns',
    manner: 'intent',
    why: 'intent, with its "to"',
  },
  {
    text: '“It was a long night,” Maria Lund told reporters.',
    source: 'Maria Lund',
    cue: 'told',
    content: '“It was a long night,”',
    manner: 'speech',
    why: 'the addressee is in no span',
  },
];

export const NO_ATTRIBUTIONS: readonly (readonly [text: string, why: string])[] = [
  ['The bridge is forty metres long and two lanes wide.', 'nobody says, thinks or wants anything'],
  ['Snow fell on the capital overnight.', 'weather'],
  ['The train left at nine and arrived at noon.', 'a timetable'],
];
