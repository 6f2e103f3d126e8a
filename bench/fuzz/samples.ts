// Valid inputs of each door, of our own wording, and others made by grammar: the ground that is then damaged.
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { generatedReport } from '../speed/generator.js';
import type { Chance } from './chance.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (n: number): readonly string[] => generatedReport(n, 120).text.split('\n\n');

const INLINE = ['b', 'i', 'a', 'span', 'em', 'q', 'sup', 'font', 'time'] as const;
const BLOCK = [
  'p',
  'div',
  'article',
  'section',
  'blockquote',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'figure',
  'figcaption',
  'h1',
  'h2',
  'aside',
  'pre',
  'svg',
  'template',
  'noscript',
  'frameset',
] as const;

/** A tree of elements, as deep as chance has it, not always well formed. */
function tree(chance: Chance, depth: number): string {
  if (depth === 0 || chance.once(4)) return escaped(chance.pick(paragraphs(chance.below(50))));
  const name = chance.pick(chance.once(2) ? INLINE : BLOCK);
  const inner = Array.from({ length: chance.below(4) }, () => tree(chance, depth - 1)).join(chance.pick(['', ' ', '\n', '<br>']));
  const attributes = chance.pick([
    '',
    ' class="story-body"',
    ' datetime="2014-02-01"',
    " href='https://example.org/a?b=1&c'",
    ' id=x style="display:none"',
    ' =',
    ' "',
  ]);
  return `<${name}${attributes}>${inner}${chance.once(9) ? '' : `</${name}>`}`;
}

function page(chance: Chance): Uint8Array {
  const body = chance.once(3)
    ? tree(chance, 3 + chance.below(40))
    : paragraphs(chance.below(50))
        .map((one) => `<p>${escaped(one)}</p>`)
        .join('\n');
  const meta = chance.pick([
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-02-01","publisher":{"name":"Lake Post"}}</script>',
    '<meta property="article:published_time" content="2014-02-01T10:00:00Z"><meta name="author" content="A. Writer">',
    '<meta charset="windows-1252">',
    '',
  ]);
  return bytes(
    `<!doctype html><html><head><title>Talks in the town</title>${meta}</head><body><nav><ul><li>Home</li></ul></nav><article>${body}</article></body></html>`,
  );
}

async function pdf(chance: Chance): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.setTitle('Monthly note');
  for (let n = 1 + chance.below(3); n > 0; n--) {
    const sheet = document.addPage([600, 800]);
    for (const [i, line] of paragraphs(chance.below(50)).entries())
      sheet.drawText(line.slice(0, 90).replace(/[^\x20-\x7e]/g, ' '), { x: 50, y: 750 - i * 14, size: 11, font });
  }
  return document.save({ useObjectStreams: chance.once(2) });
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** `damage` changes a part before it is packed: what is inside is reached only so. */
export function docx(chance: Chance, damage: (part: Uint8Array) => Uint8Array = (part) => part): Uint8Array {
  const runs = paragraphs(chance.below(50)).map((one) => `<w:p><w:r><w:t xml:space="preserve">${escaped(one)}</w:t></w:r></w:p>`);
  const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Marrow</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${runs.join('')}${chance.once(2) ? table : ''}</w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="caption"><w:name w:val="caption"/></w:style></w:styles>`,
    ),
  };
  const damaged = chance.pick(Object.keys(parts));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, name === damaged ? damage(part) : part])), {
    level: chance.once(2) ? 6 : 0,
  });
}

function mail(chance: Chance): Uint8Array {
  const text = paragraphs(chance.below(50)).join('\n\n');
  const head = `From: "Envoy, the" <envoy@example.org>\nTo: desk@example.org\nSubject: =?utf-8?Q?Talks_on_Marrow?=\nDate: Mon, 3 Feb 2014 09:00:00 +0000\nMessage-ID: <${chance.below(1000)}@example.org>\nMIME-Version: 1.0\n`;
  const plain = `${head}Content-Type: text/plain; charset=utf-8\n\n${text}\n`;
  const several = `${head}Content-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n${text.replaceAll('“', '=93')}\n--b1\nContent-Type: text/html\n\n<p>${escaped(text)}</p>\n--b1--\n`;
  const nested = `${head}Content-Type: multipart/mixed; boundary=b2\n\n--b2\nContent-Type: message/rfc822\n\n${plain}\n--b2\nContent-Type: application/pdf; name="note.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjc=\n--b2--\n`;
  const box = [1, 2, 3]
    .map((n) => `From envoy@example.org Mon Feb  3 09:00:0${n} 2014\n${plain.replaceAll('\nFrom ', '\n>From ')}\n`)
    .join('');
  return bytes(chance.pick([plain, several, nested, box]).replaceAll('\n', chance.pick(['\n', '\r\n'])));
}

function feed(chance: Chance): Uint8Array {
  const items = Array.from({ length: 1 + chance.below(5) }, (_, n) => {
    const [title = '', ...body] = paragraphs(n + chance.below(50));
    return { title: escaped(title), body: escaped(body.map((one) => `<p>${one}</p>`).join('')), url: `https://example.org/${n}` };
  });
  const rss = items
    .map(
      ({ title, body, url }) =>
        `<item><title>${title}</title><link>${url}</link><pubDate>Sat, 01 Feb 2014 10:00:00 GMT</pubDate><description>${body}</description></item>`,
    )
    .join('');
  const atom = items
    .map(
      ({ title, body, url }) =>
        `<entry><title>${title}</title><link href="${url}"/><id>${url}</id><updated>2014-02-01T10:00:00Z</updated><content type="html">${body}</content></entry>`,
    )
    .join('');
  return bytes(
    chance.pick([
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title>${rss}</channel></rss>`,
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Post</title>${atom}</feed>`,
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Lake Post</title></channel>${rss}</rdf:RDF>`,
    ]),
  );
}

/** A report with its reading, as a line. */
export function readingLine(n: number): string {
  const { text, published } = generatedReport(n, 60);
  const end = Math.min(text.length, 40);
  return JSON.stringify({
    id: `made-${n}`,
    process: 'Marrow talks',
    publisher: `Outlet ${n % 3}`,
    published,
    text,
    language: 'en',
    actors: [{ id: 'a1', kind: 'person', names: ['Anna Berg', 'Berg'], country: 'CHE' }],
    statements: [
      {
        id: 's1',
        speaker: 'a1',
        voice: 'named',
        source: [[0, 4]],
        cue: [[5, 9]],
        content: [[10, end]],
        form: 'mixed',
        act: 'states',
        said_on: published,
      },
    ],
    claims: [
      { id: 'c1', kind: 'talks', status: 'scheduled', date: '2020-05', evidence: [[10, end]], voice: 's1', convener: 'a1' },
      {
        id: 'c2',
        kind: 'access',
        place: 'Marrow',
        form: 'convoy',
        step: 'stalled',
        evidence: [[0, end]],
        voice: null,
        figures: [{ what: 'trucks', value: 12, bound: 'exact', evidence: [0, 4] }],
      },
      {
        id: 'c3',
        kind: 'blame',
        from: ['a1'],
        on: ['the government'],
        for: 'the delay',
        evidence: [[0, end]],
        voice: null,
        inferred: { date: { value: published } },
      },
    ],
    times: [],
  });
}

const jsonl = (chance: Chance): Uint8Array =>
  bytes(`${Array.from({ length: 1 + chance.below(3) }, () => readingLine(chance.below(40))).join('\n')}\n`);

/** What an export wrote of such a report. */
function archive(chance: Chance): Uint8Array {
  const n = chance.below(40);
  const { process, ...reading } = JSON.parse(readingLine(n));
  const { id, text, published, publisher } = reading;
  const summary = {
    id,
    title: 'Talks',
    publisher,
    published,
    dateline: null,
    credit: null,
    language: 'en',
    format: 'text',
    url: null,
    from: null,
    mark: 'CLEAR',
    grade: null,
    added: '2020-05-01T10:00:00.000Z',
    by: 'local',
    processes: ['marrow-talks'],
    words: 60,
    statements: 1,
    claims: 3,
    unread: 3,
  };
  const reviews = [{ line: `${id}:c1`, state: 'rejected', by: 'nora', at: '2020-05-02T10:00:00.000Z', reason: 'no' }];
  const page = {
    summary,
    report: { id, text, format: 'text', published, publisher, parts: [] },
    reading,
    reviews,
    edits: [],
    sightings: [],
    actors: {},
  };
  return bytes(
    `${JSON.stringify({ type: 'process', process: { id: 'marrow-talks', name: process, asOf: null, demo: false, created: '2020-05-01T10:00:00.000Z', reports: 1 } })}\n${JSON.stringify({ type: 'report', page })}\n`,
  );
}

/** Makes a valid input of a door. */
export const SAMPLES = {
  html: async (chance: Chance) => page(chance),
  pdf,
  docx: async (chance: Chance) => docx(chance),
  eml: async (chance: Chance) => mail(chance),
  feed: async (chance: Chance) => feed(chance),
  jsonl: async (chance: Chance) => jsonl(chance),
  archive: async (chance: Chance) => archive(chance),
} as const;
