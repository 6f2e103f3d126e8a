// The address of a PostgreSQL database: from the setting, and as it may be shown, without its password.
import { ParleyError } from '../../terms/errors.js';

/** The database that the record lives in: `PARLEY_DATABASE_URL`; null: in the home. Throws `bad-database`. */
export function databaseAddress(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const given = env.PARLEY_DATABASE_URL?.trim();
  return given ? checkAddress(given) : null;
}

export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/** Throws `bad-database` for what is no address of a PostgreSQL database; what was given may hold a password and is not repeated. */
export function checkAddress(address: string): string {
  if (!/^postgres(?:ql)?:\/\//i.test(address) || !URL.canParse(address))
    throw new ParleyError('bad-database', isAddress(address) ? shownAddress(address) : 'no address');
  if (new URL(address).pathname.length < 2) throw new ParleyError('bad-database', `${shownAddress(address)}, which names no database`);
  return address;
}

/** "db.example.org:5432/parley", without user, password and settings. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return 'no address';
  const { protocol, hostname, port, pathname, searchParams } = new URL(address);
  if (!/^postgres(?:ql)?:$/i.test(protocol)) return `${protocol}//…`;
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || searchParams.get('port') || '5432'}${decodeURIComponent(pathname)}`;
}
