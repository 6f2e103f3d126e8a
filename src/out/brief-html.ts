// A brief as a page of its own, fit for printing: no script, every number a link to its words.
import type { Brief } from '../terms/brief.js';
import { sayMore } from './brief-more.js';
import { xmlText } from './xml.js';

const STYLE = `body{font:16px/1.5 Charter,"Iowan Old Style",Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1rem;margin-top:1.6rem;font-variant:small-caps;letter-spacing:.03em}
sup a{color:#0b5394;text-decoration:none;padding:0 .1em}ol{font-size:.85rem}.unreviewed{color:#595959;border-bottom:1px dotted}
@media print{body{margin:0;max-width:none}a{color:inherit}}`;

/** HTML with its style inside; `reportAddress` gives where a report can be opened, or null. */
export function briefHtml(brief: Brief, reportAddress: (report: string, ref: string) => string | null): string {
  const sentence = ({ text, notes, origins, reviewed }: Brief['sections'][number]['sentences'][number]): string =>
    `<li><span${reviewed ? '' : ' class="unreviewed" title="nobody has reviewed this"'}>${xmlText(text)}</span>${notes.map((number) => `<sup><a href="#n${number}">${number}</a></sup>`).join('')}${origins > 1 ? ` <small>${origins} origins</small>` : ''}${reviewed ? '' : ' <small>unreviewed</small>'}</li>`;
  const note = ({ number, words, speaker, outlet, published, report, ref, edited }: Brief['notes'][number]): string => {
    const address = reportAddress(report, ref);
    const place = xmlText([outlet, published].filter(Boolean).join(', ') || report);
    return `<li id="n${number}" value="${number}">“${xmlText(words)}” ${speaker ? `${xmlText(speaker)}, ` : ''}${address ? `<a href="${xmlText(address)}">${place}</a>` : place}${edited ? ' <small>✎ edited</small>' : ''}</li>`;
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xmlText(`${brief.process}: brief of ${brief.day}`)}</title><style>${STYLE}</style></head>
<body><main><h1>${xmlText(brief.process)}: brief of ${xmlText(brief.day)}</h1>
<p>What changed since ${xmlText(brief.since)}. ${brief.unreviewed ? 'Lines that nobody has reviewed are marked.' : 'Reviewed lines only.'}</p>
${brief.sections.length === 0 ? '<p>Nothing changed that the record can prove.</p>' : ''}${brief.sections.map(({ title, sentences, more }) => `<h2>${xmlText(title)}</h2>\n<ul>\n${sentences.map(sentence).join('\n')}\n</ul>${more > 0 ? `\n<p>${sayMore(more)}</p>` : ''}`).join('\n')}
${brief.notes.length === 0 ? '' : `<h2>Words</h2>\n<ol>\n${brief.notes.map(note).join('\n')}\n</ol>`}
</main></body></html>
`;
}
