// What PostgreSQL's error codes and a broken connection mean in the words of the error table.
import { type ErrorCode, ParleyError } from '../../terms/errors.js';

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  '28P01': 'database-refused', // invalid_password
  '28000': 'database-refused', // invalid_authorization_specification
  '3D000': 'database-refused', // invalid_catalog_name
  '42501': 'database-refused', // insufficient_privilege
  '25006': 'database-refused', // read_only_sql_transaction
  '53100': 'store-full', // disk_full
  '53200': 'store-full', // out_of_memory
  '53300': 'store-busy', // too_many_connections
  '55P03': 'store-busy', // lock_not_available
  XX001: 'store-damaged', // data_corrupted
  XX002: 'store-damaged', // index_corrupted
  '22021': 'bad-request', // character_not_in_repertoire: a NUL
};
// The server is being started or stopped, or ended the session: cannot_connect_now, admin_shutdown, crash_shutdown, idle_in_transaction_session_timeout.
const AWAY: ReadonlySet<string> = new Set(['57P03', '57P01', '57P02', '25P03']);
// Nobody answers at the address, or the line broke.
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);
/** What the client says in words alone, without a code. */
const BROKEN_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

const codeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;

/** True where the connection is gone, so that the same may be tried on another. */
export function isLost(thrown: unknown): boolean {
  if (thrown instanceof ParleyError) return thrown.code === 'database-unreachable';
  const code = codeOf(thrown);
  if (code !== null && (AWAY.has(code) || BROKEN.has(code) || code.startsWith('08'))) return true;
  // Several addresses of one name were tried.
  if (thrown instanceof AggregateError) return thrown.errors.some(isLost);
  return thrown instanceof Error && BROKEN_WORDS.test(thrown.message);
}

/** True where the database asks for the whole transaction once more: serialization_failure, deadlock_detected. */
export const isToRepeat = (thrown: unknown): boolean => {
  const code = codeOf(thrown instanceof ParleyError ? thrown.cause : thrown);
  return code === '40001' || code === '40P01';
};

/** An error of the database as one of the table, with its address (as it may be shown) as its value; anything else as it is. */
export function databaseErrorOf(thrown: unknown, shown: string): unknown {
  if (thrown instanceof ParleyError || !(thrown instanceof Error)) return thrown;
  if (isLost(thrown)) return new ParleyError('database-unreachable', shown, { cause: thrown });
  const code = BY_CODE[codeOf(thrown) ?? ''];
  if (code === undefined) return thrown;
  return new ParleyError(code, `${shown} (${thrown.message})`, { cause: thrown });
}
