// The news texts of a treebank whose documents are named by kind, as UD English GUM names them ("GUM_news_…"), put together from its sentences.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NewsText {
  readonly id: string;
  readonly text: string;
}

/** The news of a treebank folder, train and dev parts; none where it has no such documents. */
export function newsOf(folder: string): NewsText[] {
  const texts: { id: string; text: string }[] = [];
  for (const part of ['train', 'dev']) {
    const path = join(folder, `${part}.conllu`);
    if (!existsSync(path)) continue;
    let current: { id: string; text: string } | null = null;
    let paragraph = false;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const document = /^# newdoc id = (.+)$/.exec(line)?.[1];
      if (document !== undefined) {
        current = document.includes('_news_') ? { id: document, text: '' } : null;
        if (current !== null) texts.push(current);
      }
      if (line.startsWith('# newpar')) paragraph = true;
      const text = /^# text = (.+)$/.exec(line)?.[1];
      if (text === undefined || current === null) continue;
      current.text += `${current.text === '' ? '' : paragraph ? '\n\n' : ' '}${text}`;
      paragraph = false;
    }
  }
  return texts;
}
