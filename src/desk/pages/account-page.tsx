// The account of whoever is signed in: what they may, their password, the tokens of their programs, signing out.
import type { FC } from 'hono/jsx';
import type { ReaderOf } from '../../terms/marks.js';
import type { MadeToken, Token } from '../../terms/people.js';
import type { Frame } from './frame.js';
import { GrantList, MarkChoice, RoleChoice, sayRights } from './rights-fields.js';
import { Page } from './shell.js';
import { TokenList } from './tokens-list.js';

interface Account {
  readonly frame: Frame;
  readonly reader: ReaderOf;
  readonly tokens: readonly Token[];
  /** One that was made just now, whose secret is shown this once. */
  readonly made: MadeToken | null;
  readonly passwordSet: boolean;
}

export const AccountPage: FC<Account> = ({ frame, reader: { reader, role, clearance, grants = [] }, tokens, made, passwordSet }) => (
  <Page frame={frame} title="Account" current="account" twin="/account.json">
    <div class="head">
      <h1 dir="auto">{reader}</h1>
      <p class="quiet">
        {role != null && clearance !== null ? `${sayRights({ role, clearance })} in every process` : null}
        {clearance === null && grants.length === 0 ? 'You may sign in, and nothing yet beside.' : null}
      </p>
      <GrantList grants={grants} processes={frame.processes} />
    </div>
    {passwordSet ? (
      <p class="message good" role="status">
        The password is changed; you are signed out everywhere else.
      </p>
    ) : null}
    {made === null ? null : (
      <div class="message good" role="status">
        <p>The token “{made.label}”. It is shown this once; what is kept of it does not give it back:</p>
        <p>
          <code class="secret">{made.secret}</code>
        </p>
      </div>
    )}
    <section class="block" aria-labelledby="out">
      <h2 id="out">This browser</h2>
      <form class="inline" method="post" action="/sign-out">
        <input type="hidden" name="token" value={frame.token} />
        <button type="submit">Sign out</button>
      </form>
    </section>
    <section class="block" aria-labelledby="pass">
      <h2 id="pass">Password</h2>
      <form class="plain narrow" method="post" action="/account/password">
        <input type="hidden" name="token" value={frame.token} />
        <input type="hidden" name="username" value={reader} autocomplete="username" />
        <div class="field">
          <label for="before">The one you have</label>
          <input id="before" name="before" type="password" required maxlength={200} autocomplete="current-password" />
        </div>
        <div class="field">
          <label for="after">A new one, of 12 characters or more</label>
          <input id="after" name="after" type="password" required minlength={12} maxlength={200} autocomplete="new-password" />
        </div>
        <button type="submit">Change it</button>
      </form>
    </section>
    <section class="block" aria-labelledby="tokens">
      <h2 id="tokens">Tokens of your programs</h2>
      <p class="quiet">A program that sends one (Authorization: Bearer) does what you may, and no more than the token says.</p>
      <TokenList tokens={tokens} token={frame.token} below="/account/tokens" users={false} />
      <form class="plain narrow after" method="post" action="/account/tokens">
        <input type="hidden" name="token" value={frame.token} />
        <div class="field">
          <label for="label">What it is for</label>
          <input id="label" name="label" required maxlength={100} autocomplete="off" dir="auto" />
        </div>
        <div class="row">
          <div class="field">
            <label for="role">At most</label>
            <RoleChoice id="role" name="role" chosen="viewer" />
          </div>
          <div class="field">
            <label for="clearance">Up to</label>
            <MarkChoice id="clearance" name="clearance" chosen="GREEN" />
          </div>
        </div>
        <div class="field">
          <label for="days">For how many days</label>
          <input id="days" name="days" type="number" min={1} max={3650} value={365} required />
        </div>
        <button type="submit">Make it</button>
      </form>
    </section>
  </Page>
);

/** Before anybody has an account. */
export const NoAccountPage: FC<{ frame: Frame }> = ({ frame }) => (
  <Page frame={frame} title="Account" current="account" twin="/account.json">
    <div class="head">
      <h1>Nobody has an account</h1>
      <p class="standfirst">Whoever reaches this desk, which is this machine alone, is the equal of its owner.</p>
    </div>
    <p>
      <a href="/people">Let somebody in</a>, and the desk asks everybody to sign in.
    </p>
  </Page>
);
