// Passwords as they are kept: scrypt (RFC 7914) with a salt of its own for each, and how it was asked beside what it gave.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordCost } from '../terms/people.js';

/** 32 MiB, three times: one of the settings that OWASP's cheat sheet on storing passwords holds for enough (2024). */
export const COST: PasswordCost = { n: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The same characters typed on another keyboard are the same password. */
const folded = (password: string): string => password.normalize('NFKC');

const derive = (password: string, salt: Buffer, { n, r, p }: PasswordCost): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(folded(password), salt, HASH_BYTES, { N: n, r, p, maxmem: 128 * n * r * 2 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );

/** `scrypt$n$r$p$salt$hash`. */
export async function hashOfPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True where the password is the one of the hash. Takes the time of the hash's own cost. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = hash.split('$');
  const wanted = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { n: Number(n), r: Number(r), p: Number(p) });
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** True where the hash was made with another cost than is asked for now. */
export const isOfAnotherCost = (hash: string, { n, r, p }: PasswordCost): boolean => !hash.startsWith(`scrypt$${n}$${r}$${p}$`);
