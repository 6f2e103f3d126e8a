// The door for web pages: the article of a page as clean blocks, and what the page says about itself.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Block, blocksOf } from './blocks.js';
import { cleanText } from './clean.js';
import { plainLine } from './lines.js';
import { type Markup, safeMarkup } from './markup.js';
import { type Metadata, metadataOf } from './metadata.js';

export interface Page {
  readonly text: string;
  /** Where captions stand in the text. */
  readonly captions: readonly (readonly [number, number])[];
  readonly metadata: Metadata;
}

/** Readability looks at every element several times; a page of more tags is taken whole. */
const MOST_FOR_ARTICLE = 60_000;
/** At every element it looks at what is below: of a page that is so deep and so large that this takes long, too. Pages of outlets stay below 200,000. */
const HEAVIEST_FOR_ARTICLE = 400_000;
/** Fewer units of running text than a short report has. */
const FEW = 800;

/** A document of any source, even of a fragment or of broken markup. */
function documentOf(html: string): Document {
  const source = /<html[\s>]/i.test(html.slice(0, 20_000)) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(source);
  // Where a comment without an end takes in everything there is no element at all.
  return document.documentElement ? document : parseHTML('<html><body></body></html>').document;
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0);

/** Readability, which throws where broken markup gives it elements without a parent; such a page is taken whole. */
function parseArticle(document: Document) {
  try {
    return new Readability(document, { keepClasses: true, charThreshold: 200, serializer: (node) => node }).parse();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The article by Readability (Mozilla's reader view), or the whole page's blocks where it finds none or leaves most of a short page out. */
function articleBlocks(
  { html, tags, weight }: Markup,
  whole: readonly Block[],
): { readonly blocks: readonly Block[]; readonly title?: string; readonly byline?: string } {
  if (tags > MOST_FOR_ARTICLE || weight > HEAVIEST_FOR_ARTICLE) return { blocks: whole };
  const article = parseArticle(documentOf(html));
  if (!article?.content) return { blocks: whole };
  const blocks = blocksOf(article.content, { whole: false });
  // A choice that keeps a few lines of a page with far more running text took a box for the article.
  const running = (some: readonly Block[]): number => lengthOf(some.filter((block) => block.kind !== 'heading' && block.text.length > 80));
  if (running(blocks) < Math.min(FEW, running(whole) * 0.5)) return { blocks: whole };
  return { blocks, ...(article.title && { title: article.title }), ...(article.byline && { byline: article.byline }) };
}

/** Puts blocks below each other, list items on neighbouring lines. */
export function textOfBlocks(blocks: readonly Block[]): {
  readonly text: string;
  readonly captions: readonly (readonly [number, number])[];
} {
  let text = '';
  const captions: [number, number][] = [];
  blocks.forEach((block, i) => {
    if (i > 0) text += block.kind === 'item' && blocks[i - 1]?.kind === 'item' ? '\n' : '\n\n';
    if (block.kind === 'caption') captions.push([text.length, text.length + block.text.length]);
    text += block.text;
  });
  return { text, captions };
}

/** "Talks resume | Example Wire": a page's title often ends with the name of its site. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—»·-]\s+/);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return title;
  const isSite = site !== undefined && plainLine(last) === plainLine(site);
  return isSite || (title.includes(' | ') && last.split(' ').length <= 4)
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—»·-]\s+$/, '')
    : title;
}

/** Reads a page; the title stands on the first line of the text whether or not the article repeats it. Throws `too-large` for endless markup. */
export function readPage(source: string, name: string): Page {
  const markup = safeMarkup(source, name);
  const document = documentOf(markup.html);
  const metadata = metadataOf(document);
  const whole = blocksOf(document.documentElement, { whole: true });
  const article = articleBlocks(markup, whole);
  const heading = whole.find((block) => block.kind === 'heading')?.text;
  const claimed = cleanText(withoutSite(metadata.title ?? article.title ?? heading ?? '', metadata.publisher)).replaceAll('\n', ' ');
  // The page's own heading is preferred where it is what the head calls the page, cut or lengthened.
  const title =
    heading !== undefined &&
    claimed !== '' &&
    (plainLine(heading).startsWith(plainLine(claimed)) || plainLine(claimed).startsWith(plainLine(heading)))
      ? heading.replaceAll('\n', ' ')
      : claimed;
  const body = article.blocks.filter((block, i) => !(i < 4 && title !== '' && plainLine(block.text) === plainLine(title)));
  const blocks: readonly Block[] = title === '' ? body : [{ kind: 'heading', text: title }, ...body];
  return { ...textOfBlocks(blocks), metadata: { ...metadata, ...(title !== '' && { title }), byline: metadata.byline ?? article.byline } };
}
