// A brief as a Word document with true footnotes.
import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Brief } from '../terms/brief.js';
import { sayMore } from './brief-more.js';

/** The bytes of a DOCX file. A note that several sentences cite is a footnote at each. */
export async function briefDocx(brief: Brief): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  let count = 0;
  const foot = (number: number): FootnoteReferenceRun => {
    const note = brief.notes.find((one) => one.number === number);
    count += 1;
    footnotes[String(count)] = {
      children: [
        new Paragraph(
          note
            ? `“${note.words}” ${[note.speaker, note.outlet, note.published, note.ref].filter(Boolean).join(', ')}${note.edited ? ' (edited)' : ''}`
            : '',
        ),
      ],
    };
    return new FootnoteReferenceRun(count);
  };
  const body = brief.sections.flatMap(({ title, sentences, more }) => [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    ...sentences.map(
      ({ text, notes, reviewed }) =>
        new Paragraph({
          bullet: { level: 0 },
          children: [new TextRun(text), ...notes.map(foot), ...(reviewed ? [] : [new TextRun({ text: ' (unreviewed)', italics: true })])],
        }),
    ),
    ...(more > 0 ? [new Paragraph(sayMore(more))] : []),
  ]);
  const children = [
    new Paragraph({ text: `${brief.process}: brief of ${brief.day}`, heading: HeadingLevel.HEADING_1 }),
    new Paragraph(
      `What changed since ${brief.since}. ${brief.unreviewed ? 'Lines that nobody has reviewed are marked.' : 'Reviewed lines only.'}`,
    ),
    ...(body.length > 0 ? body : [new Paragraph('Nothing changed that the record can prove.')]),
  ];
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({ creator: 'Parley', title: `${brief.process}: brief of ${brief.day}`, footnotes, sections: [{ children }] }),
    ),
  );
}
