// The log of who saw and changed what is marked above GREEN, and of who let whom in; for an admin.
import type { FC } from 'hono/jsx';
import type { AuditEntry } from '../../terms/people.js';
import { address, reportAddress } from './addresses.js';
import type { Frame } from './frame.js';
import { Pager, twinSlice } from './pager.js';
import { Page } from './shell.js';

export interface AuditAsked {
  readonly by?: string | undefined;
  readonly report?: string | undefined;
}

export const AuditPage: FC<{ frame: Frame; entries: readonly AuditEntry[]; total: number; page: number; asked: AuditAsked }> = ({
  frame,
  entries,
  total,
  page,
  asked,
}) => (
  <Page frame={frame} title="Who saw what" current="people" twin={address('/audit.json', { ...asked, ...twinSlice(page) })}>
    <div class="head">
      <h1>Who saw and changed what</h1>
      <p class="quiet">
        Of what is marked above GREEN, and who let whom in; {total} {total === 1 ? 'line' : 'lines'}, the newest first. The same look within
        ten minutes is one.
      </p>
    </div>
    <search>
      <form class="searchbox" method="get" action="/audit">
        {asked.report === undefined ? null : <input type="hidden" name="report" value={asked.report} />}
        <input type="search" name="by" value={asked.by ?? ''} aria-label="Name of somebody" placeholder="Name of somebody" />
        <button type="submit">Find</button>
      </form>
    </search>
    {entries.length === 0 ? (
      <p>Nothing is noted.</p>
    ) : (
      <table class="list wide">
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">Who</th>
            <th scope="col">Did</th>
            <th scope="col">What</th>
            <th scope="col">Mark</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, by, did, what, report, process, mark, reports }) => (
            <tr>
              <td class="small">
                <time datetime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
              </td>
              <td dir="auto">
                <a href={address('/audit', { by })}>{by}</a>
              </td>
              <td class="small">{did}</td>
              <td class="what" dir="auto">
                {what}
                {report === null ? null : (
                  <>
                    {' '}
                    <a href={reportAddress(report)}>{report}</a>
                  </>
                )}
                {process === null ? null : ` in ${process}`}
                {reports === null ? null : ` (${reports} ${reports === 1 ? 'report' : 'reports'})`}
              </td>
              <td class="small">{mark ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <Pager page={page} total={total} to={(other) => address('/audit', { ...asked, page: other })} />
  </Page>
);
