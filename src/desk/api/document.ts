// The description of the API: OpenAPI 3.1 for programs, a plain list for people.
import type { Api } from './calls.js';

/** The OpenAPI document of the calls, with the `.json` that their addresses end in. */
export function openApi(api: Api, version: string) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Parley desk',
      version,
      description:
        'Every page has a JSON twin at its address with .json. Changes are refused from pages of other sites. Errors carry a code of the error table, what happened and the next step.',
    },
  });
  const paths = Object.fromEntries(Object.entries(document.paths ?? {}).map(([path, calls]) => [`${path}.json`, calls]));
  return { ...document, paths };
}

export interface CallLine {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

/** Each call with what it is for, in the order of definition. */
export function callLines(document: ReturnType<typeof openApi>): readonly CallLine[] {
  return Object.entries(document.paths).flatMap(([path, calls]) =>
    Object.entries(calls ?? {}).flatMap(([method, call]): CallLine[] =>
      typeof call === 'object' && call !== null && 'summary' in call && typeof call.summary === 'string'
        ? [{ method: method.toUpperCase(), path, summary: call.summary }]
        : [],
    ),
  );
}
