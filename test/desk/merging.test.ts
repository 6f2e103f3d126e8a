// Merging on an actor's page: the candidates and why, one button to merge, one to split again.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DeskOfTest, openDesk, PROCESS, visit } from './desk-of-test.js';

describe('merging on the page of an actor', () => {
  let desk: DeskOfTest;
  before(async () => {
    desk = await openDesk();
    const text = 'Martha Lindkvist said the talks go on.';
    const actors = [{ id: 'm', kind: 'person', names: ['Martha Lindkvist'] }];
    const reading = { id: 'other', text, published: '2031-05-12', publisher: 'Harbour Post', actors, statements: [], claims: [] };
    await desk.parley.addReadings([JSON.stringify(reading)], { processes: [PROCESS] });
  });
  after(() => desk.close());

  it('shows who sounds alike, merges when told to, and splits', async () => {
    const idOf = async (named: string): Promise<string> => (await desk.parley.actors.list({ named })).items[0]?.id ?? '';
    const [one, other] = [await idOf('Marta Lindqvist'), await idOf('Martha Lindkvist')];
    assert.notEqual(one, other, 'never by itself');
    const { cookie, token } = await visit(desk);
    const send = async (does: string): Promise<string> => {
      const form = new FormData();
      form.append('token', token);
      form.append('actor', other);
      const sent = await desk.page(`/who/${one}/${does}`, { method: 'POST', body: form, headers: { cookie } });
      assert.equal(sent.status, 303);
      return (await desk.page(sent.headers.get('location') ?? '')).text();
    };
    assert.match(await (await desk.page(`/who/${one}`)).text(), /same sound: Martha Lindkvist/);
    assert.match(await send('merge'), /Martha Lindkvist<\/span> <span class="quiet">merged into this one/);
    assert.equal(await idOf('Martha Lindkvist'), one);
    assert.match(await send('split'), /same sound: Martha Lindkvist/);
    assert.equal(await idOf('Martha Lindkvist'), other);
    const { items } = await desk.parley.history({ about: other });
    assert.deepEqual(
      items.map(({ what, by }) => [what, by]),
      [
        ['actors-split', 'local'],
        ['actors-merged', 'local'],
      ],
    );
  });
});
