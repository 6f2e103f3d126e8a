// People: who may sign in, with what they may everywhere and in some processes; for an admin.
import type { FC } from 'hono/jsx';
import type { Token, User } from '../../terms/people.js';
import type { Process } from '../../terms/record.js';
import { address } from './addresses.js';
import { sayDate } from './day.js';
import type { Frame } from './frame.js';
import { GrantList, MarkChoice, RoleChoice, sayRights } from './rights-fields.js';
import { Page } from './shell.js';
import { TokenList } from './tokens-list.js';

const ProcessChoice: FC<{ id: string; processes: readonly Process[] }> = ({ id, processes }) => (
  <select id={id} name="process">
    <option value="">every process</option>
    {processes.map((process) => (
      <option value={process.id}>{process.name}</option>
    ))}
  </select>
);

const Rights: FC<{ id: string; processes: readonly Process[]; user: User | null }> = ({ id, processes, user }) => (
  <>
    <label for={`${id}-process`}>In</label>
    <ProcessChoice id={`${id}-process`} processes={processes} />
    <label for={`${id}-role`}>as</label>
    <RoleChoice id={`${id}-role`} name="role" chosen={user?.role ?? 'viewer'} none="nothing" />
    <label for={`${id}-clearance`}>up to</label>
    <MarkChoice id={`${id}-clearance`} name="clearance" chosen={user?.clearance ?? null} />
  </>
);

const One: FC<{ user: User; frame: Frame; id: string }> = ({ user, frame, id }) => {
  const path = `/people/${encodeURIComponent(user.name)}`;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id} class="person" dir="auto">
        {user.name}
      </h2>
      <p class="quiet">
        {[
          user.role !== null && user.clearance !== null
            ? `${sayRights({ role: user.role, clearance: user.clearance })} in every process`
            : null,
          user.role === null && user.grants.length === 0 ? 'may sign in, and nothing beside' : null,
          user.seen === null ? 'not signed in yet' : `last signed in ${sayDate(user.seen.slice(0, 10))}`,
          user.password ? null : 'no password',
          user.subject === null ? null : `signs in as ${user.subject}`,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <GrantList grants={user.grants} processes={frame.processes} />
      <details>
        <summary>Change</summary>
        <form class="inline" method="post" action={path}>
          <input type="hidden" name="token" value={frame.token} />
          <Rights id={id} processes={frame.processes} user={user} />
          <button type="submit">Change it</button>
        </form>
        <form class="inline" method="post" action={`${path}/password`}>
          <input type="hidden" name="token" value={frame.token} />
          <label for={`${id}-password`}>New password</label>
          <input
            id={`${id}-password`}
            name="password"
            type="password"
            minlength={12}
            maxlength={200}
            required
            autocomplete="new-password"
          />
          <button type="submit">Set it</button>
        </form>
        <form class="inline" method="post" action={`${path}/remove`}>
          <input type="hidden" name="token" value={frame.token} />
          <input type="checkbox" id={`${id}-sure`} name="sure" value="yes" required />
          <label for={`${id}-sure`}>Yes, let {user.name} in no more</label>
          <button type="submit" class="grave">
            Remove
          </button>
        </form>
      </details>
    </section>
  );
};

export const PeoplePage: FC<{ frame: Frame; users: readonly User[]; tokens: readonly Token[] }> = ({ frame, users, tokens }) => (
  <Page frame={frame} title="People" current="people" twin="/users.json">
    <div class="head">
      <h1>People</h1>
      {users.length === 0 ? (
        <p class="standfirst">
          Nobody has an account: whoever reaches this desk reads and changes everything. The first to be let in must be an admin of
          everything (admin, RED); from then on the desk asks everybody to sign in.
        </p>
      ) : (
        <p class="quiet">
          {users.length} {users.length === 1 ? 'person' : 'people'} · <a href={address('/audit')}>Who saw and changed what</a>
        </p>
      )}
    </div>
    {users.map((user, n) => (
      <One user={user} frame={frame} id={`user-${n + 1}`} />
    ))}
    {tokens.length === 0 ? null : (
      <section class="block" aria-labelledby="tokens">
        <h2 id="tokens">Tokens of their programs</h2>
        <TokenList tokens={tokens} token={frame.token} below="/people/tokens" users />
      </section>
    )}
    <section class="block" aria-labelledby="new">
      <h2 id="new">Let somebody in</h2>
      <form class="plain narrow" method="post" action="/people">
        <input type="hidden" name="token" value={frame.token} />
        <div class="field">
          <label for="name">Name</label>
          <input id="name" name="name" required maxlength={60} autocomplete="off" autocapitalize="none" spellcheck={false} dir="auto" />
        </div>
        <div class="field">
          <label for="new-process">In</label>
          <ProcessChoice id="new-process" processes={users.length === 0 ? [] : frame.processes} />
        </div>
        <div class="row">
          <div class="field">
            <label for="new-role">As</label>
            <RoleChoice id="new-role" name="role" chosen={users.length === 0 ? 'admin' : 'viewer'} />
          </div>
          <div class="field">
            <label for="new-clearance">Up to</label>
            <MarkChoice id="new-clearance" name="clearance" chosen={users.length === 0 ? 'RED' : 'GREEN'} />
          </div>
        </div>
        <div class="field">
          <label for="new-password">A first password, of 12 characters or more; none for those who sign in elsewhere</label>
          <input
            id="new-password"
            name="password"
            type="password"
            minlength={12}
            maxlength={200}
            required={users.length === 0}
            autocomplete="new-password"
          />
        </div>
        <div class="field">
          <label for="new-subject">Issuer and subject of OpenID Connect, with a space between; if any</label>
          <input id="new-subject" name="subject" maxlength={600} autocomplete="off" spellcheck={false} />
        </div>
        <button type="submit">Let them in</button>
      </form>
    </section>
  </Page>
);
