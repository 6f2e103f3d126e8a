// All reports, newest first, by the day they were published.
import type { FC } from 'hono/jsx';
import type { ReportSummary } from '../../terms/record.js';
import { reportAddress, scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { PAGE_SIZE, Pager, twinSlice } from './pager.js';
import { Page } from './shell.js';
import { Day } from './time.js';

const Row: FC<{ report: ReportSummary; later: boolean }> = ({ report, later }) => (
  <tr class={later ? 'later' : undefined}>
    <td class="small">{report.published === null ? 'day not known' : <Day date={report.published} />}</td>
    <td class="title" dir="auto">
      <a href={reportAddress(report.id)}>{report.title}</a>
    </td>
    <td class="small">{report.publisher ?? '–'}</td>
    <td class="figure small" data-label="statements">
      {report.statements}
    </td>
    <td class="figure small" data-label="claims">
      {report.claims}
    </td>
    <td class="figure small" data-label="not reviewed">
      {report.unread}
    </td>
  </tr>
);

export const ReportsPage: FC<{ frame: Frame; reports: readonly ReportSummary[]; total: number; page: number }> = ({
  frame,
  reports,
  total,
  page,
}) => {
  const isLater = ({ published }: ReportSummary): boolean =>
    frame.asOf !== undefined && published !== null && published.slice(0, 10) > frame.asOf;
  const later = reports.filter(isLater).length;
  return (
    <Page frame={frame} title="Reports" current="reports" twin={scoped('/reports.json', frame.asked, twinSlice(page))}>
      <div class="head">
        <h1>Reports</h1>
        <p class="quiet">
          {total} {total === 1 ? 'report' : 'reports'}, newest first
          {later > 0 && frame.asOf !== undefined ? (
            <>
              ; those later than <Day date={frame.asOf} /> are in lighter ink, the boards leave them out
            </>
          ) : null}
        </p>
      </div>
      {total === 0 ? (
        <p>
          Nothing here yet. <a href={scoped('/add', frame.asked)}>Add the first reports</a>.
        </p>
      ) : (
        <table class="list wide">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Report</th>
              <th scope="col">Outlet</th>
              <th scope="col" class="figure">
                Statements
              </th>
              <th scope="col" class="figure">
                Claims
              </th>
              <th scope="col" class="figure">
                Not reviewed
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <Row report={report} later={isLater(report)} />
            ))}
          </tbody>
        </table>
      )}
      <Pager page={page} total={total} to={(other) => scoped('/reports', frame.asked, { page: other })} />
      {total > PAGE_SIZE ? null : (
        <p class="after">
          <a href={scoped('/add', frame.asked)}>Add reports</a>
        </p>
      )}
    </Page>
  );
};
