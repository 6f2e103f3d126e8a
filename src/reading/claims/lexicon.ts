// The words that tell what is claimed, opened from data/compiled/claims.json (sources: data/claims/*.tsv, see docs/lexicons.md).
import { z } from 'zod';
import { CLAIM_KINDS, type ClaimKind } from '../../terms/reading.js';
import { type QuantityWords, quantityWordsOf } from './quantity-words.js';

const rows = z.array(z.array(z.string()));
const fileSchema = z.object({
  triggers: z.record(z.enum(CLAIM_KINDS), rows),
  titles: rows,
  compounds: rows,
  nouns: rows,
  turners: rows,
  quantities: rows,
});

/** Where the filler of a role stands, seen from the trigger: `subj`, `obj`, `iobj`, `comp`, `poss`, `mod`, `appos`, `speaker`, `verb`, `self`, `none` or `pp:` and a preposition. */
export type Slot = string;

/** One entry: the words that make a candidate of one kind. */
export interface Trigger {
  /** "pressure: urge (verb)". */
  readonly id: string;
  readonly kind: ClaimKind;
  /** Base forms in order; `..` stands for up to four words between. */
  readonly words: readonly string[];
  readonly pos: 'v' | 'n' | 'a' | 'x' | 'w';
  /** True where the words need company: by themselves they mostly mean something else. */
  readonly weak: boolean;
  /** True where they only count when the sentence turns them ("did not accept"). */
  readonly turned: boolean;
  /** Status, standing, stance, means, step, relation or PLOVER type; '' for blame. */
  readonly value: string;
  /** Form of access it tells by itself, else ''. */
  readonly form: string;
  readonly frame: ReadonlyMap<string, readonly Slot[]>;
}

export interface Title {
  readonly words: readonly string[];
  /** The relation, or '-' for a title that is none. */
  readonly relation: string;
  readonly of: 'org' | 'state' | 'place' | 'talks' | 'any';
}

export interface ClaimLexicon {
  /** Entries by their first word. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** Titles by their first word, longest first. */
  readonly titles: ReadonlyMap<string, readonly Title[]>;
  readonly compounds: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, string>;
  readonly turners: ReadonlyMap<string, string>;
  readonly quantities: QuantityWords;
}

const POS = { v: 'verb', n: 'noun', a: 'adjective', x: 'phrase', w: 'word' } as const;

function frameOf(text: string): Map<string, readonly Slot[]> {
  const frame = new Map<string, readonly Slot[]>();
  for (const part of text.split(' ')) {
    const [role = '', slots = ''] = part.split('=');
    if (role !== '') frame.set(role, slots.split(','));
  }
  return frame;
}

function grouped<T extends { readonly words: readonly string[] }>(items: readonly T[]): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const first = item.words[0] ?? '';
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [item]);
    else group.push(item);
  }
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

/** The words of an entry; one with a hyphen is looked for as one token and as several. */
function spellings(entry: string): readonly (readonly string[])[] {
  const joined = entry.split(' ');
  return entry.includes('-') ? [joined, joined.flatMap((word) => word.split(/(?=-)|(?<=-)/))] : [joined];
}

/** Opens the compiled lexicon. */
export function openClaimLexicon(bytes: Uint8Array): ClaimLexicon {
  const file = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const triggers = CLAIM_KINDS.flatMap((kind) =>
    (file.triggers[kind] ?? []).flatMap(([entry = '', pos = 'x', value = '', ...rest]): Trigger[] => {
      const weak = /[?!]$/.test(pos);
      const part = pos.slice(0, 1) as Trigger['pos'];
      const [form, frame] = kind === 'access' ? [rest[0] ?? '', rest[1] ?? ''] : ['', rest[0] ?? ''];
      return spellings(entry).map((words) => ({
        id: `${kind}: ${entry} (${POS[part]}${value === '' ? '' : `, ${value}`})`,
        kind,
        words,
        pos: part,
        weak,
        turned: pos.endsWith('!'),
        value,
        form: form === '-' ? '' : form,
        frame: frameOf(frame),
      }));
    }),
  );
  const titles = file.titles.flatMap(([entry = '', relation = '', of = 'any']) =>
    spellings(entry).map((words): Title => ({ words, relation, of: of as Title['of'] })),
  );
  const pairs = (list: string[][]): Map<string, string> => new Map(list.map(([word = '', value = '']) => [word, value]));
  return {
    triggers: grouped(triggers),
    titles: grouped(titles),
    compounds: pairs(file.compounds),
    nouns: pairs(file.nouns),
    turners: pairs(file.turners),
    quantities: quantityWordsOf(file.quantities),
  };
}
