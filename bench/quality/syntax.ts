// Measures the syntax of the reader on the dev parts of treebanks: tokens and sentences of raw text, tags, base forms, heads and relations, names.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lemmaOf } from '../../src/reading/lemmas.js';
import { paragraphsOf } from '../../src/reading/paragraphs.js';
import { openResources, type Resources } from '../../src/reading/resources.js';
import { sentencesOf } from '../../src/reading/sentences.js';
import { readTreebank, type TreebankSentence } from '../../train/conllu.js';
import { actorReports } from '../../train/name-gold.js';
import { nameScore } from '../../train/names.js';
import { seeded } from '../../train/random.js';
import type { BenchFolders, Row } from './row.js';

/** What one document adds to a figure: right ones, and those of gold and of the reader they are measured against. */
type Count = readonly [right: number, gold: number, read: number];

const f1 = ([right, gold, read]: Count): number => (100 * 2 * right) / Math.max(1, gold + read);
const sum = (counts: readonly Count[]): Count =>
  counts.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]] as const, [0, 0, 0] as const);

/** Middle 95 % of the figure over 500 resamples of whole documents, from a fixed seed. */
function intervalOf(counts: readonly Count[]): readonly [number, number] {
  const random = seeded(1);
  const values = Array.from({ length: 500 }, () => f1(sum(counts.map(() => counts[Math.floor(random() * counts.length)]!)))).sort(
    (a, b) => a - b,
  );
  return [values[12]!, values[487]!];
}

function documentsOf(sentences: readonly TreebankSentence[]): TreebankSentence[][] {
  const documents: TreebankSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.newDocument || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(sentence);
  }
  return documents;
}

/** Raw text of a document, paragraphs parted by blank lines, with the spans of its gold tokens and sentences as "start:end". */
function rawOf(document: readonly TreebankSentence[]): {
  readonly text: string;
  readonly tokens: Set<string>;
  readonly sentences: Set<string>;
} {
  let text = '';
  const tokens = new Set<string>();
  const sentences = new Set<string>();
  for (const sentence of document) {
    if (sentence.newParagraph && text !== '') text = `${text.trimEnd()}\n\n`;
    const start = text.length;
    let end = start;
    for (const { form, spaceAfter } of sentence.tokens) {
      tokens.add(`${text.length}:${text.length + form.length}`);
      text += form;
      end = text.length;
      if (spaceAfter) text += ' ';
    }
    sentences.add(`${start}:${end}`);
  }
  return { text, tokens, sentences };
}

const shared = (found: readonly { readonly start: number; readonly end: number }[], gold: ReadonlySet<string>): Count => [
  found.filter(({ start, end }) => gold.has(`${start}:${end}`)).length,
  gold.size,
  found.length,
];

interface SyntaxCounts {
  readonly tags: Count[];
  readonly lemmas: Count[];
  readonly heads: Count[];
  readonly relations: Count[];
  readonly tokens: Count[];
  readonly sentences: Count[];
}

function countDocument(document: readonly TreebankSentence[], resources: Resources, counts: SyntaxCounts): void {
  const { tagger, parser, facts, lexicon, lemmas, words } = resources;
  const right = { tags: 0, lemmas: 0, heads: 0, relations: 0 };
  let all = 0;
  for (const { tokens } of document) {
    const forms = tokens.map(({ form }) => facts.of(form));
    const tags = tagger.tag(forms);
    const parse = parser.parse(forms, tags);
    tokens.forEach(({ form, xpos, lemma, head, relation }, i) => {
      all++;
      const tag = tagger.labels[tags[i]!]!;
      if (tag === xpos) right.tags++;
      if (lemmaOf(form, form.toLowerCase(), tag, lexicon, lemmas).toLowerCase() === lemma.toLowerCase()) right.lemmas++;
      if (parse.heads[i] !== (head < 0 ? tokens.length : head)) return;
      right.heads++;
      if (parser.relations[parse.labels[i]!] === relation) right.relations++;
    });
  }
  for (const figure of ['tags', 'lemmas', 'heads', 'relations'] as const) counts[figure].push([right[figure], all, all]);
  const raw = rawOf(document);
  const read = sentencesOf(raw.text, paragraphsOf(raw.text, []), words);
  counts.tokens.push(shared(read.tokens, raw.tokens));
  counts.sentences.push(shared(read.sentences, raw.sentences));
}

/** Figures on each treebank given (EWT and GUM are told apart by their folder's name), and of names on the annotated reports. */
export async function measureSyntax({ gold, treebanks }: BenchFolders): Promise<readonly Row[]> {
  const resources = openResources((path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))));
  const rows: Row[] = [];
  for (const folder of treebanks) {
    const name = /gum/i.test(folder) ? 'GUM' : /ewt/i.test(folder) ? 'EWT' : folder;
    const counts: SyntaxCounts = { tags: [], lemmas: [], heads: [], relations: [], tokens: [], sentences: [] };
    for (const document of documentsOf(readTreebank(folder, 'dev'))) countDocument(document, resources, counts);
    const row = (figure: string, list: readonly Count[], meaning: string, bar?: number): Row => ({
      part: 'syntax',
      figure: `${name} dev: ${figure}`,
      value: f1(sum(list)),
      interval: intervalOf(list),
      meaning,
      ...(bar !== undefined && { bar }),
    });
    const barred = name === 'EWT';
    rows.push(
      row('XPOS', counts.tags, 'gold tokens with the right Penn Treebank tag', barred ? 94.5 : undefined),
      row('UAS', counts.heads, 'gold tokens, own tags: tokens, punctuation included, with the right head', barred ? 85.5 : undefined),
      row('LAS', counts.relations, 'the same with the right relation too', barred ? 82 : undefined),
      row('base forms', counts.lemmas, 'gold tokens, own tags: right base form, capitals aside'),
      row('tokens, F1', counts.tokens, 'raw text, paragraphs given: tokens with both ends right'),
      row('sentences, F1', counts.sentences, 'raw text, paragraphs given: sentences with both ends right', name === 'GUM' ? 92 : undefined),
    );
  }
  const { recall, typeRight, precision } = nameScore(
    resources.nameFinder,
    actorReports(`${gold}/claims/dev.jsonl`, resources, resources.knownWords),
    resources.tagger.labels,
  );
  rows.push(
    {
      part: 'syntax',
      figure: 'claims dev: names found',
      value: recall,
      meaning: 'proper names of actors wherever they stand, peoples included, found with both ends right',
    },
    { part: 'syntax', figure: 'claims dev: kind of names', value: typeRight, meaning: 'of those found, with the right kind' },
    {
      part: 'syntax',
      figure: 'claims dev: sound names',
      value: precision,
      meaning: 'of all names found, those that contradict nothing annotated (words that the annotation leaves open count as right)',
    },
  );
  return rows;
}
