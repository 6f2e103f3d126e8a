// Texts, the places in them with their countries, and why: what the gazetteer must settle.

export interface PlacesCase {
  readonly text: string;
  /** Each place as the report has it with what narrows it, and its country (ISO 3166-1 alpha-3). */
  readonly places: readonly (readonly [name: string, country: string])[];
  readonly why: string;
}

export const PLACES_CASES: readonly PlacesCase[] = [
  {
    text: 'Both teams flew from Oslo to Havana on Monday.',
    places: [
      ['Oslo', 'NOR'],
      ['Havana', 'CUB'],
    ],
    why: 'cities after their prepositions',
  },
  {
    text: 'Fighting went on in the suburbs of Damascus.',
    places: [['suburbs of Damascus', 'SYR']],
    why: 'what narrows a name belongs to it',
  },
  {
    text: 'Aid reached northern Idlib province at last.',
    places: [['northern Idlib province', 'SYR']],
    why: 'a side before and a kind after',
  },
  {
    text: 'They met in Tripoli, and Libya welcomed it.',
    places: [
      ['Tripoli', 'LBY'],
      ['Libya', 'LBY'],
    ],
    why: 'of two towns the one in the country of the report',
  },
  {
    text: 'A port in Lebanon shut; Lebanese troops went to Tripoli, and Lebanon said why.',
    places: [
      ['Lebanon', 'LBN'],
      ['Tripoli', 'LBN'],
      ['Lebanon', 'LBN'],
    ],
    why: 'the same name in a report on another country',
  },
  {
    text: 'The mediator lives in London and works in Geneva.',
    places: [
      ['London', 'GBR'],
      ['Geneva', 'CHE'],
    ],
    why: 'the larger of homonyms where nothing else tells',
  },
  {
    text: 'The convoy waits near Sana’a and in Hudaydah.',
    places: [
      ['Sana’a', 'YEM'],
      ['Hudaydah', 'YEM'],
    ],
    why: 'spellings of the press',
  },
  { text: 'Lorries drove into the Old City of Homs.', places: [['Old City of Homs', 'SYR']], why: 'a part of a town with the town' },
];

export const NO_PLACES: readonly (readonly [text: string, why: string])[] = [
  ['The commander said nothing, and the police left.', 'no capitals'],
  ['Mr. Lincoln told reporters that he would wait.', 'a title makes a person of a town'],
  ['They asked for peace now.', 'no names at all'],
];
