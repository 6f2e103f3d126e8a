// Tells public internet addresses from private ones, so that a report's address cannot be used to look into the network Parley runs in.
import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ParleyError } from '../terms/errors.js';

/** Not globally reachable by the IANA special-purpose address registries (RFC 6890), and IPv6 forms that carry an IPv4 address. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** True where an IP address is not on the public internet; text that is no IP address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return PRIVATE.check(mapped, 'ipv4');
  if (/^::ffff:/i.test(plain)) {
    const [high = '0', low = '0'] = plain.slice(7).split(':');
    const value = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
    return PRIVATE.check([24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.'), 'ipv4');
  }
  const family = isIP(plain);
  return family === 0 || PRIVATE.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** What names lead to, and which addresses are private. */
export interface Network {
  readonly lookup: (host: string, options: LookupAllOptions, callback: LookupCallback) => void;
  readonly isPrivate: (address: string) => boolean;
}
type LookupCallback = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
export const INTERNET: Network = { lookup: systemLookup, isPrivate: isPrivateAddress };

/** Refuses an address whose host is written as a private IP address; names are looked at when they are resolved. Throws `fetch-private`. */
export function checkHost(url: URL, { isPrivate }: Network = INTERNET): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivate(host)) throw new ParleyError('fetch-private', url.href);
}

/**
 * A lookup for connections that gives an error where any address of a name is private. The connection is made to the very address that was
 * looked at, so that a name which answers differently the second time (DNS rebinding) gains nothing.
 */
export const publicLookup =
  ({ lookup, isPrivate }: Network): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => isPrivate(address));
      if (refused) return callback(new ParleyError('fetch-private', host), '', 0);
      if (options.all) return callback(null, addresses);
      const first = addresses[0];
      return first ? callback(null, first.address, first.family) : callback(new Error(`no address of ${host}`), '', 0);
    });
  };
