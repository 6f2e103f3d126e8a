// From what somebody wants added to reports: files are read, folders walked, addresses fetched; opening is left to the threads.
import { basename } from 'node:path';
import type { Fetched } from '../report/fetch.js';
import { bytesOfFile, filesBelow } from '../report/file.js';
import type { Source } from '../report/open.js';
import type { Given } from '../report/report.js';
import type { AddInput, AddOptions } from '../terms/adding.js';
import { ParleyError } from '../terms/errors.js';
import type { Report } from '../terms/report.js';
import type { Readers } from './readers.js';

/** A report to read, or why there is none. */
export type Candidate = { readonly from: string; readonly report: Report } | { readonly from: string; readonly error: ParleyError };

/** One file, address or text; it may hold several reports. */
export type SingleInput = Exclude<AddInput, { readonly kind: 'folder' }> | FetchedInput | SourceInput;
/** What is found to be unusable before it is opened. */
export interface RefusedInput {
  readonly from: string;
  readonly error: ParleyError;
}
/** Bytes with what is known of them alone: what is given with the whole call wins over it. */
export interface SourceInput {
  readonly kind: 'source';
  readonly source: Source;
}
/** What only the program itself finds: at a watched source. */
export type FoundInput = FetchedInput | SourceInput | RefusedInput;
/** An address that has been fetched; entries of a feed whose own page is known need not be fetched again. */
export interface FetchedInput {
  readonly kind: 'fetched';
  readonly fetched: Extract<Fetched, { readonly unchanged: false }>;
  readonly known: (url: string) => Promise<boolean>;
}

/** Folders as the files in them, by name. A folder that cannot be walked stays, for its error to be told in its place. */
export async function singles(inputs: readonly (AddInput | FoundInput)[]): Promise<readonly (SingleInput | RefusedInput)[]> {
  const found: (SingleInput | RefusedInput)[] = [];
  for (const input of inputs) {
    if ('error' in input || input.kind !== 'folder') {
      found.push(input);
      continue;
    }
    let empty = true;
    try {
      for await (const path of filesBelow(input.path)) {
        found.push({ kind: 'file', path });
        empty = false;
      }
      if (empty) found.push({ from: input.path, error: new ParleyError('empty-input', input.path) });
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      found.push({ from: input.path, error });
    }
  }
  return found;
}

/** What somebody gave, to call it by. */
function nameOf(input: SingleInput): string {
  if (input.kind === 'source') return input.source.name;
  if (input.kind === 'fetched') return input.fetched.url;
  if (input.kind === 'file') return input.path;
  if (input.kind === 'url' || input.kind === 'feed') return input.url;
  return input.kind === 'bytes' ? input.name : (input.name ?? 'pasted text');
}

const givenBy = ({ published, publisher, dateline, title, url }: AddOptions): Given => ({ published, publisher, dateline, title, url });

/** Only what is said: what is left open takes nothing away. */
const saidIn = (given: Given): Given => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

type Opened = Awaited<ReturnType<Readers['open']>>;
const candidates = ({ reports, refused }: Pick<Opened, 'reports' | 'refused'>, from: string): readonly Candidate[] => [
  ...reports.map((report) => ({ from: report.from ?? from, report })),
  ...refused.map(({ from: where, error }) => ({ from: where, error: new ParleyError(error.code, error.value) })),
];

/** Opens an address. The entries of a feed that are only teasers are fetched from their own pages; one that cannot be had is kept as the feed has it. */
async function fromAddress(
  address: string,
  readers: Readers,
  options: AddOptions,
  given: Given,
  follow: boolean,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  // The client is loaded when the first address comes; most commands fetch nothing.
  const { fetchSource } = await import('../report/fetch.js');
  const fetched = await fetchSource(address, { ...options, signal });
  if (fetched.unchanged) throw new ParleyError('fetch-status', `304 from ${fetched.url}`);
  return fromFetched(fetched, readers, options, given, follow ? async () => false : null, signal);
}

/** The same for what has been fetched. `known`: addresses of entries that need not be fetched; null where entries are not followed. */
async function fromFetched(
  { bytes, url, contentType }: FetchedInput['fetched'],
  readers: Readers,
  options: AddOptions,
  given: Given,
  known: FetchedInput['known'] | null,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const opened = await readers.open({ bytes, name: url, url, contentType, given, maxBytes: options.maxBytes });
  if (known === null || opened.links.length === 0) return candidates(opened, url);
  const teasers = new Map(opened.links.map((link) => [link.report, link]));
  const found: Candidate[] = [
    ...candidates({ reports: opened.reports.filter(({ id }) => !teasers.has(id)), refused: opened.refused }, url),
  ];
  for (const link of opened.links) {
    if (await known(link.url)) continue;
    try {
      const about = { publisher: given.publisher, published: given.published ?? link.published[0] };
      found.push(...(await fromAddress(link.url, readers, options, about, false, signal)));
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      if (signal?.aborted) break;
      const teaser = opened.reports.find(({ id }) => id === link.report);
      if (teaser) found.push({ from: link.url, report: teaser });
      else
        found.push({ from: link.url, error: new ParleyError('broken-feed-entry', `“${link.title}”: ${error.message}`, { cause: error }) });
    }
  }
  return found;
}

async function opened(
  input: SingleInput,
  readers: Readers,
  options: AddOptions,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const given = givenBy(options);
  const { maxBytes } = options;
  switch (input.kind) {
    case 'text': {
      const name = nameOf(input);
      const [one] = candidates(await readers.paste(input.text, given, name), name);
      return one && 'report' in one && input.id !== undefined ? [{ ...one, report: { ...one.report, id: input.id } }] : one ? [one] : [];
    }
    case 'bytes':
      return candidates(await readers.open({ bytes: input.bytes, name: input.name, contentType: input.type, given, maxBytes }), input.name);
    case 'file': {
      const source = { bytes: await bytesOfFile(input.path, maxBytes), name: input.path, given, maxBytes };
      // A path tells where somebody keeps things; the record needs only the file's name.
      return candidates(await readers.open(source), input.path).map((one) =>
        'report' in one && one.report.from === input.path
          ? { ...one, from: input.path, report: { ...one.report, from: basename(input.path) } }
          : one,
      );
    }
    case 'source':
      return candidates(
        await readers.open({ ...input.source, given: { ...input.source.given, ...saidIn(given) }, maxBytes }),
        input.source.name,
      );
    case 'fetched':
      return fromFetched(input.fetched, readers, options, given, input.known, signal);
    case 'url':
    case 'feed':
      return fromAddress(input.url, readers, options, given, true, signal);
  }
}

/** The reports of one input, or its error as its one candidate; the signal cuts off a fetch; only what is no error of the table is thrown. */
export async function candidatesOf(
  input: SingleInput,
  readers: Readers,
  options: AddOptions,
  signal?: AbortSignal,
): Promise<readonly Candidate[]> {
  try {
    return await opened(input, readers, options, signal);
  } catch (error) {
    if (error instanceof ParleyError) return [{ from: nameOf(input), error }];
    throw error;
  }
}
