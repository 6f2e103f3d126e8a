// What is new in a mailbox file: mails after those that were there last time, a few at once, so that a large one never stands in memory.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { mailsIn } from '../report/mbox.js';
import { MAX_BYTES } from '../report/open.js';
import { ParleyError } from '../terms/errors.js';
import type { RefusedInput, SourceInput } from './sources.js';

/** Mails, and bytes of mails, taken at once. */
const MOST_MAILS = 200;
const MOST_BYTES = 32 * 1024 * 1024;

export interface MailsFound {
  readonly mails: readonly (SourceInput | RefusedInput)[];
  /** How far the mailbox is done with: size, time of change, where the last mail begins. */
  readonly seen: string;
}

/** Where to go on: at the last mail that was seen, which may have grown; at the beginning where the file is another. */
async function startOf(path: string, size: number, seen: string | undefined): Promise<number> {
  const at = Number(seen?.split(' ')[2] ?? 0);
  if (!(at > 0) || at + 5 > size) return 0;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(5), 0, 5, at);
    return buffer.toString('latin1') === 'From ' ? at : 0;
  } finally {
    await file.close();
  }
}

/** Nothing where the file is as it was. Throws what reading it throws. */
export async function* newMails(path: string, seen: string | undefined): AsyncGenerator<MailsFound> {
  const { size, mtimeMs } = await stat(path);
  const stamp = `${size} ${Math.trunc(mtimeMs)}`;
  if (size === 0 || seen?.startsWith(`${stamp} `)) return;
  const from = await startOf(path, size, seen);
  let mails: MailsFound['mails'][number][] = [];
  let bytes = 0;
  let last = from;
  for await (const mail of mailsIn(createReadStream(path, { start: from, end: size - 1 }), { from, most: MAX_BYTES })) {
    const name = `${basename(path)}, mail at ${mail.at}`;
    last = mail.at;
    mails.push(
      mail.bytes === null
        ? { from: name, error: new ParleyError('too-large', name) }
        : { kind: 'source', source: { bytes: mail.bytes, name, contentType: 'message/rfc822' } },
    );
    bytes += mail.bytes?.length ?? 0;
    if (mails.length < MOST_MAILS && bytes < MOST_BYTES) continue;
    // Not done with yet: a look that is stopped here goes on here.
    yield { mails, seen: `0 0 ${last}` };
    mails = [];
    bytes = 0;
  }
  yield { mails, seen: `${stamp} ${last}` };
}
