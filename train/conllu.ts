// Reads treebanks in the CoNLL-U format of Universal Dependencies (universaldependencies.org/format.html).
import { readFileSync } from 'node:fs';

export interface TreebankToken {
  readonly form: string;
  readonly lemma: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** Index in the sentence of the head, from 0; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** The column of further values, as it stands. */
  readonly misc: string;
  readonly spaceAfter: boolean;
}

export interface TreebankSentence {
  readonly id: string;
  /** True where the sentence opens a document, or a paragraph. */
  readonly newDocument: boolean;
  readonly newParagraph: boolean;
  /** The kind of text, where the treebank tells (GUM does). */
  readonly genre: string;
  readonly tokens: readonly TreebankToken[];
}

interface Parsing {
  newDocument: boolean;
  newParagraph: boolean;
  id: string;
}

/**
 * The sentences of a CoNLL-U text. Of a multiword token ("don't") the words count, with the white space that follows the whole after the last; empty nodes
 * (8.1) are left out. Throws where a line has not ten columns.
 */
export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let genre = '';
  let now: Parsing = { newDocument: false, newParagraph: false, id: '' };
  let tokens: TreebankToken[] = [];
  let wordsLeft = 0;
  let wordsSpace = true;
  text.split('\n').forEach((line, at) => {
    if (line === '') {
      if (tokens.length > 0) {
        sentences.push({ ...now, genre, tokens });
        now = { newDocument: false, newParagraph: false, id: '' };
        tokens = [];
      }
      return;
    }
    if (line.startsWith('#')) {
      if (line.startsWith('# newdoc')) now.newDocument = true;
      else if (line.startsWith('# newpar') && !line.startsWith('# newpar_')) now.newParagraph = true;
      else if (line.startsWith('# sent_id = ')) now.id = line.slice(12);
      else if (line.startsWith('# meta::genre = ')) genre = line.slice(16);
      return;
    }
    const columns = line.split('\t');
    if (columns.length !== 10) throw new Error(`line ${at + 1}: ${columns.length} columns instead of 10`);
    const [id = '', form = '', lemma = '', , xpos = '', , head = '', relation = '', , misc = ''] = columns;
    const space = !misc.includes('SpaceAfter=No');
    if (id.includes('.')) return;
    if (id.includes('-')) {
      const [from = 0, to = 0] = id.split('-').map(Number);
      wordsLeft = to - from + 1;
      wordsSpace = space;
      return;
    }
    const spaceAfter = wordsLeft > 1 ? false : wordsLeft === 1 ? wordsSpace : space;
    if (wordsLeft > 0) wordsLeft--;
    tokens.push({ form, lemma, xpos, head: Number(head) - 1, relation, misc, spaceAfter });
  });
  return sentences;
}

/** The part (train or dev) of a treebank kept in a folder as `train.conllu` and `dev.conllu`. */
export const readTreebank = (folder: string, part: 'train' | 'dev'): TreebankSentence[] =>
  parseConllu(readFileSync(`${folder}/${part}.conllu`, 'utf8'));
