// One report: its text with the lines found in it beside the paragraph they stand in; a line's number leads to its words and lights them.
import type { FC } from 'hono/jsx';
import type { ReportPage as Report, ReportSummary } from '../../terms/record.js';
import { actorAddress, address, reportAddress, scoped } from './addresses.js';
import { type Frame, may } from './frame.js';
import type { Orphans } from './orphans.js';
import { linesOfReport, type ReportLine } from './report-lines.js';
import { paragraphsWithLines, type TextParagraph } from './report-text.js';
import { actWord } from './say-claim.js';
import { Page } from './shell.js';
import { quoted, shorten, unquoted } from './shorten.js';
import { Day } from './time.js';

/** Longest quotation beside the text: the whole of it is lit in the text. */
const BESIDE_LENGTH = 110;

const Beside: FC<{ line: ReportLine; report: string; under: boolean; orphan: boolean }> = ({ line, report, under, orphan }) => (
  <li class={`line-${line.number} ${line.review}${under ? ' under' : ''}`} id={`line-${line.id}`}>
    <a class="go" href={reportAddress(report, line.id)}>
      <span class="n">{line.number}</span>
      <span class="says">
        {line.statement === null ? (
          <>
            {line.says}
            {line.speaker === null || under || line.says.startsWith(line.speaker) ? null : (
              <span class="voice"> (says {line.speaker})</span>
            )}
          </>
        ) : (
          <>
            {line.speaker ?? 'No source given'} {actWord(line.statement.act, line.speaker ?? '')}{' '}
            <span class="words" dir="auto">
              {quoted(shorten(unquoted(line.says), BESIDE_LENGTH))}
            </span>
            {line.statement.voice === 'anonymous' ? <span class="voice"> (not named)</span> : null}
          </>
        )}
        {line.byHand ? <span class="voice"> · made by hand</span> : null}
        {orphan ? <span class="voice"> · orphaned</span> : null}
      </span>
    </a>
    {line.read === null ? null : (
      <details class="small">
        <summary>the reader’s version</summary>
        <span dir="auto">{shorten(unquoted(line.read), BESIDE_LENGTH * 2)}</span>
      </details>
    )}
  </li>
);

/** Claims follow the statement they rest on; a claim that stands elsewhere says who says so. */
function isUnder(line: ReportLine, before: ReportLine | undefined): boolean {
  const voice = line.claim?.voice ?? null;
  return voice !== null && before !== undefined && (before.id === voice || before.claim?.voice === voice);
}

const Words: FC<{ paragraph: TextParagraph }> = ({ paragraph: { pieces } }) => (
  <>
    {pieces.map((piece) => (
      <>
        {piece.starts.map((line) => (
          <span class="anchor" id={line.id} data-n={line.number} />
        ))}
        {piece.lines.length === 0 ? piece.text : <span class={`w ${piece.lines.map((n) => `w${n}`).join(' ')}`}>{piece.text}</span>}
      </>
    ))}
  </>
);

const LinesBeside: FC<{ lines: readonly ReportLine[]; report: string; orphans: Orphans | null }> = ({ lines, report, orphans }) =>
  lines.length === 0 ? null : (
    <ul class="lines-beside">
      {lines.map((line, i) => (
        <Beside line={line} report={report} under={isUnder(line, lines[i - 1])} orphan={orphans?.lines.has(line.id) ?? false} />
      ))}
    </ul>
  );

const Paragraph: FC<{ paragraph: TextParagraph; report: string; orphans: Orphans | null }> = ({ paragraph, report, orphans }) => (
  <div class={`paragraph ${paragraph.part}`}>
    <p class="text" dir="auto">
      <Words paragraph={paragraph} />
    </p>
    <LinesBeside lines={paragraph.beside} report={report} orphans={orphans} />
  </div>
);

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const Credit: FC<{ page: Report; frame: Frame }> = ({ page: { summary, report, sightings }, frame }) => (
  <p class="credit">
    {summary.publisher ?? 'Outlet not known'}
    {summary.published === null ? ' · day not known' : ' · '}
    {summary.published === null ? null : <Day date={summary.published} />}
    {report.byline === undefined ? '' : ` · ${report.byline}`}
    {summary.dateline === null ? '' : ` · ${summary.dateline}`}
    {summary.credit === null ? '' : ` · origin: ${summary.credit}`}
    {sightings.length > 1 ? ` · seen ${sightings.length} times` : ''}
    {report.url === undefined || !/^https?:\/\//i.test(report.url) ? null : (
      <>
        {' · '}
        <a href={report.url} rel="noreferrer external">
          where it stood
        </a>
      </>
    )}
    <br />
    {summary.statements + summary.claims === 0
      ? 'no statements or claims found'
      : `${plural(summary.statements, 'statement', 'statements')}, ${plural(summary.claims, 'claim', 'claims')}, ${
          summary.unread > 0 ? `${summary.unread} not reviewed` : 'all reviewed'
        }`}{' '}
    · TLP:{summary.mark}
    {summary.grade === null ? '' : ` · graded ${summary.grade.reliability}${summary.grade.credibility}`}
    {summary.processes.length === 0
      ? ' · in no process yet'
      : frame.processes.length > 1
        ? ` · in ${frame.processes
            .filter(({ id }) => summary.processes.includes(id))
            .map(({ name }) => name)
            .join(', ')}`
        : ''}
  </p>
);

const People: FC<{ page: Report }> = ({ page: { reading, actors } }) => {
  if (reading === null) return null;
  const known = reading.actors.flatMap(({ id, names }) => {
    const record = actors[id] ?? actors[names[0] ?? ''];
    return record === undefined || names[0] === undefined ? [] : [{ record, name: names[0] }];
  });
  if (known.length === 0) return null;
  return (
    <section class="block" aria-labelledby="named">
      <h2 id="named">Who is meant</h2>
      <p>
        {known.map(({ record, name }, i) => (
          <>
            {i > 0 ? ' · ' : ''}
            <a href={actorAddress(record)}>{name}</a>
          </>
        ))}
      </p>
    </section>
  );
};

const Handling: FC<{ summary: ReportSummary; frame: Frame }> = ({ summary, frame }) => {
  const others = frame.processes.filter(({ id }) => !summary.processes.includes(id));
  return !may(frame, 'editor') ? null : (
    <section class="block screen-only" aria-labelledby="handling">
      <h2 id="handling">This report</h2>
      {frame.admin && !['CLEAR', 'GREEN'].includes(summary.mark) ? (
        <p class="small">
          <a href={address('/audit', { report: summary.id })}>Who saw and changed it</a>
        </p>
      ) : null}
      <div class="form">
        {others.length === 0 ? null : (
          <form class="inline" method="post" action={`${reportAddress(summary.id)}/file`}>
            <input type="hidden" name="token" value={frame.token} />
            <label for="into">File it also under</label>
            <select id="into" name="process">
              {others.map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
            </select>
            <button type="submit">File</button>
          </form>
        )}{' '}
        <form class="inline" method="post" action={`${reportAddress(summary.id)}/remove`}>
          <input type="hidden" name="token" value={frame.token} />
          <input type="checkbox" id="sure" name="sure" value="yes" required />
          <label for="sure">Yes, remove this report and all its lines</label>
          <button type="submit" class="grave">
            Remove
          </button>
        </form>
      </div>
    </section>
  );
};

export const ReportView: FC<{ frame: Frame; page: Report; orphans: Orphans | null }> = ({ frame, page, orphans }) => {
  const { summary, report, reading } = page;
  const lines = linesOfReport(page);
  const paragraphs = paragraphsWithLines(report, lines);
  const [first, ...others] = paragraphs;
  // The headline of the text is the title of the page, with the lines that rest on it beside it.
  const opening = first !== undefined && report.text.slice(first.start, first.end).trim() === summary.title.trim() ? first : null;
  return (
    <Page
      frame={frame}
      title={shorten(summary.title, 80)}
      current="reports"
      twin={`${reportAddress(summary.id)}.json`}
      styles={lines.length === 0 ? [] : [`/lit/${Math.ceil(lines.length / 50) * 50}.css`]}
    >
      {reading === null || (reading.language !== undefined && reading.language !== 'en') ? (
        <p class="message">This report is in another language than English and is kept unread. Add a translation to have it read.</p>
      ) : null}
      {orphans === null ? null : (
        <p class="message">
          What stood at this address has changed: <a href={reportAddress(orphans.by)}>the newer text</a> no longer has the words of{' '}
          {plural(orphans.lines.size, 'line', 'lines')} at their place. They are marked as orphaned, and stay with this text.
        </p>
      )}
      <div class="report-text">
        <div class="paragraph opening">
          <div>
            <h1 dir="auto">{opening === null ? summary.title : <Words paragraph={opening} />}</h1>
            <Credit page={page} frame={frame} />
          </div>
          <LinesBeside lines={opening?.beside ?? []} report={summary.id} orphans={orphans} />
        </div>
        {(opening === null ? paragraphs : others).map((paragraph) => (
          <Paragraph paragraph={paragraph} report={summary.id} orphans={orphans} />
        ))}
      </div>
      <p class="quiet">
        {summary.unread > 0 ? (
          <>
            <a href={scoped('/read', frame.asked, { report: summary.id })}>Review this report</a> ·{' '}
          </>
        ) : null}
        <a href={scoped('/reports', frame.asked)}>All reports</a>. What stands in [brackets] is carried over from elsewhere in the report.
      </p>
      <People page={page} />
      <Handling summary={summary} frame={frame} />
    </Page>
  );
};
