// The addresses of the desk's own pages, with the process and day they are looked at carried along.

/** What a page was asked for, and so what its links ask for too. */
export interface Asked {
  readonly process?: string | undefined;
  readonly asOf?: string | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

export const scoped = (path: string, asked: Asked, query: Query = {}): string =>
  address(path, { process: asked.process, 'as-of': asked.asOf, ...query });

export const reportAddress = (id: string, line?: string): string =>
  `/reports/${encodeURIComponent(id)}${line === undefined ? '' : `#${encodeURIComponent(line)}`}`;

/** `report:line` as a citation has it; the part after the last colon is the line. */
export const lineOf = (cited: string): string => cited.slice(cited.lastIndexOf(':') + 1);

export const actorAddress = (id: string): string => `/who/${encodeURIComponent(id)}`;
