// A browser as far as sign-in needs one: keeps cookies by name, brings back the token of a form, follows nothing by itself.
import type { Hono } from 'hono';
import type { DeskEnv } from '../../src/desk/api/env.js';

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Opens the page at `from`, by default the path itself, and posts its form. */
  post(path: string, fields: Readonly<Record<string, string>>, from?: string, headers?: Record<string, string>): Promise<Response>;
}

export function openBrowser(desk: Hono<DeskEnv>, always: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers({ accept: 'text/html', ...always, ...Object.fromEntries(new Headers(init.headers)) });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await desk.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    async post(path, fields, from = path, headers = {}) {
      const page = await (await ask(from, {})).text();
      const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return ask(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }), headers });
    },
  };
}
