// Turns a page's elements into blocks of text: paragraphs, list items, headings, captions.
import { cleanText, holdsWords } from './clean.js';

export interface Block {
  readonly text: string;
  readonly kind: 'heading' | 'item' | 'caption' | 'text';
}

/** Elements that never hold words of the report. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'head',
  'title',
  'button',
  'input',
  'textarea',
]);
/** What stands around a report, where nobody has told the report from the page before. */
const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu']);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'blockquote',
  'pre',
  'figure',
  'figcaption',
  'address',
  'details',
  'summary',
  'hr',
  'body',
  'html',
  'center',
  'fieldset',
  'caption',
]);
const HEADINGS = /^h[1-6]$/;
const CAPTION_CLASS = /(?:^|[\s_-])captions?(?:$|[\s_-])/i;

const isElement = (node: Node): node is Element => node.nodeType === 1;

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

/** The blocks of text below a node, in order. `whole` leaves out navigation and other furniture. Walks without recursion, so that any depth will do. */
export function blocksOf(root: Node, { whole }: { readonly whole: boolean }): Block[] {
  const blocks: Block[] = [];
  let words: string[] = [];
  let item = false;
  let heading = 0;
  let caption = 0;
  const flush = (): void => {
    const text = cleanText(words.join(''));
    words = [];
    if (!holdsWords(text)) return;
    const kind = caption > 0 ? 'caption' : heading > 0 ? 'heading' : item ? 'item' : 'text';
    blocks.push({ text: kind === 'item' ? `• ${text}` : text, kind });
    item = false;
  };
  const isCaption = (element: Element): boolean =>
    element.localName === 'figcaption' ||
    (/^(?:p|div|span|dd)$/.test(element.localName) && CAPTION_CLASS.test(element.getAttribute('class') ?? ''));
  const enter = (element: Element): boolean => {
    const name = element.localName;
    if (SKIPPED.has(name) || (whole && FURNITURE.has(name)) || isHidden(element)) return false;
    if (name === 'br') words.push('\n');
    else if (name === 'td' || name === 'th') words.push(words.length > 0 && words.at(-1) !== ' | ' ? ' | ' : '');
    if (BLOCKS.has(name) || isCaption(element)) flush();
    if (name === 'li') item = true;
    if (HEADINGS.test(name)) heading++;
    if (isCaption(element)) caption++;
    return name !== 'br';
  };
  const leave = (element: Element): void => {
    const name = element.localName;
    if (BLOCKS.has(name) || isCaption(element)) flush();
    if (name === 'li') item = false;
    if (HEADINGS.test(name)) heading--;
    if (isCaption(element)) caption--;
  };
  const waiting: (Node | { readonly left: Element })[] = [...root.childNodes].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('left' in next) leave(next.left);
    else if (isElement(next)) {
      if (!enter(next)) continue;
      waiting.push({ left: next });
      for (let child = next.lastChild; child; child = child.previousSibling) waiting.push(child);
    } else if (next.nodeType === 3) words.push((next.textContent ?? '').replace(/[\r\n\t]+/g, ' '));
  }
  flush();
  return blocks;
}
