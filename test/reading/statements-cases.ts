// Sentences of our own with the statements a careful reader finds in them: source, cue, content, speaker, voice, form, act.
export interface StatementCase {
  readonly text: string;
  readonly why: string;
  readonly statements: readonly {
    readonly source: string;
    readonly cue: string;
    readonly content: readonly string[];
    readonly voice?: string;
    readonly form?: string;
    readonly act?: string;
    readonly speaker?: string;
  }[];
}

export const STATEMENT_CASES: readonly StatementCase[] = [
  {
    text: 'The talks will resume on Monday, Foreign Minister Pavle Renko said.',
    why: 'the comma and the stop are in no span',
    statements: [
      {
        source: 'Foreign Minister Pavle Renko',
        cue: 'said',
        content: ['The talks will resume on Monday'],
        voice: 'named',
        form: 'indirect',
        speaker: 'Pavle Renko',
      },
    ],
  },
  {
    text: 'Foreign Minister Pavle Renko said that the road to the port would stay closed.',
    why: '"that" begins the content',
    statements: [
      {
        source: 'Foreign Minister Pavle Renko',
        cue: 'said',
        content: ['that the road to the port would stay closed'],
        voice: 'named',
        form: 'indirect',
      },
    ],
  },
  {
    text: '“We will not sign,” Pavle Renko said. “Not this week, and not in this hall.”',
    why: 'a quotation resumed is one statement with two pieces',
    statements: [
      {
        source: 'Pavle Renko',
        cue: 'said',
        content: ['“We will not sign,”', '“Not this week, and not in this hall.”'],
        form: 'direct',
      },
    ],
  },
  {
    text: 'According to the ministry, three trucks had reached the camp by noon.',
    why: 'according to',
    statements: [
      {
        source: 'the ministry',
        cue: 'According to',
        content: ['three trucks had reached the camp by noon'],
        voice: 'collective',
        form: 'indirect',
      },
    ],
  },
  {
    text: 'The envoy urged both governments to reopen the crossing.',
    why: '"to" begins what is urged; the addressee is in no span',
    statements: [{ source: 'The envoy', cue: 'urged', content: ['to reopen the crossing'], form: 'indirect', act: 'urges' }],
  },
  {
    text: 'A senior diplomat, who asked not to be named, said the offer was “a beginning, nothing more”.',
    why: 'somebody unnamed; mixed form',
    statements: [
      {
        source: 'A senior diplomat, who asked not to be named,',
        cue: 'said',
        content: ['the offer was “a beginning, nothing more”'],
        voice: 'anonymous',
        form: 'mixed',
      },
    ],
  },
  {
    text: 'The rebels accused the army of shelling the market.',
    why: 'an accusation is a statement',
    statements: [{ source: 'The rebels', cue: 'accused', content: ['the army of shelling the market'], act: 'accuses' }],
  },
  {
    text: 'The foreign minister said he hoped the crossing would open in May.',
    why: 'who says that he hopes, hopes',
    statements: [{ source: 'The foreign minister', cue: 'said', content: ['he hoped the crossing would open in May'], act: 'hopes' }],
  },
  {
    text: '“We will pay the teachers in March,” Pavle Renko said.',
    why: 'who says what he will do, promises it',
    statements: [{ source: 'Pavle Renko', cue: 'said', content: ['“We will pay the teachers in March,”'], form: 'direct', act: 'commits' }],
  },
  {
    text: '“We will not meet them again,” Pavle Renko said.',
    why: 'and what he will not do, refuses it',
    statements: [{ source: 'Pavle Renko', cue: 'said', content: ['“We will not meet them again,”'], form: 'direct', act: 'refuses' }],
  },
  {
    text: '“We will return if the road opens,” Pavle Renko said.',
    why: 'what hangs on something else is a condition',
    statements: [
      { source: 'Pavle Renko', cue: 'said', content: ['“We will return if the road opens,”'], form: 'direct', act: 'conditions' },
    ],
  },
  {
    text: '“The prisoners must be freed first,” Pavle Renko said.',
    why: 'what must be is demanded',
    statements: [{ source: 'Pavle Renko', cue: 'said', content: ['“The prisoners must be freed first,”'], form: 'direct', act: 'demands' }],
  },
  {
    text: "''The road is open again,'' Pavle Renko said.",
    why: 'two single marks for a double one are quotation marks',
    statements: [{ source: 'Pavle Renko', cue: 'said', content: ["''The road is open again,''"], form: 'direct', act: 'states' }],
  },
];
