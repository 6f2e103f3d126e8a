// What every page knows beside its own content: the process and day it is looked at, where its style and scripts are, and the token of its forms.
import type { Context } from 'hono';
import type { Earlier } from '../../terms/earlier.js';
import { highestRole, isEnough, LOCAL_READER, type ReaderOf, type Role, roleEverywhere } from '../../terms/marks.js';
import type { Process } from '../../terms/record.js';
import type { Assets } from '../api/assets.js';
import type { DeskEnv } from '../api/env.js';
import { expectedProcess } from '../api/scope.js';
import type { Asked } from './addresses.js';

export const PLACES = [
  'today',
  'read',
  'reports',
  'talks',
  'access',
  'who',
  'due',
  'influence',
  'sources',
  'search',
  'add',
  'processes',
  'account',
  'people',
] as const;
export type PlaceInDesk = (typeof PLACES)[number];

export interface Frame {
  /** Null where there is no process yet. */
  readonly process: Process | null;
  readonly processes: readonly Process[];
  /** The day looked at; undefined: now. */
  readonly asOf: string | undefined;
  /** The day that "in 9 days" is counted from: the day looked at, else the day of the request. */
  readonly day: string;
  /** What the links of the page carry on. */
  readonly asked: Asked;
  readonly token: string;
  /** Who is signed in; null: nobody, or the one user of a home without accounts. */
  readonly user: string | null;
  /** What whoever looks may do in the process in view, without one anywhere; null: nothing. */
  readonly role: Role | null;
  /** True where they look after people. */
  readonly admin: boolean;
  readonly assets: Assets;
  /** The earliest state that the page shows while a newer one is being worked in; null: all is of now. To be asked when all is there. */
  readonly earlier: () => Earlier | null;
  /** Lines that nobody has reviewed. */
  readonly waiting: number;
}

/** The role of somebody in a process (by id); without one their highest. */
const roleIn = (reader: ReaderOf, process: string | null): Role | null =>
  highestRole({ ...reader, grants: (reader.grants ?? []).filter((grant) => process === null || grant.process === process) });

const whoLooks = (c: Context<DeskEnv>, process: string | null): Pick<Frame, 'user' | 'role' | 'admin'> => {
  // Of a request that was refused at the door nobody is known.
  const reader = c.var.reader ?? null;
  return {
    user: reader === null || reader.reader === LOCAL_READER.reader ? null : reader.reader,
    role: reader === null ? null : roleIn(reader, process),
    admin: reader !== null && isEnough(roleEverywhere(reader), 'admin'),
  };
};

/** True where whoever looks may do what takes a role: what they may not do is not offered. */
export const may = ({ role }: Frame, takes: Role): boolean => isEnough(role, takes);

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);

/** Reads the frame of a request: `?process=` and `?as-of=` win over what the process itself says. Throws `unknown-process`. */
export async function frameOf(
  c: Context<DeskEnv>,
  assets: Assets,
  now: () => Date,
  scope: { readonly process?: string; readonly asOf?: string } = {},
): Promise<Frame> {
  const named = scope.process ?? (c.req.query('process') || undefined);
  const day = scope.asOf ?? (c.req.query('as-of') || undefined);
  const processes = await c.var.parley.processes.list();
  const process = named === undefined ? expectedProcess(processes) : await c.var.parley.processes.get(named);
  const asOf = isDay(day) ? day : (process?.asOf ?? undefined);
  const { lines: waiting } = await c.var.parley.waiting({ process: process?.id, until: asOf });
  return {
    process,
    processes,
    asOf,
    day: asOf ?? now().toISOString().slice(0, 10),
    asked: {
      process: process !== null && (named !== undefined || processes.length > 1) ? process.id : undefined,
      asOf: isDay(day) ? day : undefined,
    },
    ...whoLooks(c, process?.id ?? null),
    token: c.var.token,
    assets,
    earlier: () => c.var.earlier,
    waiting,
  };
}

/** The frame of a page that must stand even where the record cannot be asked. */
export const bareFrame = (c: Context<DeskEnv>, assets: Assets, now: () => Date): Frame => ({
  process: null,
  processes: [],
  asOf: undefined,
  day: now().toISOString().slice(0, 10),
  asked: {},
  ...whoLooks(c, null),
  token: c.var.token ?? '',
  assets,
  earlier: () => null,
  waiting: 0,
});
