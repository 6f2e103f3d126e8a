// Sign-in: a name and a password, or the way to the provider that vouches for people.
import type { FC } from 'hono/jsx';
import type { ParleyError } from '../../terms/errors.js';
import { address } from './addresses.js';
import type { Frame } from './frame.js';
import { Page } from './shell.js';

interface SignIn {
  readonly frame: Frame;
  /** Where to go afterwards. */
  readonly to: string | undefined;
  /** The name that was tried. */
  readonly name: string;
  readonly error: ParleyError | null;
  /** What the provider of OpenID Connect is called; null where there is none. */
  readonly provider: string | null;
}

export const SignInPage: FC<SignIn> = ({ frame, to, name, error, provider }) => (
  <Page frame={frame} title="Sign in" current={null}>
    <div class="head">
      <h1>Sign in</h1>
    </div>
    {error === null ? null : (
      <p class="message" role="alert">
        {error.message} {error.next}
      </p>
    )}
    <form class="plain narrow" method="post" action="/sign-in">
      <input type="hidden" name="token" value={frame.token} />
      {to === undefined ? null : <input type="hidden" name="to" value={to} />}
      <div class="field">
        <label for="name">Name</label>
        <input
          id="name"
          name="name"
          value={name}
          required
          maxlength={100}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
        />
      </div>
      <div class="field">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" required maxlength={200} autocomplete="current-password" />
      </div>
      <button type="submit">Sign in</button>
    </form>
    {provider === null ? null : (
      <p class="after">
        <a href={address('/sign-in/openid', { to })}>Sign in with {provider}</a>
      </p>
    )}
  </Page>
);
