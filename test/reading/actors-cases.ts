// Sentences of our own and whom their words mean: `of` the words, `who` the names the actors are filed under.

export interface ActorCase {
  readonly text: string;
  readonly why: string;
  /** Words of the text (the n-th time they stand, from 1) and the actors they mean, in order. */
  readonly means: readonly { readonly of: string; readonly nth?: number; readonly who: readonly string[] }[];
}

const means = (of: string, who: string | readonly string[], nth = 1): ActorCase['means'][number] => ({
  of,
  nth,
  who: typeof who === 'string' ? [who] : who,
});

export const ACTOR_CASES: readonly ActorCase[] = [
  {
    why: 'a title, a surname, a pronoun',
    text: 'Norwegian Foreign Minister Ingrid Solberg flew to Colombo on Monday. Solberg met both sides. She said the truce was holding.',
    means: [
      means('Norwegian Foreign Minister Ingrid Solberg', 'Ingrid Solberg'),
      means('Solberg', 'Ingrid Solberg', 2),
      means('She', 'Ingrid Solberg'),
      means('Norwegian', 'Norway'),
    ],
  },
  {
    why: 'a headline names by surname whom the text names in full',
    text: 'Okello to meet rebels\n\nPresident Samuel Okello will meet the rebels on Friday, his office said. Okello wants a truce.',
    means: [means('Okello', 'Samuel Okello'), means('his office', "Okello's office")],
  },
  {
    why: 'apposition joins office and name',
    text: 'Maria Duarte, the spokeswoman for the United Nations, spoke first. The spokeswoman said food was running out.',
    means: [means('Maria Duarte, the spokeswoman for the United Nations,', 'Maria Duarte'), means('The spokeswoman', 'Maria Duarte')],
  },
  {
    why: "somebody's somebody",
    text: "The EU's Pieter Vandenberg said on Monday that Kenya's Grace Wanjiru would chair the session.",
    means: [
      means("The EU's Pieter Vandenberg", 'Pieter Vandenberg'),
      means("Kenya's Grace Wanjiru", 'Grace Wanjiru'),
      means('The EU', 'European Union'),
    ],
  },
  {
    why: 'a capital that acts is the government, a capital one is in is the place',
    text: 'Khartoum rejected the offer on Tuesday. Talks were held in Khartoum last month.',
    means: [means('Khartoum', 'Sudan'), means('Khartoum', 'Khartoum', 2)],
  },
  {
    why: 'the government is that of the country the report is about',
    text: "Nepal's government and Maoist rebels signed a truce after ten years of Nepali war. The government promised to free prisoners. Kathmandu said the army would stay in its barracks.",
    means: [means('The government', 'Nepali government'), means('Kathmandu', 'Nepali government')],
  },
  {
    why: 'delegations and envoys are their party',
    text: "Syria's government sent its envoys to Geneva. The opposition delegation arrived late. Assad's envoys refused to speak.",
    means: [means('The opposition delegation', 'Syrian opposition'), means("Assad's envoys", 'Syrian government')],
  },
  {
    why: 'an acronym in brackets and its long name are one',
    text: 'The Highland Liberation Front (HLF) walked out. The HLF said it would not return.',
    means: [means('The HLF', 'Highland Liberation Front'), means('it', 'Highland Liberation Front')],
  },
  {
    why: 'names with small words in them',
    text: "The Front for Change and Concord in Chad (FACT) left the hall. FACT blamed the junta in N'Djamena.",
    means: [means('FACT', 'Front for Change and Concord in Chad', 2)],
  },
  {
    why: 'the two sides are the parties to the talks',
    text: 'Talks between the Colombian government and the National Workers Army (NWA) opened in Quito. The NWA wants a ceasefire. The two sides will meet again on Monday. Both delegations praised Ecuador.',
    means: [
      means('The two sides', ['Colombian government', 'National Workers Army']),
      means('Both delegations', ['Colombian government', 'National Workers Army']),
    ],
  },
  {
    why: 'two states at the table',
    text: 'Armenia and Azerbaijan traded fire on Monday. Yerevan said Baku shelled a village. Armenia and Azerbaijan both asked Russia for help. Each side accused the other.',
    means: [means('Yerevan', 'Armenia'), means('Baku', 'Azerbaijan'), means('Armenia and Azerbaijan', ['Armenia', 'Azerbaijan'])],
  },
  {
    why: 'an unnamed voice is filed under its description and keeps its pronouns',
    text: 'A Western diplomat in Nairobi said the deal was close. The diplomat asked not to be named. He said the money was not there.',
    means: [
      means('A Western diplomat in Nairobi', 'Western diplomat in Nairobi'),
      means('The diplomat', 'Western diplomat in Nairobi'),
      means('He', 'Western diplomat in Nairobi'),
    ],
  },
  {
    why: 'two unnamed voices stay two',
    text: 'A senior official in Juba said no. A second official in Addis Ababa said yes.',
    means: [
      means('A senior official in Juba', 'senior official in Juba'),
      means('A second official in Addis Ababa', 'second official in Addis Ababa'),
    ],
  },
  {
    why: 'a relative word means what stands before it',
    text: 'Thomas Bauer, who leads the mission, warned the rebels.',
    means: [means('who', 'Thomas Bauer')],
  },
  {
    why: 'a holder of an office by the country',
    text: "German Chancellor Anna Weiss met French President Luc Moreau. Germany's chancellor called the talks useful. The French president agreed.",
    means: [means("Germany's chancellor", 'Anna Weiss'), means('The French president', 'Luc Moreau')],
  },
  {
    why: 'peoples that stand for their government',
    text: 'The Americans have asked the Russians to hold their fire.',
    means: [means('The Americans', 'United States'), means('the Russians', 'Russia')],
  },
  {
    why: 'ministries are bodies of their own',
    text: "Turkey's foreign ministry welcomed the truce. The State Department said nothing.",
    means: [means("Turkey's foreign ministry", "Turkey's foreign ministry"), means('The State Department', 'State Department')],
  },
  {
    why: 'the one armed group a report names is what "the rebels" means',
    text: 'The Free Valley Movement (FVM) took a town. FVM fighters burned the post office. The rebels said they would leave. The guerrillas freed two men.',
    means: [means('The rebels', 'Free Valley Movement'), means('The guerrillas', 'Free Valley Movement')],
  },
  {
    why: 'rebels nobody names stay "rebels"',
    text: 'Rebels attacked a convoy near Homs on Monday. The rebels denied it.',
    means: [means('The rebels', 'Rebels')],
  },
  {
    why: 'a colon after a name in capitals labels a turn, and "we" is the speaker\'s side',
    text: 'HOST: Good evening.\n\nSAMUEL OKELLO (recording): We will not sign.\n\nHOST: That was Samuel Okello, the spokesman for the Free Valley Movement.',
    means: [means('SAMUEL OKELLO (recording)', 'Samuel Okello'), means('We', 'Free Valley Movement')],
  },
  {
    why: '"I" in a quotation is who says it',
    text: '“I will go to Geneva,” said Laszlo Farkas, the mediator. Farkas left at once.',
    means: [means('I', 'Laszlo Farkas')],
  },
  {
    why: 'outlets',
    text: 'Syrian state television said the road was open. Reuters could not confirm it.',
    means: [means('Syrian state television', 'Syrian state television'), means('Reuters', 'Reuters')],
  },
  {
    why: 'names with a possessive inside',
    text: "The Lord's Resistance Army left the camp. The People's Democratic Party stayed.",
    means: [means("The Lord's Resistance Army", "Lord's Resistance Army")],
  },
  {
    why: 'one of many',
    text: 'Government negotiators were tired. One of the delegates of the rebels said so.',
    means: [means('One of the delegates of the rebels', 'One of the delegates of the rebels')],
  },
  {
    why: 'a verb that looks like a noun is no part of the name',
    text: 'Moscow reports progress. Barack Obama rings both leaders. The justice ministry regards the law as void.',
    means: [means('Moscow', 'Russia'), means('Barack Obama', 'Barack Obama'), means('The justice ministry', 'justice ministry')],
  },
];
