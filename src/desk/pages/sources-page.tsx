// Sources: the outlets with their reports and grades, and which reports are one dispatch.
import type { FC } from 'hono/jsx';
import type { ReportSummary } from '../../terms/record.js';
import type { OriginsSheet } from '../../terms/study.js';
import type { Watch } from '../../terms/watching.js';
import { reportAddress, scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { Page } from './shell.js';
import { Day } from './time.js';
import { Watched } from './watched.js';

interface Outlet {
  readonly name: string | null;
  readonly reports: readonly ReportSummary[];
}

function outletsOf(reports: readonly ReportSummary[]): readonly Outlet[] {
  const found = new Map<string | null, ReportSummary[]>();
  for (const report of reports) found.set(report.publisher, [...(found.get(report.publisher) ?? []), report]);
  return [...found].map(([name, of]) => ({ name, reports: of })).sort((a, b) => b.reports.length - a.reports.length);
}

const gradesOf = (reports: readonly ReportSummary[]): string =>
  [...new Set(reports.flatMap(({ grade }) => (grade === null ? [] : [`${grade.reliability}${grade.credibility}`])))].sort().join(', ');

const Copies: FC<{ origins: OriginsSheet['origins']; byId: ReadonlyMap<string, ReportSummary> }> = ({ origins, byId }) => (
  <section class="block" aria-labelledby="origins">
    <h2 id="origins">One dispatch in several outlets</h2>
    {origins.length === 0 ? <p class="quiet">No report is a copy of another.</p> : null}
    <ul>
      {origins.map(({ reports }) => {
        const known = reports.flatMap((id) => byId.get(id) ?? []);
        const [first, ...copies] = known;
        return first === undefined ? null : (
          <li class="line">
            <a class="words" href={reportAddress(first.id)} dir="auto">
              {first.title}
            </a>
            <span class="quiet">
              {' '}
              {first.publisher ?? 'outlet not known'}
              {first.published === null ? null : (
                <>
                  , <Day date={first.published} />
                </>
              )}
            </span>
            <ul class="copies">
              {copies.map((copy) => (
                <li class="small">
                  {copy.publisher ?? 'outlet not known'}
                  {copy.published === null ? null : (
                    <>
                      , <Day date={copy.published} />
                    </>
                  )}
                  :{' '}
                  <a href={reportAddress(copy.id)} dir="auto">
                    {copy.title}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  </section>
);

interface Sources {
  readonly frame: Frame;
  readonly reports: readonly ReportSummary[];
  readonly sheet: OriginsSheet;
  readonly watches: readonly Watch[];
}

export const SourcesPage: FC<Sources> = ({ frame, reports, sheet, watches }) => {
  const outlets = outletsOf(reports);
  const several = sheet.origins.filter((origin) => origin.reports.length > 1);
  return (
    <Page frame={frame} title="Sources" current="sources" twin={scoped('/origins.json', frame.asked)}>
      <div class="head">
        <h1>Sources</h1>
        <p class="quiet">
          {reports.length} {reports.length === 1 ? 'report' : 'reports'} from {outlets.length} {outlets.length === 1 ? 'outlet' : 'outlets'}
          ; a wire story counts once
        </p>
      </div>
      <section class="block" aria-labelledby="outlets">
        <h2 id="outlets">Outlets</h2>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col" class="figure">
                Reports
              </th>
              <th scope="col" class="figure">
                Claims
              </th>
              <th scope="col">Grades</th>
              <th scope="col">Latest</th>
            </tr>
          </thead>
          <tbody>
            {outlets.map(({ name, reports: of }) => {
              const latest = of.flatMap(({ published }) => published ?? []).sort();
              const day = latest[latest.length - 1];
              return (
                <tr>
                  <td dir="auto">{name ?? 'not known'}</td>
                  <td class="figure small" data-label="reports">
                    {of.length}
                  </td>
                  <td class="figure small" data-label="claims">
                    {of.reduce((sum, { claims }) => sum + claims, 0)}
                  </td>
                  <td class="small">{gradesOf(of) || 'not graded'}</td>
                  <td class="small">{day === undefined ? '–' : <Day date={day} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Watched watches={watches} frame={frame} />
      <Copies origins={several} byId={new Map(reports.map((report) => [report.id, report]))} />
    </Page>
  );
};
