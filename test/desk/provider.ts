// A small real provider of OpenID Connect: discovery, authorization, token and keys over HTTP, with tokens signed by RS256; it can be told to lie.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Provider {
  readonly issuer: string;
  /** Who is signed in there. */
  subject: string;
  /** What its tokens are to have otherwise. */
  lie: 'none' | 'nonce' | 'audience' | 'issuer' | 'expired' | 'signature' | 'no token';
  close(): Promise<void>;
}

export const CLIENT = { id: 'parley', secret: 'the client secret' };

const text = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
};
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function openProvider(): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string; subject: string }>();
  let issuer = '';
  const state: Pick<Provider, 'subject' | 'lie'> = { subject: 'nobody', lie: 'none' };

  const tokenFor = (nonce: string, subject: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: state.lie === 'issuer' ? 'https://other.example' : issuer,
      sub: subject,
      aud: state.lie === 'audience' ? 'another client' : CLIENT.id,
      nonce: state.lie === 'nonce' ? 'another nonce' : nonce,
      iat: now - (state.lie === 'expired' ? 4000 : 0),
      exp: now + (state.lie === 'expired' ? -3600 : 300),
    };
    const head = `${encoded({ alg: 'RS256', kid: 'k1' })}.${encoded(claims)}`;
    const key = state.lie === 'signature' ? other.privateKey : privateKey;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(key).toString('base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const asked = (name: string): string => url.searchParams.get(name) ?? '';
      if (asked('client_id') !== CLIENT.id || asked('code_challenge_method') !== 'S256' || !asked('scope').split(' ').includes('openid'))
        return json({ error: 'invalid_request' }, 400);
      const code = randomBytes(16).toString('hex');
      const redirect = asked('redirect_uri');
      codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), redirect, subject: state.subject });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked('state'));
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    if (url.pathname === '/token') {
      const form = new URLSearchParams(await text(request));
      const known = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const fits =
        form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret && form.get('redirect_uri') === known?.redirect;
      if (!known || !fits || proof !== known.challenge) return json({ error: 'invalid_grant' }, 400);
      const token = { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300 };
      return json(state.lie === 'no token' ? token : { ...token, id_token: tokenFor(known.nonce, known.subject) });
    }
    json({ error: 'not_found' }, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
