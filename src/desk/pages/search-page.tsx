// Search: one box over the words of reports, statements and claims; filters are words that can be typed ("by:lavrov kind:pressure").
import type { FC } from 'hono/jsx';
import type { SearchHit } from '../../terms/record.js';
import { lineOf, reportAddress, scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { Pager } from './pager.js';
import { Page } from './shell.js';
import { Day } from './time.js';

/** The words around a match with the matches in them marked. */
const Excerpt: FC<{ hit: SearchHit }> = ({ hit: { excerpt, matches } }) => {
  const inOrder = [...matches].sort((a, b) => a[0] - b[0]);
  let at = 0;
  return (
    <span class="words" dir="auto">
      “
      {inOrder.map(([start, end]) => {
        const before = excerpt.slice(at, Math.max(at, start));
        const match = excerpt.slice(Math.max(at, start), end);
        at = Math.max(at, end);
        return (
          <>
            {before}
            {match === '' ? null : <mark>{match}</mark>}
          </>
        );
      })}
      {excerpt.slice(at)}”
    </span>
  );
};

const Hit: FC<{ hit: SearchHit; frame: Frame }> = ({ hit, frame }) => (
  <li class="line">
    <span class="label">{hit.found === 'text' ? 'text' : hit.found === 'statement' ? 'statement' : (hit.kind ?? 'claim')}</span>{' '}
    {hit.speaker === null ? '' : `${hit.speaker}: `}
    <Excerpt hit={hit} />
    <br />
    <a class="quiet" href={reportAddress(hit.report.id, hit.line === null ? undefined : lineOf(hit.line))}>
      {hit.report.publisher ?? hit.report.title}
      {hit.report.published === null ? null : (
        <>
          , <Day date={hit.report.published} asOf={frame.day} />
        </>
      )}
    </a>
    {hit.report.publisher === null ? null : (
      <span class="quiet" dir="auto">
        {' · '}
        {hit.report.title}
      </span>
    )}
  </li>
);

export const SearchPage: FC<{ frame: Frame; query: string; hits: readonly SearchHit[]; total: number; page: number; twin: string }> = ({
  frame,
  query,
  hits,
  total,
  page,
  twin,
}) => (
  <Page frame={frame} title={query === '' ? 'Search' : `Search: ${query}`} current="search" twin={twin}>
    <div class="head">
      <h1>Search</h1>
    </div>
    <search>
      <form class="searchbox" method="get" action="/search">
        {frame.asked.process === undefined ? null : <input type="hidden" name="process" value={frame.asked.process} />}
        <input type="search" name="q" value={query} aria-label="Words to look for" autofocus={query === ''} />
        <button type="submit">Search</button>
      </form>
    </search>
    <p class="quiet hint">
      Words in “quotation marks” are a phrase, a star at the end of a word any ending. Narrow it with <code>in:statement</code>,{' '}
      <code>in:claim</code>, <code>kind:pressure</code>, <code>by:lavrov</code>, <code>since:2014-02-01</code>,{' '}
      <code>until:2014-02-05</code>.
    </p>
    {query === '' ? null : (
      <section class="block" aria-label="What was found">
        <h2>
          {total === 0 ? 'Nothing found' : `${total} found`}
          {total > hits.length && page === 1 ? `, the best ${hits.length} here` : ''}
        </h2>
        <ul>
          {hits.map((hit) => (
            <Hit hit={hit} frame={frame} />
          ))}
        </ul>
      </section>
    )}
    <Pager page={page} total={total} to={(other) => scoped('/search', frame.asked, { q: query, page: other })} />
  </Page>
);
