// Sign-in by a provider of OpenID Connect (Core 1.0): the code flow with PKCE, state and nonce; what counts is the subject that it vouches for.
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { ParleyError } from '../../terms/errors.js';
import type { DeskEnv } from '../api/env.js';
import { sameSecret } from '../api/guard.js';
import { cookie } from './cookies.js';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** What people call the provider. */
  readonly name: string;
}

export interface OpenId {
  readonly name: string;
  /** What the provider says of itself; asked for once it is needed, and again after it failed. */
  config(): Promise<Configuration>;
}

/** The settings in the environment, or null where there are none. Throws `bad-option` where one of the three is missing or the issuer is no https address. */
export function openIdSettings(env: Readonly<Record<string, string | undefined>>): OpenIdSettings | null {
  const { PARLEY_OPENID_ISSUER: issuer, PARLEY_OPENID_CLIENT: client, PARLEY_OPENID_SECRET: secret, PARLEY_OPENID_NAME: name } = env;
  if (!issuer && !client && !secret) return null;
  if (!issuer || !client || !secret)
    throw new ParleyError('bad-option', 'PARLEY_OPENID_ISSUER, PARLEY_OPENID_CLIENT and PARLEY_OPENID_SECRET go together');
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null || (url.protocol !== 'https:' && !isLocal(url))) throw new ParleyError('bad-option', `PARLEY_OPENID_ISSUER=${issuer}`);
  return { issuer, client, secret, name: name || url.hostname };
}

/** In the clear a provider is asked on this machine alone. */
const isLocal = (url: URL): boolean => url.protocol === 'http:' && /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/.test(url.hostname);

export function openIdOf({ issuer, client, secret, name }: OpenIdSettings): OpenId {
  let known: Promise<Configuration> | null = null;
  const ask = async (): Promise<Configuration> => {
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client');
    const url = new URL(issuer);
    try {
      // The signature of a token is checked also where it comes from the provider itself, over TLS.
      const execute = [enableNonRepudiationChecks, ...(isLocal(url) ? [allowInsecureRequests] : [])];
      return await discovery(url, client, secret, undefined, { timeout: 10, execute });
    } catch (error) {
      known = null;
      throw new ParleyError('fetch-failed', issuer, { cause: error });
    }
  };
  return {
    name,
    config: () => {
      known ??= ask();
      return known;
    },
  };
}

const COOKIE = 'parley-openid';
/** How long somebody may take at the provider, in seconds. */
const PATIENCE = 600;
const PATH = '/sign-in/openid';

const underWaySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string().optional(),
  until: z.number(),
});
type UnderWay = z.infer<typeof underWaySchema>;

const proofOf = (secret: string, text: string): string => createHmac('sha256', secret).update(`openid ${text}`).digest('base64url');

/** The cookie is sent along when the provider sends the browser back, so that it can't be Strict. */
function keep(c: Context<DeskEnv>, secret: string, underWay: UnderWay): void {
  const text = Buffer.from(JSON.stringify(underWay)).toString('base64url');
  setCookie(c, COOKIE, `${text}.${proofOf(secret, text)}`, { ...cookie(c, 'Lax', PATIENCE), path: PATH });
}

function kept(c: Context<DeskEnv>, secret: string): UnderWay | null {
  const [text = '', proof = ''] = (getCookie(c, COOKIE) ?? '').split('.');
  setCookie(c, COOKIE, '', { ...cookie(c, 'Lax', 0), path: PATH });
  if (text === '' || !sameSecret(proof, proofOf(secret, text))) return null;
  const underWay = underWaySchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  return underWay.until > Date.now() ? underWay : null;
}

/** The address of a request as a browser sees it. */
function seenUrl(c: Context<DeskEnv>): URL {
  const url = new URL(c.req.url);
  if (c.var.https) url.protocol = 'https:';
  return url;
}

/** The address at the provider to go to. Throws `fetch-failed`. */
export async function openIdStart(c: Context<DeskEnv>, openid: OpenId, secret: string, to: string | undefined): Promise<string> {
  const config = await openid.config();
  const client = await import('openid-client');
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  keep(c, secret, { state, nonce, verifier, until: Date.now() + PATIENCE * 1000, ...(to !== undefined && { to }) });
  return client.buildAuthorizationUrl(config, {
    redirect_uri: new URL(`${PATH}/back`, seenUrl(c)).href,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href;
}

/** Whom the provider vouches for: issuer and subject, with a space between. Throws `wrong-sign-in` where it does not, or not for what was asked here. */
export async function openIdBack(
  c: Context<DeskEnv>,
  openid: OpenId,
  secret: string,
): Promise<{ readonly subject: string; readonly to: string | undefined }> {
  const underWay = kept(c, secret);
  if (underWay === null) throw new ParleyError('wrong-sign-in', 'it was begun elsewhere, or took too long');
  const config = await openid.config();
  const { authorizationCodeGrant } = await import('openid-client');
  try {
    // The code, the signature and the claims of the token are checked here: issuer, audience, nonce, times.
    const tokens = await authorizationCodeGrant(config, seenUrl(c), {
      expectedState: underWay.state,
      expectedNonce: underWay.nonce,
      pkceCodeVerifier: underWay.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('no ID token');
    return { subject: `${claims.iss} ${claims.sub}`, to: underWay.to };
  } catch (error) {
    throw new ParleyError('wrong-sign-in', `${openid.name} did not vouch for you`, { cause: error });
  }
}
