// Asks for a password: at a terminal without showing it, else from the first line of the input; never from the command line, which others can read.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ParleyError } from '../../terms/errors.js';
import { type Shell, write } from './shell.js';

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

async function typed({ stdin, stderr }: Shell, question: string): Promise<string> {
  await write(stderr, question);
  // With `terminal` the keys come unechoed, and what would be echoed goes nowhere.
  const lines = createInterface({ input: stdin, output: silent(), terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    await write(stderr, '\n');
  }
}

async function firstLine({ stdin }: Shell): Promise<string> {
  const lines = createInterface({ input: stdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}

/** The password for `name`. Throws `bad-option` where the second time differs from the first, or none is given. */
export async function askPassword(shell: Shell, name: string): Promise<string> {
  const password = shell.stdin.isTTY ? await typed(shell, `Password for ${name}: `) : await firstLine(shell);
  if (password === '') throw new ParleyError('bad-option', 'an empty password');
  if (shell.stdin.isTTY && (await typed(shell, 'Once more: ')) !== password)
    throw new ParleyError('bad-option', 'two passwords that differ');
  return password;
}
