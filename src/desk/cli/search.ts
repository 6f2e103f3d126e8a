// `parley search`: full text over reports, statements and claims.
import type { ClaimKind } from '../../terms/reading.js';
import type { SearchHit } from '../../terms/record.js';
import { sayDate } from '../pages/day.js';
import { type AddCommand, day, define, type Everywhere, whole } from './command.js';
import { harmless, type Paint } from './paint.js';
import { write } from './shell.js';
import { withParley } from './with-parley.js';
import { wrap } from './wrap.js';

interface SearchFlags extends Everywhere {
  readonly process?: string;
  readonly in?: SearchHit['found'];
  readonly kind?: ClaimKind;
  readonly since?: string;
  readonly until?: string;
  readonly by?: string;
  readonly limit: number;
  readonly offset: number;
  readonly json?: boolean;
}

/** The excerpt with what was looked for in bold. */
function excerptOf({ excerpt, matches }: SearchHit, columns: number | null, paint: Paint): string {
  const plain = wrap(harmless(excerpt), columns === null ? null : columns - 2, '');
  if (!matches.length) return plain;
  const found = new Set(matches.map(([start, end]) => harmless(excerpt.slice(start, end)).toLowerCase()));
  return plain.replace(/[\p{L}\p{N}'’-]+/gu, (word) => (found.has(word.toLowerCase()) ? paint.bold(word) : word));
}

function sayHit(hit: SearchHit, columns: number | null, paint: Paint): string {
  const { report, speaker, kind, found } = hit;
  const what = found === 'statement' ? `${speaker ?? 'a source not named'} says` : found === 'claim' ? `${kind ?? 'claim'}` : 'text';
  const where = [what, report.publisher, report.published === null ? null : sayDate(report.published), hit.line ?? report.id].filter(
    (part) => part !== null,
  );
  return `${paint.faint(harmless(where.join(' · ')))}\n${excerptOf(hit, columns, paint)
    .split('\n')
    .map((line) => `  ${line}\n`)
    .join('')}`;
}

export const addSearch: AddCommand = (program, { shell, paint }) => {
  define(program, {
    name: 'search',
    takes: '[words...]',
    summary: 'search the reports, what was said and what is claimed; words in quotation marks are a phrase, * ends a beginning',
    examples: [
      'search convoy',
      `search '"unfettered access"' --in statement`,
      'search --by lavrov --since 2014-02-01',
      'search ceasefire --kind commitment --since 2014-01-25 --until 2014-02-05',
    ],
  })
    .option('--process <name>', 'only in a process, by id or name')
    .option('--in <what>', 'only in: text, statement, claim')
    .option('--kind <kind>', 'only claims of a kind: talks, standing, commitment, position, pressure, access, blame, tie, act')
    .option('--since <day>', 'only in reports published since a day', day)
    .option('--until <day>', 'only in reports published up to a day', day)
    .option('--by <name>', 'only what was said by somebody, by part of a name')
    .option('--limit <n>', 'how many', whole(1), 20)
    .option('--offset <n>', 'how many to pass over', whole(0), 0)
    .option('--json', 'as JSON')
    .action(async (words: string[], { process, in: found, kind, since, until, by, limit, offset, json, ...options }: SearchFlags) => {
      const [{ CLAIM_KINDS }, { ParleyError }] = await Promise.all([import('../../terms/reading.js'), import('../../terms/errors.js')]);
      if (found !== undefined && !['text', 'statement', 'claim'].includes(found)) throw new ParleyError('bad-option', found);
      if (kind !== undefined && !CLAIM_KINDS.includes(kind)) throw new ParleyError('bad-option', kind);
      const { items, total } = await withParley(options, (parley) =>
        parley.search(words.join(' '), { process, found, kind, since, until, by, limit, offset }),
      );
      if (json) return write(shell.stdout, `${JSON.stringify({ items, total })}\n`);
      if (total === 0) return options.quiet ? undefined : write(shell.stderr, 'Nothing found.\n');
      await write(shell.stdout, items.map((hit) => sayHit(hit, shell.columns, paint)).join('\n'));
      if (total > offset + items.length)
        await write(shell.stderr, `${items.length} of ${total}; more with --offset ${offset + items.length}\n`);
    });
};
