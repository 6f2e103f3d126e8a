// Texts that hold no time, and why: what the finders must leave alone.

export const NO_TIMES: readonly (readonly [text: string, why: string])[] = [
  ['The delegates may march on, and august company it is.', 'verbs and adjectives written like months'],
  ['April Okello and her brother June ran the radio.', 'given names'],
  ['Prime Minister May told parliament so.', 'a family name'],
  ['Resolution 1701 and Article 2018 were quoted.', 'numbers of documents'],
  ['The 41-year-old driver and a girl aged 9 years were let go.', 'ages'],
  ['The Good Friday Agreement is no model here.', 'a date inside a name'],
  ['A march by the March 8 alliance went past.', 'a group named for a day'],
  ['Bloody Sunday is taught at school.', 'a day inside a name'],
  ['The Sunday Times printed the Friday Mosque on its cover.', 'names of things'],
  ['Some 2014 sacks and 1,999 blankets were counted.', 'amounts'],
  ['A second lorry came a minute behind the first.', 'ordinals and small words'],
  ['Now, soon, recently, once and so far are no dates.', 'words with no unit'],
  ['The spring by the mill gave water until the fall of the wall.', 'a spring and a fall'],
  ['In the third round, seat 12 of 40 stood empty.', 'rounds and seats'],
  ['Agenda 2030 hangs beside a map of Route 2011.', 'numbered names'],
  ['It won 7 to 5, on points 3 and 4.', 'scores'],
  ['The minutes of the hearing ran to 300 pages.', 'a record of a meeting'],
  ['Forty trucks a day are needed.', 'a rate'],
];
