// ReliefWeb's API, version 2 (apidoc.reliefweb.int): asked for the reports that match a search, oldest first since the last that was seen.
import { z } from 'zod';
import { ParleyError } from '../terms/errors.js';
import { type FetchOptions, fetchSource } from './fetch.js';
import { daysOf } from './metadata.js';
import type { Source } from './open.js';
import type { ReliefWebAccess } from './reliefweb-access.js';

/** Reports asked for at once, and pages of one look: a search that matches thousands is taken in over several looks. */
const AT_ONCE = 100;
const MOST_PAGES = 10;

const named = z.object({ name: z.string(), shortname: z.string().optional() });
const answerSchema = z.object({
  totalCount: z.number().int().nonnegative(),
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      fields: z.object({
        title: z.string().optional(),
        url: z.string().optional(),
        url_alias: z.string().optional(),
        origin: z.string().optional(),
        'body-html': z.string().optional(),
        source: z.array(named).optional(),
        date: z.object({ created: z.string(), original: z.string().optional() }),
      }),
    }),
  ),
});
type Item = z.infer<typeof answerSchema>['data'][number];

export interface ReliefWebFound {
  readonly sources: readonly (Source & { readonly url: string })[];
  /** When the last of them came to ReliefWeb; asked from there next time. */
  readonly until: string | null;
  /** There is more to ask for at once. */
  readonly more: boolean;
}

const FIELDS = ['title', 'url', 'url_alias', 'origin', 'body-html', 'source.name', 'source.shortname', 'date.created', 'date.original'];

function addressOf({ appname, api }: ReliefWebAccess, query: string, since: string | null, offset: number): string {
  if (appname === undefined || appname === '') throw new ParleyError('setting-missing', 'PARLEY_RELIEFWEB_APPNAME');
  const url = new URL(`${api.replace(/\/$/, '')}/reports`);
  const ask = url.searchParams;
  ask.set('appname', appname);
  if (query.trim() !== '') ask.set('query[value]', query);
  // Without a beginning only the newest are taken: nobody wants thirty years of reports at once.
  ask.append('sort[]', since === null ? 'date.created:desc' : 'date.created:asc');
  if (since !== null) {
    ask.set('filter[field]', 'date.created');
    ask.set('filter[value][from]', since);
  }
  for (const field of FIELDS) ask.append('fields[include][]', field);
  ask.set('limit', String(AT_ONCE));
  if (offset > 0) ask.set('offset', String(offset));
  return url.href;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of its body; reports that are only an attached file have none, and are left to be opened by hand. */
function sourceOf({ id, fields }: Item): (Source & { readonly url: string }) | null {
  const body = fields['body-html'] ?? '';
  if (body.trim() === '') return null;
  const url = fields.url_alias ?? fields.url ?? `https://reliefweb.int/node/${id}`;
  const html = `<html><head><title>${escaped(fields.title ?? '')}</title></head><body><h1>${escaped(fields.title ?? '')}</h1>${body}</body></html>`;
  const publisher = fields.source?.[0];
  return {
    bytes: new TextEncoder().encode(html),
    name: url,
    url,
    contentType: 'text/html; charset=utf-8',
    given: {
      url,
      title: fields.title,
      publisher: publisher?.shortname ?? publisher?.name,
      published: daysOf(fields.date.original ?? fields.date.created)[0],
    },
  };
}

/**
 * What came since a moment (ISO 8601; null: the newest hundred). Throws `setting-missing` without an appname, `broken-file` for an answer
 * of another shape, and what `fetchSource` throws.
 */
export async function askReliefWeb(
  access: ReliefWebAccess,
  query: string,
  since: string | null,
  options: FetchOptions,
): Promise<ReliefWebFound> {
  const sources: (Source & { readonly url: string })[] = [];
  let until = since;
  for (let page = 0; page < (since === null ? 1 : MOST_PAGES); page++) {
    const { totalCount, data } = await answered(addressOf(access, query, since, page * AT_ONCE), access.api, options);
    for (const item of data) {
      const source = sourceOf(item);
      if (source !== null) sources.push(source);
      if (until === null || Date.parse(item.fields.date.created) > Date.parse(until)) until = item.fields.date.created;
    }
    const asked = page * AT_ONCE + data.length;
    if (data.length === 0 || asked >= totalCount) return { sources, until, more: false };
  }
  return { sources, until, more: since !== null && until !== since };
}

async function answered(address: string, api: string, options: FetchOptions): Promise<z.infer<typeof answerSchema>> {
  const fetched = await fetchSource(address, options).catch((error: unknown) => {
    // The address holds the appname, which is nobody else's business.
    if (!(error instanceof ParleyError)) throw error;
    const status = error.code === 'fetch-status' ? `${error.value.split(' ')[0]} from ${api}` : api;
    throw new ParleyError(error.code, status, { cause: error });
  });
  if (fetched.unchanged) throw new ParleyError('fetch-status', `304 from ${api}`);
  try {
    return answerSchema.parse(JSON.parse(new TextDecoder().decode(fetched.bytes)));
  } catch (error) {
    throw new ParleyError('broken-file', `the answer of ${api}`, { cause: error });
  }
}
