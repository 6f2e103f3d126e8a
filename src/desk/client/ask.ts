// Asks a running desk over HTTP: one request, its answer checked, its errors those of the table.
import { z } from 'zod';
import { ERRORS, type ErrorCode, ParleyError } from '../../terms/errors.js';
import type { DeskFile } from '../desk-file.js';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
const errorSchema = z.object({ error: z.object({ code: z.string(), value: z.string() }) });

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Ask {
  <T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    more?: { readonly query?: Query; readonly body?: unknown },
  ): Promise<T>;
  /** The answer as it comes, for what is too long to hold; `lines` are sent as the body. */
  raw(
    method: 'GET' | 'POST',
    path: string,
    more?: { readonly query?: Query; readonly lines?: AsyncIterable<string> | Iterable<string> },
  ): Promise<Response>;
}

/** Lines as a body that is made while it is sent. */
function bodyOf(lines: AsyncIterable<string> | Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = (async function* () {
    yield* lines;
  })();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await source.return();
    },
  });
}

async function errorOf(response: Response, path: string): Promise<ParleyError> {
  const parsed = errorSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success && isCode(parsed.data.error.code)) return new ParleyError(parsed.data.error.code, parsed.data.error.value);
  return new ParleyError('fault', `the desk answered ${response.status} to ${path}`);
}

/** Asks as the owner of the home. Throws the desk's errors, and `fetch-failed` where it does not answer. */
export function askerOf(desk: DeskFile): Ask {
  const send = async (method: string, path: string, query: Query | undefined, init: RequestInit): Promise<Response> => {
    const url = new URL(path, desk.url);
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined && value !== null) url.searchParams.append(name, String(value));
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        ...init,
        headers: { authorization: `Bearer ${desk.key}`, accept: 'application/json', ...init.headers },
      });
    } catch (error) {
      // What is sent is made while it is sent: its own error says more than that sending failed.
      if (error instanceof Error && error.cause instanceof ParleyError) throw error.cause;
      throw new ParleyError('fetch-failed', desk.url, { cause: error });
    }
    if (!response.ok) throw await errorOf(response, path);
    return response;
  };
  const ask = async <T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    { query, body }: { query?: Query; body?: unknown } = {},
  ): Promise<T> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const parsed = schema.safeParse(await (await send(method, path, query, init)).json());
    if (!parsed.success)
      throw new ParleyError('fault', `the desk is of another version: ${parsed.error.issues[0]?.path.join('.')} in its answer to ${path}`);
    return parsed.data;
  };
  const raw: Ask['raw'] = (method, path, { query, lines } = {}) => {
    // A body sent while it is made needs `duplex`, which the types of fetch do not know yet.
    const streamed =
      lines === undefined ? {} : { body: bodyOf(lines), duplex: 'half', headers: { 'content-type': 'application/x-ndjson' } };
    return send(method, path, query, streamed);
  };
  return Object.assign(ask, { raw });
}
