// Signing in and out at the desk: who gets in, how long, who has to wait, and what a session, a form and a token are worth.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDesk } from '../../src/desk/desk.js';
import { ParleyError } from '../../src/parley.js';
import { openBrowser } from './browser.js';
import { type DeskOfTest, openDesk } from './desk-of-test.js';

const PASSWORD = 'a long enough password';

describe('the first start', () => {
  it('asks nobody to sign in on this machine, and lets nobody in from others', async () => {
    const desk = await openDesk({}, { empty: true });
    try {
      assert.equal((await desk.page('/today')).status, 200);
      const others = createDesk(desk.parley, { loopback: false, secret: 'for tests' });
      const refused = await others.request('http://192.168.1.4/today', { headers: { accept: 'text/html' } });
      assert.equal(refused.status, 403);
      assert.match(await refused.text(), /nobody has an account/);
      const proxied = createDesk(desk.parley, { loopback: false, open: true, secret: 'for tests' });
      assert.equal((await proxied.request('http://192.168.1.4/today')).status, 200);
      // The first account is made on the page of people, and must be able to let others in.
      const browser = openBrowser(createDesk(desk.parley, { secret: 'for tests' }));
      const viewer = { name: 'anna', role: 'viewer', clearance: 'RED', password: PASSWORD };
      assert.equal((await browser.post('/people', viewer)).status, 409);
      assert.equal((await browser.post('/people', { ...viewer, role: 'admin', password: 'too short' })).status, 400);
      assert.equal((await browser.post('/people', { ...viewer, role: 'admin' })).status, 303);
      assert.deepEqual((await browser.get('/people')).headers.get('location'), '/sign-in?to=%2Fpeople');
      assert.equal((await others.request('http://192.168.1.4/today', { headers: { accept: 'text/html' } })).status, 303);
    } finally {
      await desk.close();
    }
  });
});

describe('signing in', () => {
  let desk: DeskOfTest;
  let app: ReturnType<typeof createDesk>;
  before(async () => {
    desk = await openDesk();
    await desk.parley.people.add({ name: 'Anna Berg', role: 'admin', clearance: 'RED' }, PASSWORD);
    await desk.parley.people.add({ name: 'ben', role: 'viewer', clearance: 'GREEN' }, PASSWORD);
    app = createDesk(desk.parley, { proxy: true, onFault: () => {} });
  });
  after(() => desk.close());
  const from = (address: string): { 'x-forwarded-for': string } => ({ 'x-forwarded-for': address });

  it('leads to the page that was asked for, and to no other site', async () => {
    const browser = openBrowser(app, from('10.1.0.1'));
    assert.equal((await browser.get('/due?process=norland-talks')).headers.get('location'), '/sign-in?to=%2Fdue%3Fprocess%3Dnorland-talks');
    const entered = await browser.post('/sign-in', { name: 'anna berg', password: PASSWORD, to: '/due?process=norland-talks' });
    assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/due?process=norland-talks']);
    const set = entered.headers.getSetCookie().find((line) => line.startsWith('parley-session=')) ?? '';
    assert.match(set, /HttpOnly/);
    assert.match(set, /SameSite=Lax/);
    assert.doesNotMatch(set, /Secure/);
    const page = await (await browser.get('/today')).text();
    assert.match(page, /href="\/account"[^>]*>\s*Anna Berg/);
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b']) {
      const other = openBrowser(app, from('10.1.0.2'));
      assert.equal((await other.post('/sign-in', { name: 'Anna Berg', password: PASSWORD, to })).headers.get('location'), '/today', to);
    }
  });

  it('keeps its cookies from the clear where a proxy brings https', async () => {
    const browser = openBrowser(app, { ...from('10.1.0.3'), 'x-forwarded-proto': 'https' });
    const entered = await browser.post('/sign-in', { name: 'ben', password: PASSWORD });
    for (const line of entered.headers.getSetCookie()) assert.match(line, /Secure/);
    assert.match(entered.headers.get('strict-transport-security') ?? '', /max-age/);
    const plain = createDesk(desk.parley, { secret: 'x' });
    const told = await openBrowser(plain, { 'x-forwarded-proto': 'https' }).get('/sign-in');
    assert.equal(told.headers.get('strict-transport-security'), null, 'without a proxy nobody is believed');
  });

  it('tells nobody whether a name is known', async () => {
    const said: string[] = [];
    for (const [name, password] of [
      ['ben', 'the wrong password'],
      ['nobody', 'the wrong password'],
    ]) {
      const refused = await openBrowser(app, from('10.1.0.4')).post('/sign-in', { name: name ?? '', password: password ?? '' });
      assert.equal(refused.status, 401);
      said.push((await refused.text()).replaceAll(name ?? '', 'NAME').replace(/value="[\w-]{20,}"/g, ''));
    }
    assert.equal(said[0], said[1]);
  });

  it('makes whoever guesses wait, and nobody else', async () => {
    const guess = (address: string, password: string) => openBrowser(app, from(address)).post('/sign-in', { name: 'ben', password });
    // A browser that has signed in before is known by its cookie.
    const known = openBrowser(app, from('10.9.9.9'));
    assert.equal((await known.post('/sign-in', { name: 'ben', password: PASSWORD })).status, 303);
    await known.post('/sign-out', {}, '/account');
    for (let i = 0; i < 5; i++) assert.equal((await guess('10.9.9.9', 'wrong password no. 1')).status, 401);
    const waits = await guess('10.9.9.9', PASSWORD);
    assert.equal(waits.status, 429, 'also the right password, so that guessing is slow');
    assert.match(await waits.text(), /wait 1 seconds/);
    assert.equal((await guess('10.9.9.8', PASSWORD)).status, 303, 'ben himself, from elsewhere');
    assert.equal((await known.post('/sign-in', { name: 'ben', password: PASSWORD })).status, 303, 'and from behind the same address');
    const anna = await openBrowser(app, from('10.9.9.9')).post('/sign-in', { name: 'Anna Berg', password: PASSWORD });
    assert.equal(anna.status, 303, 'and somebody else from there');
  });

  it('counts tries by address, whatever the names', async () => {
    let refused = 0;
    for (let i = 0; i < 34; i++) {
      const { status } = await openBrowser(app, from('10.2.0.1')).post('/sign-in', { name: `name ${i}`, password: '' });
      if (status === 429) refused++;
    }
    assert.ok(refused >= 4, `${refused}`);
  });

  it('takes forms only with the token of the session, and no change from elsewhere', async () => {
    const anna = openBrowser(app, from('10.3.0.1'));
    const before = /name="token" value="([^"]+)"/.exec(await (await anna.get('/sign-in')).text())?.[1] ?? '';
    await anna.post('/sign-in', { name: 'Anna Berg', password: PASSWORD });
    const ben = openBrowser(app, from('10.3.0.2'));
    await ben.post('/sign-in', { name: 'ben', password: PASSWORD });
    const bens = /name="token" value="([^"]+)"/.exec(await (await ben.get('/account')).text())?.[1] ?? '';
    for (const token of [before, bens, '', 'x'])
      assert.equal((await anna.post('/processes', { name: 'X', token }, '/processes')).status, 403, token);
    assert.equal((await anna.post('/processes', { name: 'X' }, '/processes', { origin: 'http://evil.example' })).status, 403);
    assert.equal((await anna.post('/processes', { name: 'X' }, '/processes', { 'sec-fetch-site': 'cross-site' })).status, 403);
    const called = (headers: Record<string, string>) =>
      app.request('/processes.json', {
        method: 'POST',
        body: '{"name":"X"}',
        headers: { cookie: `parley-session=${anna.cookies.get('parley-session')}`, ...headers },
      });
    assert.equal((await called({ 'content-type': 'text/plain' })).status, 403);
    assert.equal((await called({ 'content-type': 'application/json', origin: 'http://evil.example' })).status, 403);
    assert.deepEqual(
      (await desk.parley.processes.list()).map(({ id }) => id),
      ['norland-talks'],
    );
    assert.equal((await called({ 'content-type': 'application/json' })).status, 200);
    assert.equal((await desk.parley.history({ limit: 1 })).items[0]?.by, 'Anna Berg');
  });

  it('ends: by signing out, by a new password, by being removed', async () => {
    await desk.parley.people.add({ name: 'carla', role: 'reviewer', clearance: 'AMBER' }, PASSWORD);
    const [first, second] = [openBrowser(app, from('10.4.0.1')), openBrowser(app, from('10.4.0.2'))];
    for (const browser of [first, second])
      assert.equal((await browser.post('/sign-in', { name: 'carla', password: PASSWORD })).status, 303);
    const stolen = new Map(second.cookies);
    assert.equal((await second.post('/sign-out', {}, '/account')).status, 303);
    for (const [name, value] of stolen) second.cookies.set(name, value);
    assert.equal((await second.get('/account')).status, 303, 'a session that was signed out is none, wherever its cookie is');
    await second.post('/sign-in', { name: 'carla', password: PASSWORD });
    const wrong = await first.post('/account/password', { before: 'not it at all', after: 'another long password' }, '/account');
    assert.equal(wrong.status, 401);
    const changed = await first.post('/account/password', { before: PASSWORD, after: 'another long password' }, '/account');
    assert.equal(changed.status, 303);
    assert.equal((await first.get('/account')).status, 200, 'the browser that changed it stays');
    assert.equal((await second.get('/account')).status, 303, 'the others do not');
    await desk.parley.people.set('carla', { role: 'viewer', clearance: 'CLEAR' });
    assert.match(await (await first.get('/account')).text(), /viewer, up to CLEAR/, 'what somebody may is as it is now');
    await desk.parley.people.remove('carla');
    assert.equal((await first.get('/account')).status, 303);
  });

  it('gives programs a token, shown once, worth what it says and no more than its user', async () => {
    const ben = openBrowser(app, from('10.5.0.1'));
    await ben.post('/sign-in', { name: 'ben', password: PASSWORD });
    const made = await ben.post('/account/tokens', { label: 'nightly', role: 'admin', clearance: 'RED', days: '30' }, '/account');
    const secret = /<code class="secret">(parley_[\w-]{43})<\/code>/.exec(await made.text())?.[1] ?? assert.fail('no secret');
    assert.doesNotMatch(await (await ben.get('/account')).text(), /parley_/);
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { authorization: `Bearer ${secret}`, ...init.headers } });
    const { role, clearance, name } = (await (await ask('/account.json')).json()) as Record<string, string>;
    assert.deepEqual([name, role, clearance], ['ben', 'viewer', 'GREEN']);
    assert.equal((await ask('/users.json')).status, 403);
    const more = { method: 'POST', body: '{"label":"more"}', headers: { 'content-type': 'application/json' } };
    assert.equal((await ask('/tokens.json', more)).status, 403, 'a token makes no tokens');
    const [token] = await desk.parley.tokens.list('ben');
    assert.equal(token?.label, 'nightly');
    assert.equal((await ben.post(`/account/tokens/${token?.id}/revoke`, {}, '/account')).status, 303);
    assert.equal((await ask('/account.json')).status, 401);
  });

  it('refuses to leave nobody in charge', async () => {
    await assert.rejects(desk.parley.people.remove('Anna Berg'), { code: 'conflict' });
    await assert.rejects(desk.parley.people.set('Anna Berg', { role: 'editor', clearance: 'RED' }), { code: 'conflict' });
    await assert.rejects(
      desk.parley.people.add({ name: 'LOCAL', role: 'admin', clearance: 'RED' }),
      (error) => error instanceof ParleyError,
    );
  });
});
