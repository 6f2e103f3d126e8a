// Mailboxes of many mails in one file (mbox): taken apart mail by mail, never more than one in memory. Quoting as mboxrd has it: ">From " is "From ", ">>From " is ">From ".

export interface BoxedMail {
  /** Where it begins in the file, at its "From " line. */
  readonly at: number;
  /** The mail itself without that line; null where it is larger than allowed. */
  readonly bytes: Uint8Array | null;
}

const LINE_END = 10;
/** A "From " line has an address and a time (RFC 4155, appendix A); a sentence that begins with "From" has none. */
const isSeparator = (line: string): boolean => /^From \S.*\b\d{1,2}:\d{2}\b.*\d{4}/.test(line);
/** Longest line looked at for a separator. */
const LONGEST = 1000;

/** True where a file begins as a mailbox does. */
export const isMailbox = (bytes: Uint8Array): boolean => {
  const end = bytes.indexOf(LINE_END);
  return isSeparator(latin1(bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, LONGEST))));
};

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Where the next mail begins at or after `from`: at a separator after an empty line; -1 where none is. */
function nextStart(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('\nFrom ', from, 'latin1'); at >= 0; at = bytes.indexOf('\nFrom ', at + 1, 'latin1')) {
    const before = bytes[at - 1] === 13 ? at - 2 : at - 1;
    if (bytes[before] !== LINE_END) continue;
    const line = bytes.toString('latin1', at + 1, at + 1 + LONGEST).split('\n', 1)[0] ?? '';
    if (isSeparator(line)) return at + 1;
  }
  return -1;
}

function mailOf(bytes: Buffer): Uint8Array {
  const head = bytes.indexOf(LINE_END);
  const body = head < 0 ? Buffer.alloc(0) : bytes.subarray(head + 1);
  return Buffer.from(body.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** The mails of a mailbox in order. `from` is where the first piece stands in the file; a mail of more than `most` bytes comes without them. */
export async function* mailsIn(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { from = 0, most }: { readonly from?: number; readonly most: number },
): AsyncGenerator<BoxedMail> {
  let held: Buffer = Buffer.alloc(0);
  // Where what is held stands in the file, and where its mail began: of one that is too large only the end is held.
  let base = from;
  let began = from;
  let looked = 0;
  const mail = (end: number): BoxedMail => ({ at: began, bytes: base > began || end > most ? null : mailOf(held.subarray(0, end)) });
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    for (let next = nextStart(held, looked); next >= 0; next = nextStart(held, looked)) {
      yield mail(next);
      base += next;
      began = base;
      held = held.subarray(next);
      looked = 0;
    }
    // The end of the piece may have cut a separator in two.
    looked = Math.max(0, held.length - LONGEST);
    if (held.length <= most + LONGEST) continue;
    base += looked;
    held = held.subarray(looked);
    looked = 0;
  }
  if (held.length > 0) yield mail(held.length);
}
