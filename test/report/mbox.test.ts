// Mailboxes in one file come apart at their "From " lines only, whatever the pieces they are read in.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailsIn } from '../../src/report/mbox.js';
import { openSource } from '../../src/report/open.js';

const mail = (n: number, body: string): string =>
  `From envoy@example.org Mon Feb  3 09:0${n}:00 2014\nFrom: Envoy ${n} <envoy@example.org>\nSubject: Talks, day ${n}\nDate: Mon, 3 Feb 2014 09:0${n}:00 +0000\nMessage-ID: <${n}@example.org>\n\n${body}\n\n`;
const BOX = [
  mail(1, 'The mediator said that the talks open on Monday.\n\nFrom there the delegation goes on to the lake, an aide said.'),
  mail(2, '>From the start both sides were in doubt, officials said.\n>>From here on it is quoted twice.'),
  mail(3, 'The convoy waits at the bridge, an aid worker said.'),
].join('');

async function taken(bytes: Buffer, size: number, most = 1e6) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
  const mails: { at: number; text: string | null }[] = [];
  for await (const { at, bytes: one } of mailsIn(pieces, { most })) mails.push({ at, text: one && Buffer.from(one).toString() });
  return mails;
}

describe('a mailbox', () => {
  for (const ends of ['\n', '\r\n'])
    it(`comes apart in pieces of any size, lines ended by ${JSON.stringify(ends)}`, async () => {
      const box = Buffer.from(BOX.replaceAll('\n', ends));
      const whole = await taken(box, box.length);
      assert.deepEqual(
        whole.map(({ text }) => /Subject: (.*?)\r?\n/.exec(text ?? '')?.[1]),
        ['Talks, day 1', 'Talks, day 2', 'Talks, day 3'],
      );
      assert.match(whole[0]?.text ?? '', /\nFrom there the delegation/);
      assert.match(whole[1]?.text ?? '', /\nFrom the start .*\r?\n>From here on/);
      for (const { at } of whole) assert.equal(box.toString('latin1', at, at + 5), 'From ');
      for (const size of [1, 7, 64, 1000]) assert.deepEqual(await taken(box, size), whole);
    });

  it('lets go of a mail that is too large, and keeps the others and their places', async () => {
    const box = Buffer.from(mail(1, 'Short words.') + mail(2, 'long words '.repeat(3000)) + mail(3, 'Short again.'));
    const mails = await taken(box, 512, 2000);
    assert.deepEqual(
      mails.map(({ text }) => text === null),
      [false, true, false],
    );
    for (const { at } of mails) assert.equal(box.toString('latin1', at, at + 5), 'From ');
  });

  it('is opened as its reports; a mail without words is told and stops none', async () => {
    const { reports, refused } = await openSource({ bytes: Buffer.from(BOX + mail(4, '')), name: 'talks.mbox' });
    assert.deepEqual(
      reports.map(({ title, publisher, published, format }) => [title, publisher, published, format]),
      [1, 2, 3].map((n) => [`Talks, day ${n}`, `Envoy ${n}`, '2014-02-03', 'eml']),
    );
    assert.deepEqual(
      refused.map(({ from, error }) => [from, error.code]),
      [['talks.mbox, mail 4', 'empty-input']],
    );
  });
});
