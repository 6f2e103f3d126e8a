// The few styles of the terminal pages: bold for what is looked for, faint for where it stands.

export interface Paint {
  bold(text: string): string;
  faint(text: string): string;
  /** A source's own words. */
  words(text: string): string;
}

const style =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
const plain = (text: string): string => text;

export const paintFor = (colour: boolean): Paint =>
  colour ? { bold: style(1, 22), faint: style(2, 22), words: style(3, 23) } : { bold: plain, faint: plain, words: plain };

/** A text from outside without what could move the cursor or colour the terminal. */
export const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
