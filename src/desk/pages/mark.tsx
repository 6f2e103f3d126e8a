// The evidence mark: a raised number at the end of a line, and the words it stands for in the margin beside it.
import type { FC } from 'hono/jsx';
import type { Citation } from '../../terms/record.js';
import { lineOf, reportAddress } from './addresses.js';
import { useNumber } from './numbering.js';
import { shorten, unquoted } from './shorten.js';
import { Day } from './time.js';

/** Longest run of words in a margin note; the report has the rest. */
const NOTE_LENGTH = 150;
/** How many notes one line may have before the others are only named. */
const MOST = 2;

const REVIEW_WORDS = { unread: '', accepted: 'accepted', edited: 'edited', rejected: 'rejected', unverifiable: 'unverifiable' } as const;

const wordsOf = (citation: Citation): string => shorten(unquoted(citation.words.join(' … ')), NOTE_LENGTH);

const Note: FC<{
  number: number;
  citation: Citation;
  alike: readonly Citation[];
  more: readonly Citation[];
  asOf?: string | undefined;
}> = ({ number, citation, alike, more, asOf }) => {
  const reports = new Set([citation.report, ...alike.map((other) => other.report)]).size;
  const review = REVIEW_WORDS[citation.review];
  return (
    <span class="note" role="note">
      <span class="n" aria-hidden="true">
        {number}
      </span>
      <span class="words" dir="auto">
        “{wordsOf(citation)}”
      </span>{' '}
      {citation.speaker === null ? '' : `${citation.speaker}, `}
      <a href={reportAddress(citation.report, lineOf(citation.line))}>
        {citation.publisher ?? 'report'}
        {citation.published === null ? '' : ', '}
        {citation.published === null ? '' : <Day date={citation.published} asOf={asOf} />}
      </a>
      {reports > 1 ? ` · in ${reports} reports` : ''}
      {review === '' ? '' : ` · ${review}`}
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
    </span>
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

/** The marks of a line with their notes. A number is a link to the words in the report. */
export const Marks: FC<{ of: readonly Citation[]; asOf?: string | undefined }> = ({ of, asOf }) => {
  const groups = byWords(of);
  const shown = groups.slice(0, MOST);
  const rest = groups.slice(MOST).map(([first]) => first);
  return (
    <>
      {shown.map(([citation, ...alike], i) => {
        const number = useNumber();
        return (
          <>
            <a
              class="mark"
              href={reportAddress(citation.report, lineOf(citation.line))}
              aria-label={`${number}: the words, ${citation.publisher ?? 'report'}`}
            >
              {number}
            </a>
            <Note number={number} citation={citation} alike={alike} more={i === shown.length - 1 ? rest.slice(0, 4) : []} asOf={asOf} />
          </>
        );
      })}
    </>
  );
};
