// Every format through its door, and every kind of bad input with its error.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { filesBelow, openFile } from '../../src/report/file.js';
import { openSource } from '../../src/report/open.js';
import { reportSchema } from '../../src/terms/report.js';

const LEAD = 'The two delegations met for three hours on Tuesday and agreed to meet again, officials from both sides said.';
const open = async (source: string | Uint8Array, name: string, more: { contentType?: string; maxBytes?: number; url?: string } = {}) =>
  openSource({ bytes: typeof source === 'string' ? Buffer.from(source) : source, name, ...more });
const only = async (source: string | Uint8Array, name: string, more = {}) => {
  const { reports } = await open(source, name, more);
  assert.equal(reports.length, 1);
  return reportSchema.parse(reports[0]);
};

async function pdf(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.setTitle('Monthly note');
  document.setCreationDate(new Date('2015-03-09T12:00:00Z'));
  for (const lines of pages) {
    const page = document.addPage([600, 800]);
    lines.forEach((line, i) => {
      if (line !== '') page.drawText(line, { x: 50, y: 750 - i * 14, size: 11, font });
    });
  }
  return document.save();
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...more,
  });
}
const paragraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

test('a page gives its article, its title first, its captions and what it says of itself', async () => {
  const html = `<!doctype html><html><head><title>Envoys meet again | Example Post</title>
    <script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2014-02-01T23:30:00-05:00","publisher":{"name":"Example Post"},"author":[{"name":"A. Writer"}]}]}</script></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><article><h1>Envoys meet again</h1>
    <figure><img src="x.jpg"><figcaption>A delegate leaves the hotel by the lake on Tuesday.</figcaption></figure>
    <p>GENEVA&nbsp;(AP) &mdash; ${LEAD}</p><p>${LEAD} It was <b>the</b> second&shy; day.<br>A new line.</p><ul><li>One thing</li><li>Another</li></ul>
    <p>${LEAD}</p></article><aside><p>Most popular</p></aside><script>alert(1)</script><footer>Imprint</footer></body></html>`;
  const report = await only(html, 'page.html', { url: 'https://post.example/a' });
  assert.equal(report.text.split('\n')[0], 'Envoys meet again');
  assert.match(report.text, /GENEVA \(AP\) — The two.*second day\.\nA new line\.\n\n• One thing\n• Another\n\n/s);
  assert.doesNotMatch(report.text, /Home|Imprint|alert|Most popular/);
  assert.deepEqual(
    [report.format, report.publisher, report.byline, report.published, report.dateline, report.credit],
    ['html', 'Example Post', 'A. Writer', '2014-02-01', 'GENEVA', 'Associated Press'],
  );
  assert.deepEqual(
    report.parts.filter((part) => part.kind === 'caption').map((part) => report.text.slice(...part.span)),
    ['A delegate leaves the hotel by the lake on Tuesday.'],
  );
});

test('broken pages are read as far as they go', async () => {
  const broken = `<html><head><title>Envoys meet</title><body><p>${LEAD}<div><p>${LEAD}</span></b><table><tr><td>${LEAD}<p>&bogus; ${LEAD}`;
  const report = await only(broken, 'broken.html');
  assert.equal(report.text.split(LEAD).length, 5);
  const deep = `<html><body>${'<div>'.repeat(5000)}<p>${LEAD}</p>`;
  assert.match((await only(deep, 'deep.html')).text, /three hours/);
  const latin = Buffer.from(
    `<html><head><meta charset="windows-1252"></head><body><p>${LEAD} “Non”, café.</p></body></html>`
      .replaceAll('“', '\x93')
      .replaceAll('”', '\x94'),
    'latin1',
  );
  assert.match((await only(latin, 'latin.html')).text, /“Non”, café\./);
});

test('a PDF gives whole paragraphs without running heads and page numbers', async () => {
  const page = (n: number, who: string): string[] => [
    'MONTHLY NOTE',
    '',
    `On Monday ${who} told the delegations by the lake that`,
    'a list of prisoners must be ready on both sides',
    'before the talks can go on, and they agreed.',
    '',
    `Nothing else was said in front of ${who}.`,
    '',
    `Page ${n} of 3`,
  ];
  const report = await only(await pdf(['Anna', 'Ben', 'Cleo'].map((who, i) => page(i + 1, who))), 'note.pdf');
  assert.equal(report.format, 'pdf');
  assert.doesNotMatch(report.text, /MONTHLY NOTE|Page \d/);
  assert.equal(
    report.text.match(
      /On Monday \w+ told the delegations by the lake that a list of prisoners must be ready on both sides before the talks can go on, and they agreed\.\n\nNothing/g,
    )?.length,
    3,
  );
  assert.equal(report.published, '2015-03-09');
});

test('a DOCX gives its paragraphs and lists', async () => {
  const report = await only(
    docx(paragraph('Envoys meet by the lake') + paragraph(`GENEVA, 9 March 2015 – ${LEAD}`) + paragraph('Fish &amp; bread — “yes”')),
    'note.docx',
  );
  assert.equal(report.format, 'docx');
  assert.match(report.text, /^Envoys meet by the lake\n\nGENEVA, 9 March 2015 – The two .*\n\nFish & bread — “yes”$/s);
  assert.equal(report.published, '2015-03-09');
});

test('a mail gives subject, sender, day and body', async () => {
  const mail = `From: "Example Wire" <desk@wire.example>\r\nTo: you@example.org\r\nSubject: =?utf-8?Q?Envoys_meet_=E2=80=93_again?=\r\nDate: Sat, 1 Feb 2014 23:10:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGENEVA (AP) =97 ${LEAD}\r\n\r\n-- \r\nSent by hand\r\n`;
  const report = await only(mail, 'mail.eml');
  assert.deepEqual(
    [report.format, report.title, report.publisher, report.published, report.dateline],
    ['eml', 'Envoys meet – again', 'Example Wire', '2014-02-01', 'GENEVA'],
  );
  assert.doesNotMatch(report.text, /Sent by hand/);
  const attached = `From: a@b.example\r\nDate: Sat, 1 Feb 2014 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain; name=note.txt\r\nContent-Disposition: attachment; filename=note.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(LEAD).toString('base64')}\r\n--X--\r\n`;
  const inside = await only(attached, 'attached.eml');
  assert.deepEqual([inside.text, inside.published], [LEAD, '2014-02-01']);
});

test('a feed gives its entries; a broken one is reported and the others are taken', async () => {
  const item = (n: number): string =>
    `<item><title>Report ${n}</title><link>https://wire.example/${n}</link><pubDate>Sat, 01 Feb 2014 10:00:00 GMT</pubDate><description><![CDATA[<p>${LEAD} ${n}</p><p>${`${LEAD} `.repeat(8)}</p>]]></description></item>`;
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>${item(1)}<item><title>Nothing here</title></item>${item(2)}<item><title>Teaser</title><link>https://wire.example/3</link><description>Short.</description></item></channel></rss>`;
  const feed = await open(rss, 'feed.xml');
  assert.deepEqual(
    feed.reports.map((report) => [report.title, report.publisher, report.published]),
    [
      ['Report 1', 'Example Wire', '2014-02-01'],
      ['Report 2', 'Example Wire', '2014-02-01'],
      ['Teaser', 'Example Wire', undefined],
    ],
  );
  assert.deepEqual(
    feed.refused.map(({ error }) => error.code),
    ['broken-feed-entry'],
  );
  assert.match(feed.refused[0]?.error.value ?? '', /Nothing here/);
  assert.deepEqual(
    feed.links.map((link) => link.url),
    ['https://wire.example/3'],
  );
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>One</title><id>1</id><updated>2014-02-01T10:00:00Z</updated><content type="html">&lt;p&gt;${LEAD}&lt;/p&gt;</content></entry></feed>`;
  assert.equal((await only(atom, 'atom.xml')).published, '2014-02-01');
});

/** A file whose keys fit no empty password. */
const LOCKED_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Filter/Standard/V 1/R 2/O<${'a1'.repeat(32)}>/U<${'b2'.repeat(32)}>/P -4>>endobj
trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<01><02>]/Size 4>>
%%EOF`;

/** A PDF of one page whose words are packed in some way. */
function packedPdf(packed: Uint8Array, dictionary: string, after = ''): Uint8Array {
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Length ${packed.length}${dictionary}>>${after}
stream
`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF')]);
}

/** Files of some thousand bytes that unpack to many millions, each packed in another way, or hiding how. */
function packedPdfs(): readonly Uint8Array[] {
  const large = deflateSync(Buffer.alloc(20_000_000, 32));
  const hex = Buffer.from(`${deflateSync(large).toString('hex')}>`);
  // The code of a space, then codes for all that came before it: each a byte longer than the last.
  let bits = (256).toString(2).padStart(9, '0') + (32).toString(2).padStart(9, '0');
  for (let code = 258; code < 4000; code++)
    bits += code.toString(2).padStart(code >= 2047 ? 12 : code >= 1023 ? 11 : code >= 511 ? 10 : 9, '0');
  const lzw = Uint8Array.from(bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return [
    packedPdf(large, '/Filter/FlateDecode'),
    packedPdf(large, '/Filter/Fl#61teDecode'),
    packedPdf(large, '/Filter 6 0 R'),
    packedPdf(large, '/Filter/FlateDecode', ' % a remark'),
    packedPdf(large, `/Filter/FlateDecode/Pad(${'x'.repeat(5000)})`),
    packedPdf(deflateSync(large), '/Filter[/FlateDecode /FlateDecode]'),
    packedPdf(hex, '/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]'),
    packedPdf(Buffer.alloc(200_000, 129), '/Filter/RunLengthDecode'),
    packedPdf(lzw, '/Filter/LZWDecode'),
  ];
}

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-report-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('bad input has its error', async () => {
  const image = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);
  const ole = new Uint8Array(4096);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const locked = ole.slice();
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  const blank = await PDFDocument.create();
  blank.addPage([100, 100]);
  const whole = docx(paragraph(LEAD));
  const cases: readonly [string | Uint8Array, string, string, object?][] = [
    ['', 'empty.txt', 'empty-input'],
    [' \n\t\n', 'blank.txt', 'empty-input'],
    ['<html><body><script>x()</script></body></html>', 'empty.html', 'empty-input'],
    [image, 'a.txt', 'binary-input'],
    [Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256), 'a.txt', 'binary-input'],
    ['{\\rtf1 hello}', 'a.rtf', 'binary-input'],
    [zipSync({ 'a.txt': strToU8('x') }), 'a.zip', 'binary-input'],
    [ole, 'a.doc', 'binary-input'],
    [locked, 'a.docx', 'encrypted-file'],
    ['x'.repeat(101), 'big.txt', 'too-large', { maxBytes: 100 }],
    ['%PDF-1.4\nnot a pdf', 'a.pdf', 'broken-file'],
    [await blank.save(), 'scan.pdf', 'pdf-without-text'],
    [LOCKED_PDF, 'locked.pdf', 'encrypted-file'],
    [whole.slice(0, whole.length - 300), 'cut.docx', 'broken-file'],
    [zipSync({ 'word/other.xml': strToU8('<x/>') }), 'a.docx', 'broken-file'],
    [docx(paragraph('x '.repeat(4_000_000))), 'bomb.docx', 'too-large', { maxBytes: 1_000_000 }],
    ...packedPdfs().map((bomb, n): [Uint8Array, string, string, object] => [bomb, `bomb-${n}.pdf`, 'too-large', { maxBytes: 1_000_000 }]),
    ['<rss version="2.0"><channel><title>x</title></channel></rss>', 'feed.xml', 'empty-input'],
    ['<feed>broken', 'feed.xml', 'empty-input'],
  ];
  for (const [source, name, code, more] of cases) await assert.rejects(open(source, name, more), { code }, `${name}: ${code}`);
});

test('files are looked at before they are read', async () => {
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('big.txt'), '');
  truncateSync(path('big.txt'), 50 * 1024 * 1024);
  await assert.rejects(openFile(path('big.txt')), { code: 'too-large' });
  await assert.rejects(openFile(path('none.txt')), { code: 'file-not-found' });
  await assert.rejects(openFile(folder), { code: 'bad-option' });
  writeFileSync(path('a.txt'), LEAD);
  writeFileSync(path('.hidden'), LEAD);
  const { reports } = await openFile(path('a.txt'), { given: { published: '2014-02' } });
  assert.deepEqual([reports[0]?.from, reports[0]?.published], ['a.txt', '2014-02']);
  const found: string[] = [];
  for await (const file of filesBelow(folder)) found.push(file);
  assert.deepEqual(found, [path('a.txt'), path('big.txt')]);
});
