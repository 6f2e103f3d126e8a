// The evidence mark: a raised number at the end of a line, and the words it stands for in the margin beside it.
import type { Child, FC } from 'hono/jsx';
import type { Citation } from '../../terms/record.js';
import { lineOf, reportAddress } from './addresses.js';
import { useNumber } from './numbering.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { Day } from './time.js';

/** Longest run of words in a margin note; the report has the rest. */
const NOTE_LENGTH = 150;
/** A line shows the words of one citation; of the others so many are named. */
const MORE = 4;

const REVIEW_WORDS = { unread: '', accepted: 'accepted', edited: '✎ edited', rejected: 'rejected', unverifiable: 'unverifiable' } as const;

const wordsOf = (citation: Citation): string => quoted(shorten(unquoted(citation.words.join(' … ')), NOTE_LENGTH));

interface NoteProps {
  readonly number: number;
  readonly citation: Citation;
  readonly alike: readonly Citation[];
  readonly more: readonly Citation[];
  readonly asOf: string | undefined;
  /** The line itself gives the words: the note says only whose and where. */
  readonly bare: boolean;
}

const Note: FC<NoteProps> = ({ number, citation, alike, more, asOf, bare }) => {
  const reports = new Set([citation.report, ...alike.map((other) => other.report)]).size;
  const review = REVIEW_WORDS[citation.review];
  return (
    <div class="note" role="note">
      <span class="n" aria-hidden="true">
        {number}
      </span>
      {bare ? null : (
        <span class="words" dir="auto">
          {wordsOf(citation)}
        </span>
      )}
      {bare || citation.speaker === null ? ' ' : ` ${citation.speaker}, `}
      <a href={reportAddress(citation.report, lineOf(citation.line))}>
        {citation.publisher ?? 'report'}
        {citation.published === null ? '' : ', '}
        {citation.published === null ? '' : <Day date={citation.published} asOf={asOf} />}
      </a>
      {reports > 1 ? ` · in ${reports} reports` : ''}
      {review === '' ? '' : ` · ${review}`}
      {citation.orphanedBy === undefined ? null : (
        <>
          {' · orphaned: '}
          <a href={reportAddress(citation.orphanedBy)}>a newer text</a> no longer has these words here
        </>
      )}
      {more.length > 0 && ' · also '}
      {more.map((other, i) => (
        <>
          {i > 0 ? ', ' : ''}
          <a href={reportAddress(other.report, lineOf(other.line))}>
            {other.publisher ?? 'report'}
            {other.published === null ? '' : ' '}
            {other.published === null ? '' : <Day date={other.published} asOf={asOf} />}
          </a>
        </>
      ))}
    </div>
  );
};

/** The same words in several reports are one note. */
function byWords(citations: readonly Citation[]): (readonly [Citation, ...Citation[]])[] {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const key = citation.words.join(' ').replace(/\s+/g, ' ').toLowerCase();
    const group = groups.get(key);
    if (group) group.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups.values()];
}

interface LineProps {
  /** What the line rests on, the best first. */
  readonly of: readonly Citation[];
  readonly asOf?: string | undefined;
  /** The line itself gives the words. */
  readonly bare?: boolean;
  readonly as?: 'li' | 'div';
  /** Stands in a column of its own before the line: the party of a standing. */
  readonly lead?: Child;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
}

/** A line of the record: our words, the raised number that leads to the report's words, and these in the margin. */
export const Line: FC<LineProps> = ({ of, asOf, bare = false, as: Tag = 'li', lead, class: extra, id, children }) => {
  const [shown, ...others] = byWords(of);
  const rest = [...new Map(others.map(([first]) => [first.report, first])).values()].filter(({ report }) => report !== shown?.[0].report);
  const number = shown === undefined ? 0 : useNumber();
  const told = (
    <>
      {children}
      {shown === undefined ? null : (
        <a
          class="mark"
          href={reportAddress(shown[0].report, lineOf(shown[0].line))}
          aria-label={`${number}: the words, ${shown[0].publisher ?? 'report'}`}
        >
          {number}
        </a>
      )}
    </>
  );
  return (
    <Tag class={extra === undefined ? 'line' : `line ${extra}`} id={id}>
      {lead === undefined ? (
        <div class="told">{told}</div>
      ) : (
        <div class="told party">
          <span class="who">{lead}</span>
          <span class="how">{told}</span>
        </div>
      )}
      {shown === undefined ? null : (
        <Note number={number} citation={shown[0]} alike={shown.slice(1)} more={rest.slice(0, MORE)} asOf={asOf} bare={bare} />
      )}
    </Tag>
  );
};
