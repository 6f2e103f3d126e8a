// Who: everybody and everything the reports name, the most often meant first.
import type { FC } from 'hono/jsx';
import type { ActorSummary } from '../../terms/record.js';
import { actorAddress, scoped } from './addresses.js';
import type { Frame } from './frame.js';
import { Pager, twinSlice } from './pager.js';
import { Page } from './shell.js';
import { shorten } from './shorten.js';

export const WhoPage: FC<{ frame: Frame; actors: readonly ActorSummary[]; total: number; page: number; named: string }> = ({
  frame,
  actors,
  total,
  page,
  named,
}) => (
  <Page
    frame={frame}
    title="Who"
    current="who"
    twin={scoped('/who.json', { process: frame.asked.process }, { named, until: frame.asOf, ...twinSlice(page) })}
  >
    <div class="head">
      <h1>Who</h1>
      <p class="quiet">
        {total} {total === 1 ? 'actor' : 'actors'}
        {named === '' ? ', the most often meant first' : ` with “${named}” in a name`}
      </p>
    </div>
    <search>
      <form class="searchbox" method="get" action="/who">
        {frame.asked.process === undefined ? null : <input type="hidden" name="process" value={frame.asked.process} />}
        <input type="search" name="named" value={named} aria-label="Part of a name" placeholder="Part of a name" />
        <button type="submit">Find</button>
      </form>
    </search>
    {total === 0 ? (
      <p>{named === '' ? 'Nobody is known yet.' : 'Nobody of this name is known.'}</p>
    ) : (
      <table class="list wide">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Also named</th>
            <th scope="col" class="figure">
              Reports
            </th>
            <th scope="col" class="figure">
              Statements
            </th>
            <th scope="col" class="figure">
              Claims
            </th>
          </tr>
        </thead>
        <tbody>
          {actors.map((actor) => (
            <tr>
              <td dir="auto">
                <a href={actorAddress(actor.id)}>{actor.name}</a>
              </td>
              <td class="small">
                {actor.kind}
                {actor.country === null ? '' : `, ${actor.country}`}
              </td>
              <td class="also" dir="auto">
                {shorten(actor.names.filter((name) => name !== actor.name).join(' · '), 90)}
              </td>
              <td class="figure small" data-label="reports">
                {actor.reports}
              </td>
              <td class="figure small" data-label="statements">
                {actor.statements}
              </td>
              <td class="figure small" data-label="claims">
                {actor.claims}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <Pager page={page} total={total} to={(other) => scoped('/who', frame.asked, { named, page: other })} />
  </Page>
);
