// Sign-in by OpenID Connect against a real provider: who is vouched for gets in as the user of that subject, and no lie of a token does.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openIdOf, openIdSettings } from '../../src/desk/access/openid.js';
import { createDesk } from '../../src/desk/desk.js';
import { type Browser, openBrowser } from './browser.js';
import { type DeskOfTest, openDesk } from './desk-of-test.js';
import { CLIENT, openProvider, type Provider } from './provider.js';

describe('sign-in by OpenID Connect', () => {
  let desk: DeskOfTest;
  let provider: Provider;
  let app: ReturnType<typeof createDesk>;
  before(async () => {
    desk = await openDesk({}, { empty: true });
    provider = await openProvider();
    await desk.parley.people.add({ name: 'anna', role: 'admin', clearance: 'RED' });
    await desk.parley.people.add({ name: 'ben', role: 'viewer', clearance: 'GREEN', subject: `${provider.issuer} sub-of-ben` });
    const settings = openIdSettings({
      PARLEY_OPENID_ISSUER: provider.issuer,
      PARLEY_OPENID_CLIENT: CLIENT.id,
      PARLEY_OPENID_SECRET: CLIENT.secret,
      PARLEY_OPENID_NAME: 'the ministry',
    });
    assert.ok(settings);
    app = createDesk(desk.parley, { openid: openIdOf(settings), onFault: () => {} });
  });
  after(async () => {
    await desk.close();
    await provider.close();
  });

  /** The address that the provider sends the browser back to. */
  async function throughProvider(browser: Browser, to = ''): Promise<string> {
    const start = await browser.get(`/sign-in/openid${to}`);
    assert.equal(start.status, 303);
    const there = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
    return there.headers.get('location') ?? '';
  }

  it('lets in the user of the subject, and on to the page that was asked for', async () => {
    const browser = openBrowser(app);
    assert.match(
      await (await browser.get('/sign-in?to=/due')).text(),
      /href="\/sign-in\/openid\?to=%2Fdue"[^>]*>Sign in with the ministry/,
    );
    provider.subject = 'sub-of-ben';
    const back = await throughProvider(browser, '?to=/due');
    const entered = await browser.get(back);
    assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/due']);
    assert.match(await (await browser.get('/account')).text(), /<h1[^>]*>ben<\/h1>/);
    const [line] = (await desk.parley.audit({ by: 'ben' })).items;
    assert.match(line?.what ?? '', /by http:\/\/127\.0\.0\.1:\d+ sub-of-ben from/);
    const again = await browser.get(back);
    assert.equal(again.status, 401, 'an answer of the provider serves once');
  });

  it('lets in nobody whom no user stands for, and tells the subject', async () => {
    provider.subject = 'a stranger';
    const browser = openBrowser(app);
    const refused = await browser.get(await throughProvider(browser));
    assert.equal(refused.status, 401);
    assert.match(await refused.text(), /nobody here signs in as http:\/\/127\.0\.0\.1:\d+ a stranger/);
    assert.equal(browser.cookies.has('parley-session'), false);
  });

  it('believes no answer that was asked for elsewhere, or changed on the way', async () => {
    provider.subject = 'sub-of-ben';
    const browser = openBrowser(app);
    const back = await throughProvider(browser);
    assert.equal((await openBrowser(app).get(back)).status, 401, 'another browser');
    const changed = new URL(back);
    changed.searchParams.set('state', 'another');
    assert.equal((await browser.get(changed.href)).status, 401, 'another state');
    const code = await throughProvider(browser);
    const guessed = new URL(code);
    guessed.searchParams.set('code', 'guessed');
    assert.equal((await browser.get(guessed.href)).status, 401, 'another code');
    const other = openBrowser(app);
    const mine = new URL(await throughProvider(browser));
    const theirs = new URL(await throughProvider(other));
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    assert.equal((await browser.get(mine.href)).status, 401, 'the code of another browser lacks its proof (PKCE)');
    const forged = openBrowser(app);
    const fresh = await throughProvider(forged);
    forged.cookies.set('parley-openid', `${forged.cookies.get('parley-openid')}x`);
    assert.equal((await forged.get(fresh)).status, 401, 'a forged cookie');
  });

  it('believes no token that is for others, old, or signed by others', async () => {
    for (const lie of ['nonce', 'audience', 'issuer', 'expired', 'signature', 'no token'] as const) {
      provider.lie = lie;
      provider.subject = 'sub-of-ben';
      const browser = openBrowser(app);
      const refused = await browser.get(await throughProvider(browser));
      assert.equal(refused.status, 401, lie);
      assert.equal(browser.cookies.has('parley-session'), false, lie);
    }
    provider.lie = 'none';
  });

  it('takes whole settings only, and https beyond this machine', async () => {
    assert.equal(openIdSettings({}), null);
    const whole = { PARLEY_OPENID_ISSUER: 'https://id.example.org', PARLEY_OPENID_CLIENT: 'a', PARLEY_OPENID_SECRET: 'b' };
    assert.equal(openIdSettings(whole)?.name, 'id.example.org');
    for (const wrong of [{ PARLEY_OPENID_CLIENT: '' }, { PARLEY_OPENID_ISSUER: 'http://id.example.org' }, { PARLEY_OPENID_ISSUER: 'id' }])
      assert.throws(() => openIdSettings({ ...whole, ...wrong }), { code: 'bad-option' });
    const without = createDesk(desk.parley, { onFault: () => {} });
    assert.equal((await without.request('/sign-in/openid')).status, 404);
    const gone = openIdOf({ issuer: 'http://127.0.0.1:1', client: 'a', secret: 'b', name: 'gone' });
    const down = createDesk(desk.parley, { openid: gone, onFault: () => {} });
    assert.equal((await down.request('/sign-in/openid')).status, 502);
  });
});
