// Texts, the times in them with their values, and why: what the finders must find.

export interface TimesCase {
  readonly published: string;
  readonly text: string;
  /** Words of each time, in order, with its EDTF (null where no days are settled). */
  readonly times: readonly (readonly [words: string, edtf: string | null])[];
  readonly why: string;
  readonly locale?: string;
}
const on =
  (published: string) =>
  (text: string, why: string, ...times: (readonly [string, string | null])[]): TimesCase => ({ published, text, times, why });

// Thursday 12 March 2015, Wednesday 16 November 2016, Saturday 5 January 2019.
const march = on('2015-03-12');
const november = on('2016-11-16');
const january = on('2019-01-05');

export const TIMES_CASES: readonly TimesCase[] = [
  march('Envoys will sit down on Monday.', 'a modal places a weekday ahead', ['Monday', '2015-03-16']),
  march('Envoys sat down on Monday.', 'a past verb places it behind', ['Monday', '2015-03-09']),
  march('Thursday saw no fighting at all.', 'the weekday of publication is that day', ['Thursday', '2015-03-12']),
  march('The ceremony scheduled for Tuesday was called off at the last minute.', 'a plan told as over is past', ['Tuesday', '2015-03-10']),
  march('The ceremony is scheduled for Tuesday.', 'a plan is to come', ['Tuesday', '2015-03-17']),
  march('He leaves for Cairo on Sunday week.', 'a week after the coming one', ['Sunday week', '2015-03-22']),
  march('The chairman invited both sides to meet again on Wednesday.', 'an infinitive after a request is to come', [
    'Wednesday',
    '2015-03-18',
  ]),
  march('Both sides refused to sign on Wednesday.', 'an infinitive after a refusal is past', ['Wednesday', '2015-03-11']),
  march(
    'A new deadline of Friday was announced on Tuesday.',
    'the announcement is past',
    ['Friday', '2015-03-06'],
    ['Tuesday', '2015-03-10'],
  ),
  march("Ahead of Saturday's summit the streets were swept.", 'what is ahead is to come', ['Saturday', '2015-03-14']),
  november(
    'The panel, which had met on 9 November, reconvenes on 21 November.',
    'each date by its own verb',
    ['9 November', '2016-11-09'],
    ['21 November', '2016-11-21'],
  ),
  november(
    'They signed on the 3rd and must report by the 30th.',
    'days of a month without its name',
    ['the 3rd', '2016-11-03'],
    ['the 30th', '../2016-11-30'],
  ),
  november('They met on the 28th and parted at dawn.', 'a later day of the month, past, is of the month before', [
    'the 28th',
    '2016-10-28',
  ]),
  november(
    'On Dec. 4, 2015, and again on 5th May 2016, shells fell.',
    'years told',
    ['Dec. 4, 2015', '2015-12-04'],
    ['5th May 2016', '2016-05-05'],
  ),
  november('The 21st of November is the day the hall will open.', 'the day first, with of', ['The 21st of November', '2016-11-21']),
  november('Monday, 14 November 2016 was quiet.', 'weekday and date are one', ['Monday, 14 November 2016', '2016-11-14']),
  november(
    'BOGOTA, Nov. 15 (Delta Wire) - Delegates will vote Thursday.',
    'a dateline is past',
    ['Nov. 15', '2016-11-15'],
    ['Thursday', '2016-11-17'],
  ),
  november(
    'In March the lines were drawn; in March they may be redrawn.',
    'a month by its verb',
    ['March', '2016-03'],
    ['March', '2017-03'],
  ),
  november('Nothing has been delivered since July.', 'since is open at the end', ['July', '2016-07/..']),
  november('The commission hopes to finish in May 2017.', 'a month with its year', ['May 2017', '2017-05']),
  november(
    'In June this year the text was read; a second reading comes in April next year.',
    'a year beside publication',
    ['June this year', '2016-06'],
    ['April next year', '2017-04'],
  ),
  november(
    'Fighting peaked in mid-September and eased by late October.',
    'thirds of a month',
    ['mid-September', '2016-09-11~/2016-09-20~'],
    ['late October', '../2016-10-31~'],
  ),
  november('The road should reopen in early 2017.', 'thirds of a year', ['early 2017', '2017-01~/2017-04~']),
  november('Late last year the same villages changed hands.', 'thirds of last year', ['Late last year', '2015-09~/2015-12~']),
  november('The mission was planned in the mid-1990s.', 'thirds of a decade', ['the mid-1990s', '1994~/1996~']),
  november('Returns are to start at the beginning of January.', 'an edge is about', ['the beginning of January', '2017-01-01~']),
  november('All posts must be dismantled by the end of the year.', 'an edge that bounds is exact', [
    'the end of the year',
    '../2016-12-31',
  ]),
  november('Prices have doubled since the start of 2016.', 'open from an edge', ['the start of 2016', '2016-01-01~/..']),
  november('The first week of December is set aside for the vote.', 'a portion of a month', [
    'The first week of December',
    '2016-12-01/2016-12-07',
  ]),
  november('Exports fell in the first three months of 2016.', 'a portion of a year', ['the first three months of 2016', '2016-01/2016-03']),
  november('The second quarter of 2017 was named for the census.', 'a quarter', ['The second quarter of 2017', '2017-04/2017-06']),
  november(
    'Yesterday the bridge was open; tomorrow it will be shut again.',
    'beside publication',
    ['Yesterday', '2016-11-15'],
    ['tomorrow', '2016-11-17'],
  ),
  november('Next week the envoy flies home.', 'a week is Monday to Sunday', ['Next week', '2016-11-21/2016-11-27']),
  november(
    'Earlier this month a convoy got through, and last month two did.',
    'months beside publication',
    ['Earlier this month', '2016-11'],
    ['last month', '2016-10'],
  ),
  november('A dinner was held last weekend.', 'the weekend before', ['last weekend', '2016-11-12/2016-11-13']),
  november('The chairs meet at the weekend.', 'the weekend by its verb', ['the weekend', '2016-11-19/2016-11-20']),
  november('Last night the guns fell silent.', 'the night before', ['Last night', '2016-11-15']),
  november('Overnight two drones were shot down.', 'the eve and the day', ['Overnight', '2016-11-15/2016-11-16']),
  november(
    'Five days ago the lists were lost; five weeks ago they were agreed.',
    'counts back',
    ['Five days ago', '2016-11-11'],
    ['five weeks ago', '2016-10-12~'],
  ),
  november('A decade ago nobody would have come.', 'ten years back', ['A decade ago', '2006~']),
  november('The delegations will reconvene in ten days.', 'a count ahead', ['ten days', '2016-11-26']),
  november('He expects an answer in a month.', 'a month ahead', ['a month', '2016-12~']),
  november(
    'The truce began on 1 November; four days later it was broken.',
    'counted from the date told before',
    ['1 November', '2016-11-01'],
    ['four days later', '2016-11-05'],
  ),
  november(
    'Ten days after the vote of 2 October the paper was reopened.',
    'counted from the date that follows',
    ['Ten days after', '2016-10-12'],
    ['2 October', '2016-10-02'],
  ),
  november(
    'The envoy arrived on Sunday. The next morning he was gone.',
    'a part of the next day',
    ['Sunday', '2016-11-13'],
    ['The next morning', '2016-11-14'],
  ),
  november(
    'Lists were exchanged on 7 November, and prisoners the same day.',
    'the day told before',
    ['7 November', '2016-11-07'],
    ['the same day', '2016-11-07'],
  ),
  november(
    'In the two weeks before 10 October nobody crossed.',
    'days that end on the eve',
    ['the two weeks before', '2016-09-26/2016-10-09'],
    ['10 October', '2016-10-10'],
  ),
  november('The hall must be empty before Friday.', 'before bounds at the day named', ['Friday', '../2016-11-18']),
  november('No reply is expected before Friday.', 'not before opens at it', ['Friday', '2016-11-18/..']),
  november('The session was put off until Friday.', 'put off until is the day', ['Friday', '2016-11-18']),
  november('The army has until Friday to leave.', 'until bounds', ['Friday', '../2016-11-18']),
  november('Answers are due no later than 1 December.', 'no later than bounds', ['1 December', '../2016-12-01']),
  november('Buses will run from Monday.', 'from opens', ['Monday', '2016-11-21/..']),
  november('The letter from Monday was never answered.', 'a thing from a day has no open end', ['Monday', '2016-11-14']),
  november('The monitors will stay from Friday until Tuesday.', 'from and until are one range', [
    'Friday until Tuesday',
    '2016-11-18/2016-11-22',
  ]),
  november('Talks ran from 3 to 7 October in two hotels.', 'days that share a month', ['3 to 7 October', '2016-10-03/2016-10-07']),
  november('The round of Nov. 28-Dec. 2 will be the last.', 'days of two months', ['Nov. 28-Dec. 2', '2016-11-28/2016-12-02']),
  november('Between 2011 and 2014 there were four truces.', 'years', ['2011 and 2014', '2011/2014']),
  november(
    'The talks were moved from Monday to Thursday.',
    'a change of day is two days',
    ['Monday', '2016-11-21'],
    ['Thursday', '2016-11-17'],
  ),
  november(
    'A ten-day round ended on Sunday.',
    'a length back from its end',
    ['ten-day', '2016-11-04/2016-11-13'],
    ['Sunday', '2016-11-13'],
  ),
  november(
    'A two-week pause starts Monday.',
    'a length on from its start',
    ['two-week', '2016-11-21/2016-12-04'],
    ['Monday', '2016-11-21'],
  ),
  november('The town has been cut off for three months.', 'a length that still lasts', ['three months', '2016-08~/2016-11-16']),
  november('The town was cut off for three months.', 'a length that is over has no days', ['three months', null]),
  november('Over the past three weeks nine trucks were lost.', 'counted back from publication', [
    'the past three weeks',
    '2016-10-26~/2016-11-16',
  ]),
  november('Over the next five days the wounded will leave.', 'counted on from publication', [
    'the next five days',
    '2016-11-16/2016-11-20',
  ]),
  november('It is the first meeting in four years.', 'a record counts back', ['four years', '2012-11~/2016-11-16']),
  november(
    'Guns must leave within 48 hours of the signing, set for Friday.',
    'from the anchor, not counted in',
    ['48 hours', '2016-11-18/2016-11-20'],
    ['Friday', '2016-11-18'],
  ),
  november(
    'In autumn 2013 and the spring of 2014 people fled north.',
    'seasons',
    ['autumn 2013', '2013-23'],
    ['the spring of 2014', '2014-21'],
  ),
  november('Last winter the pass was closed.', 'the season before', ['Last winter', '2015-24']),
  november('The accords of the 1980s and the paper of 1997 are alike.', 'decades and years', ['the 1980s', '198X'], ['1997', '1997']),
  november('The aid is in the budget for fiscal year 2018.', 'a fiscal year of the United States', ['fiscal year 2018', '2017-10/2018-09']),
  november(
    'Families hope to be home by Christmas, or by New Year’s Eve.',
    'fixed feasts',
    ['Christmas', '../2016-12-25'],
    ['New Year’s Eve', '../2016-12-31'],
  ),
  on('2017-03-01')('A pause is to begin on Good Friday.', 'both churches kept Easter on 16 April 2017', ['Good Friday', '2017-04-14']),
  november('Shooting stopped for Easter.', 'the churches kept different days in 2016', ['Easter', null]),
  november('The market was shut during Ramadan.', 'no certain day', ['Ramadan', null]),
  november(
    'See the note of 2016-10-03 and that of 17.10.2016.',
    'dates in figures',
    ['2016-10-03', '2016-10-03'],
    ['17.10.2016', '2016-10-17'],
  ),
  november('It is stamped 4/5/2016.', 'two readings', ['4/5/2016', null]),
  { ...november('It is stamped 4/5/2016.', 'month first in the United States', ['4/5/2016', '2016-04-05']), locale: 'en-US' },
  { ...november('It is stamped 4/5/2016.', 'day first in Britain', ['4/5/2016', '2016-05-04']), locale: 'en-GB' },
  november('It is stamped 25/10/2016 and 5/5/2016.', 'one reading', ['25/10/2016', '2016-10-25'], ['5/5/2016', '2016-05-05']),
  november('The lights went out at 9:30 p.m. on Tuesday.', 'a time of day belongs to its day', ['9:30 p.m. on Tuesday', '2016-11-15']),
  november('Tuesday evening the lights went out.', 'so does a part of the day', ['Tuesday evening', '2016-11-15']),
  november('The truce takes effect at midnight on Saturday.', 'midnight of a day', ['midnight on Saturday', '2016-11-19']),
  november('In the early hours of Monday a mortar hit the gate.', 'hours of a day', ['the early hours of Monday', '2016-11-14']),
  november(
    'Reports come every Monday, twice a month and on Fridays.',
    'what repeats has no days',
    ['every Monday', null],
    ['twice a month', null],
    ['Fridays', null],
  ),
  november(
    'In the coming weeks, as in recent months, little will move.',
    'time that no reckoning settles',
    ['the coming weeks', null],
    ['recent months', null],
  ),
  january(
    'In December the sides agreed; they will review it in February.',
    'over the turn of the year',
    ['December', '2018-12'],
    ['February', '2019-02'],
  ),
  january('The port was shelled on 29 December.', 'a day over the turn of the year', ['29 December', '2018-12-29']),
  january('Since late November no ship has docked.', 'the near end', ['late November', '2018-11-21~/..']),
  january('From December to February the passes are closed.', 'a range over the turn of the year', [
    'December to February',
    '2018-12/2019-02',
  ]),
];
