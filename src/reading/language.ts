// Tells the language of a text by its script and, in Latin script, by its function words, so that what is not English stays unread.
import { step } from './step.js';

/** Function words that are frequent in one language and rare or absent in the others listed. Source: own, closed word classes of each language. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that on with as by from at it be are were has had his said not this which have but who they their will would been after an he she we its',
  fr: 'le la les des et est une dans pour que qui sur par avec pas plus ce cette ont été aux au du son ses leur mais où sont',
  es: 'el los las del que por con para una como más pero sus fue al este esta han según entre sobre también hasta ya lo',
  pt: 'os das dos não uma com para mais foi pelo pela ao são em também seu sua entre já ou muito disse',
  it: 'il gli della dei delle che non per una con sono più alla nel dal anche è stato questo ha nella degli',
  de: 'der die das und ist nicht den von mit dem ein eine auf für sich auch des im zu wird als nach bei sind war hat dass',
  nl: 'het een van en niet dat voor met zijn aan ook door naar uit wordt bij maar heeft werd deze over te',
  sv: 'och att det som för på är med av den till inte har ett om från men var efter också',
  da: 'og at det som for på er med af den til ikke har et om fra men var efter også blev',
  pl: 'nie się na jest że do przez oraz jak dla po są który od przy także był',
  tr: 've bir bu için ile olarak olan da de çok daha sonra kadar gibi ise değil ancak dedi',
  id: 'yang dan di dengan untuk dari pada tidak ini itu dalam akan oleh telah adalah mereka juga',
  sw: 'ya na wa kwa katika ni za la kuwa hiyo huo baada alisema hayo lakini pia serikali',
  so: 'ee iyo oo ka ku ay waxaa in uu la soo kale lagu dalka',
};

const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

/** How much of a text is looked at, in UTF-16 units: enough to be sure. */
const SAMPLE = 12_000;
/** Fewest function words of another language that show it. */
const FEWEST = 4;

const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * ISO 639-1 code of the language of a text; 'en' where too little is there to tell. Looks at the first 12,000 characters.
 * A function word shared by several languages counts for each of them in part.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const latin = countOf(sample, /\p{Script=Latin}/gu);
  let best = 'en';
  let most = latin;
  for (const [language, script] of SCRIPTS) {
    const letters = countOf(sample, script);
    // A single Chinese, Japanese or Korean letter is as much as a few Latin ones.
    const weight = language === 'zh' || language === 'ja' || language === 'ko' ? 3 : 1;
    if (letters * weight > most) {
      best = language;
      most = letters * weight;
    }
  }
  if (best === 'ru' && /[іїєґ]/iu.test(sample)) return 'uk';
  if (best === 'ar' && /[پچژگ]/u.test(sample)) return 'fa';
  if (best !== 'en') return best;
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = LANGUAGES_OF.get(word);
    for (const language of languages ?? []) scores.set(language, (scores.get(language) ?? 0) + 1 / languages!.length);
  }
  const english = scores.get('en') ?? 0;
  let winner = 'en';
  let score = Math.max(english * 1.5, FEWEST - 1);
  for (const [language, points] of scores) {
    if (language !== 'en' && points > score) {
      winner = language;
      score = points;
    }
  }
  return winner;
}

export const languageStep = step({
  name: 'language',
  needs: ['input'],
  gives: ['language'],
  run: ({ input }) => ({ language: languageOf(input.text) }),
});
