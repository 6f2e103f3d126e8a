// Tells the language of a text by its script and, where that is Latin, by its most frequent small words.
import { languageWords } from './lexicon.js';

/** Stretches of a script that stand for one language, or for the likeliest of several. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['zh', /\p{sc=Han}/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['ar', /\p{sc=Arabic}/gu],
  ['ru', /\p{sc=Cyrillic}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
  ['bn', /\p{sc=Bengali}/gu],
  ['ta', /\p{sc=Tamil}/gu],
  ['si', /\p{sc=Sinhala}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['my', /\p{sc=Myanmar}/gu],
  ['ka', /\p{sc=Georgian}/gu],
  ['hy', /\p{sc=Armenian}/gu],
  ['am', /\p{sc=Ethiopic}/gu],
];
const LATIN = /\p{sc=Latin}/gu;
/** Letters that one language of a script has and its neighbours have not. */
const TELLING: Readonly<Record<string, readonly (readonly [language: string, letters: RegExp])[]>> = {
  ar: [
    ['fa', /[پچژگ]/gu],
    ['ur', /[ٹڈڑںے]/gu],
  ],
  ru: [
    ['uk', /[іїєґ]/giu],
    ['sr', /[ђјљњћџ]/giu],
  ],
};
/** How much of a text is looked at; more tells nothing more. */
const SAMPLE = 20_000;

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * ISO 639-1 code of the language most of the text is in. English is the answer where too little is written to tell (fewer than three small
 * words of any language), because only what is clearly another language is kept unread. Method: relative frequency of function words.
 */
export function languageOf(text: string): string {
  const sample = text.length <= SAMPLE ? text : `${text.slice(0, SAMPLE / 2)}\n${text.slice(-SAMPLE / 2)}`;
  const latin = countOf(sample, LATIN);
  let best: { language: string; count: number } = { language: 'en', count: 0 };
  for (const [language, letters] of SCRIPTS) {
    const count = countOf(sample, letters);
    // Some kana make a text with many Chinese signs Japanese.
    if (count > best.count && !(language === 'zh' && best.language === 'ja' && best.count * 6 > count)) best = { language, count };
  }
  if (best.count > latin && best.count > 10) {
    for (const [language, letters] of TELLING[best.language] ?? []) if (countOf(sample, letters) > best.count * 0.015) return language;
    return best.language;
  }
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/[\p{L}]+/gu) ?? []) {
    for (const language of languageWords().get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  const english = scores.get('en') ?? 0;
  let found = { language: 'en', score: english };
  for (const [language, score] of scores) if (score > found.score && score >= 3) found = { language, score };
  // Names and quotations carry foreign small words: another language must be clearly ahead.
  return found.language !== 'en' && found.score < english * 1.5 + 2 ? 'en' : found.language;
}
