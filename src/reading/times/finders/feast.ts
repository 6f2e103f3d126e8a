// Finds named feasts: "Christmas", "New Year's Eve", "Easter", "Eid al-Adha".
import { isApostrophe, lowerAt, type Words, wordAt } from '../look.js';
import { type Found, found, type Meaning } from '../meaning.js';
import { yearAt } from './day.js';

export function findFeast(words: Words, at: number): Found | null {
  const head = wordAt(words, at);
  const feasts = head.entry?.feasts;
  if (!feasts || !head.capital) return null;
  for (const feast of feasts) {
    const last = after(words, at + 1, feast.words);
    if (last === null) continue;
    // "New Year" is also any coming year; only capitals make it the feast.
    if (feast.words[0] === 'year' && !wordAt(words, at + 1).capital) continue;
    const year = yearAt(words, last);
    const told = year ? { year: year.year } : {};
    const meaning: Meaning =
      feast.day === null
        ? { kind: 'unknown', as: 'date' }
        : typeof feast.day === 'number'
          ? { kind: 'easter', shift: feast.day, ...told }
          : { kind: 'feast', day: feast.day, ...told };
    return found(at, year ? year.last : last, meaning);
  }
  return null;
}

/** The place after these words, or null where others stand; either apostrophe will do. */
function after(words: Words, from: number, wanted: readonly string[]): number | null {
  let at = from;
  for (const want of wanted) {
    const word = wordAt(words, at);
    if (word.broken || (want === "'" ? !isApostrophe(word) : lowerAt(words, at) !== want)) return null;
    at++;
  }
  return at;
}
