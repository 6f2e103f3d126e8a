// A brief as plain text: sentences with numbers, the words they rest on below.
import type { Brief } from '../terms/brief.js';
import { sayMore } from './brief-more.js';

/** Plain text, lines unwrapped; a sentence that nobody reviewed ends in "(unreviewed)". */
export function briefText(brief: Brief): string {
  const lines = [
    `${brief.process}: brief of ${brief.day}`,
    `What changed since ${brief.since}.${brief.unreviewed ? ' Lines that nobody has reviewed are marked.' : ' Reviewed lines only.'}`,
  ];
  for (const { title, sentences, more } of brief.sections) {
    lines.push('', title.toUpperCase());
    for (const { text, notes, origins, reviewed } of sentences) {
      lines.push(
        `- ${text}${notes.map((number) => ` [${number}]`).join('')}${origins > 1 ? ` ${origins} origins` : ''}${reviewed ? '' : ' (unreviewed)'}`,
      );
    }
    if (more > 0) lines.push(sayMore(more));
  }
  if (brief.sections.length === 0) lines.push('', 'Nothing changed that the record can prove.');
  if (brief.notes.length > 0) lines.push('', 'WORDS');
  for (const { number, words, speaker, outlet, published, ref, edited } of brief.notes) {
    lines.push(`[${number}] “${words}” ${[speaker, outlet, published, ref].filter(Boolean).join(', ')}${edited ? ' (edited)' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}
