// Fetches a page, file or feed: guarded against private networks, endless redirects, hangs and floods.
import { Agent, type Response, fetch as undiciFetch } from 'undici';
import { ParleyError } from '../terms/errors.js';
import { checkHost, INTERNET, type Network, publicLookup } from './address.js';
import { MAX_BYTES, type Opened, openSource } from './open.js';
import type { Given } from './report.js';

export interface FetchOptions {
  /** Whether addresses on private networks may be asked. */
  readonly allowPrivate?: boolean | undefined;
  /** Milliseconds for the whole of it, redirects and body included. */
  readonly timeoutMs?: number | undefined;
  readonly maxBytes?: number | undefined;
  /** What an earlier fetch gave: the server is asked only for something newer. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** By default the internet as this machine sees it. */
  readonly network?: Network | undefined;
}
export type Fetched =
  | { readonly unchanged: true; readonly url: string; readonly etag?: string; readonly lastModified?: string }
  | {
      readonly unchanged: false;
      /** The address after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType?: string;
      readonly etag?: string;
      readonly lastModified?: string;
    };

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 5;
const ACCEPT =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.9,application/pdf;q=0.9,*/*;q=0.5';

/** Connections are kept only as long as one fetch, so that nothing keeps a program alive. */
const agentFor = (allowPrivate: boolean, network: Network): Agent =>
  new Agent({ connect: allowPrivate ? {} : { lookup: publicLookup(network) }, keepAliveTimeout: 1, pipelining: 0 });

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new ParleyError('bad-option', address);
  return url;
}

/** The error behind a failed fetch, however deep the client has wrapped it. */
function faultOf(thrown: unknown, url: string, timedOut: boolean): ParleyError {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 6; error = error.cause, depth++) {
    if (error instanceof ParleyError)
      return error.code === 'fetch-private' ? new ParleyError('fetch-private', url, { cause: thrown }) : error;
    if (error instanceof AggregateError) {
      const inner: unknown = error.errors.find((one) => one instanceof ParleyError);
      if (inner instanceof ParleyError) return new ParleyError(inner.code, url, { cause: thrown });
    }
  }
  return new ParleyError(timedOut ? 'fetch-timeout' : 'fetch-failed', url, { cause: thrown });
}

async function bodyOf(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw new ParleyError('too-large', url);
  }
  const pieces: Uint8Array[] = [];
  let total = 0;
  // Counted after decompression, so that a packed flood is one too.
  for await (const piece of response.body ?? []) {
    if (!(piece instanceof Uint8Array)) continue;
    total += piece.length;
    if (total > maxBytes) throw new ParleyError('too-large', url);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * Fetches an address. Throws `bad-option` for what is no http address, `fetch-private`, `fetch-timeout`, `fetch-status`, `fetch-failed`,
 * `too-many-redirects`, `too-large`, `binary-input` for pictures, sound and film.
 */
export async function fetchSource(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { allowPrivate = false, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, network = INTERNET, etag, lastModified } = options;
  let url = parseAddress(address);
  const late = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([late, options.signal]) : late;
  const agent = agentFor(allowPrivate, network);
  try {
    for (let redirects = 0; ; redirects++) {
      if (!allowPrivate) checkHost(url, network);
      const response = await undiciFetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal,
        headers: {
          accept: ACCEPT,
          'accept-language': 'en, *;q=0.5',
          'user-agent': 'Parley (reads reports)',
          ...(etag !== undefined && { 'if-none-match': etag }),
          ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
        },
      });
      const location = response.headers.get('location');
      if ([301, 302, 303, 307, 308].includes(response.status) && location !== null) {
        await response.body?.cancel();
        if (redirects >= MOST_REDIRECTS) throw new ParleyError('too-many-redirects', address);
        if (!URL.canParse(location, url)) throw new ParleyError('fetch-failed', location);
        url = parseAddress(new URL(location, url).href);
        continue;
      }
      const newer = { ...named('etag', response.headers.get('etag')), ...named('lastModified', response.headers.get('last-modified')) };
      if (response.status === 304)
        return { unchanged: true, url: url.href, ...named('etag', etag), ...named('lastModified', lastModified), ...newer };
      if (!response.ok) {
        await response.body?.cancel();
        throw new ParleyError('fetch-status', `${response.status} from ${url.href}`);
      }
      const contentType = response.headers.get('content-type');
      if (/^(?:image|audio|video|font)\//i.test(contentType ?? '')) {
        await response.body?.cancel();
        throw new ParleyError('binary-input', url.href);
      }
      const bytes = await bodyOf(response, url.href, maxBytes);
      return { unchanged: false, url: url.href, bytes, ...named('contentType', contentType), ...newer };
    }
  } catch (error) {
    throw faultOf(error, url.href, late.aborted);
  } finally {
    await agent.destroy();
  }
}

const named = <K extends string>(key: K, value: string | null | undefined): { readonly [key in K]?: string } => {
  const found: { [key in K]?: string } = {};
  if (value !== null && value !== undefined) found[key] = value;
  return found;
};

/** What fetching reports gave: nothing new, or what was opened, with what to pass to the next fetch. */
export type FetchedReports = {
  readonly unchanged: boolean;
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
} & Opened;

/**
 * Fetches an address and opens what it holds. Throws what `fetchSource` and `openSource` throw. The entries of a feed that are only teasers
 * are fetched from their own pages, one after the other; one that cannot be had is kept as the feed has it, or refused where it has nothing.
 */
export async function fetchReports(
  address: string,
  { given, follow = true, ...options }: FetchOptions & { readonly given?: Given | undefined; readonly follow?: boolean | undefined } = {},
): Promise<FetchedReports> {
  const fetched = await fetchSource(address, options);
  const about = { url: fetched.url, ...named('etag', fetched.etag), ...named('lastModified', fetched.lastModified) };
  if (fetched.unchanged) return { unchanged: true, ...about, reports: [], refused: [], links: [] };
  const opened = await openSource({
    bytes: fetched.bytes,
    name: fetched.url,
    url: fetched.url,
    contentType: fetched.contentType,
    given,
    maxBytes: options.maxBytes,
  });
  if (!follow || opened.links.length === 0) return { unchanged: false, ...about, ...opened };
  const reports = new Map(opened.reports.map((report) => [report.id, report]));
  const refused = [...opened.refused];
  for (const link of opened.links) {
    try {
      const page = await fetchReports(link.url, {
        ...options,
        etag: undefined,
        lastModified: undefined,
        follow: false,
        given: { publisher: given?.publisher, published: given?.published ?? link.published[0] },
      });
      if (link.report !== null && page.reports.length > 0) reports.delete(link.report);
      for (const report of page.reports) reports.set(report.id, report);
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      options.signal?.throwIfAborted();
      if (link.report === null)
        refused.push({
          from: link.url,
          error: new ParleyError('broken-feed-entry', `“${link.title}”: ${error.message}`, { cause: error }),
        });
    }
  }
  return { unchanged: false, ...about, reports: [...reports.values()], refused, links: [] };
}
