// A figure in words, as people write it: "600 people", "at least 1,200", "about 3.7 million people", "dozens" as "at least 24".
import type { Figure } from './reading.js';

/** What a figure says, without where it stands. */
export type FigureTold = Pick<Figure, 'what' | 'value' | 'bound'>;

const BOUND: Readonly<Record<Figure['bound'], string>> = { exact: '', about: 'about ', 'at-least': 'at least ', 'at-most': 'at most ' };
const LARGE = [
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

function sayNumber(value: number): string {
  for (const [size, name] of LARGE) {
    const share = Math.round((value / size) * 1e6) / 1e6;
    if (value >= size && Math.round(share * 100) === Math.round(share * 1e6) / 1e4) return `${share} ${name}`;
  }
  const [whole = '', rest] = String(value).split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

/** One figure. */
export function sayFigure({ what, value, bound }: FigureTold): string {
  return `${BOUND[bound]}${sayNumber(value)}${what === '' ? '' : what.startsWith('%') ? what : ` ${what}`}`;
}

/** All figures of a claim; '' where it has none. */
export const sayFigures = (figures: readonly FigureTold[] | undefined): string => (figures ?? []).map(sayFigure).join(', ');

/** Each figure once: of those that say the same the first. */
export function distinctFigures(figures: readonly FigureTold[]): FigureTold[] {
  const told = new Map<string, FigureTold>();
  for (const { what, value, bound } of figures) {
    const key = `${bound} ${value} ${what.toLowerCase()}`;
    if (!told.has(key)) told.set(key, { what, value, bound });
  }
  return [...told.values()];
}
