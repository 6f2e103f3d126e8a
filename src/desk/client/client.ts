// A home that a desk is serving: every call of the contract answered by the desk over HTTP, so that commands and pages see one record.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { AddCall, Gate, Paging, Parley } from '../../parley/contract.js';
import { type AddInput, type AddOptions, type AddRun, addRunSchema } from '../../terms/adding.js';
import { boardSchema } from '../../terms/board.js';
import { briefSchema } from '../../terms/brief.js';
import { ParleyError } from '../../terms/errors.js';
import { FORMATS } from '../../terms/formats.js';
import { LOCAL_READER } from '../../terms/marks.js';
import { auditEntrySchema, madeTokenSchema, tokenSchema, userSchema } from '../../terms/people.js';
import {
  actorPageSchema,
  actorSummarySchema,
  alikeSchema,
  changedSchema,
  changeSchema,
  citedLineSchema,
  type Exported,
  exportedSchema,
  importedSchema,
  processSchema,
  queueSchema,
  reportPageSchema,
  reportSummarySchema,
  reviewedSchema,
  searchHitSchema,
  visitSchema,
  waitingSchema,
} from '../../terms/record.js';
import { openQuestionsSchema } from '../../terms/study.js';
import { watchSchema } from '../../terms/watching.js';
import { linesOf } from '../api/lines-of.js';
import type { DeskFile } from '../desk-file.js';
import { type Ask, askerOf } from './ask.js';

const done = z.object({ done: z.literal(true) });
const removed = z.object({ reports: z.number().int() });
const listOf = <T>(item: z.ZodType<T>) => z.object({ items: z.array(item), total: z.number().int() });
const told = z.record(z.string(), z.unknown());

const paging = ({ limit, offset }: Paging): { limit: number | undefined; offset: number | undefined } => ({ limit, offset });
const at = (...parts: readonly string[]): string => `/${parts.map(encodeURIComponent).join('/')}.json`;

/** The desk takes "no day" for the process's own; what the contract calls null is now. */
const dayOf = (asOf: string | null | undefined): string | undefined => (asOf === null ? new Date().toISOString().slice(0, 10) : asOf);

/** Milliseconds between looks at an adding, first and at most. */
const SOON = 100;
const LATER = 1000;

const wireOf = (input: AddInput): unknown =>
  input.kind === 'bytes'
    ? { kind: 'bytes', base64: Buffer.from(input.bytes).toString('base64'), name: input.name, type: input.type }
    : input;

function optionsOf(call: AddCall): AddOptions {
  const { onResult: _, signal: __, ...options } = call;
  return options;
}

/** Looks at an adding until it is over, telling of each result once. */
async function follow(ask: Ask, started: AddRun, { onResult, signal }: AddCall): Promise<AddRun> {
  let run = started;
  let told = 0;
  let wait = SOON;
  let stopping = false;
  for (;;) {
    for (; told < run.results.length; told++) {
      const result = run.results[told];
      if (result) onResult?.(result, run.progress);
    }
    if (run.state !== 'running') return run;
    await pause(wait);
    wait = Math.min(LATER, wait * 1.3);
    if (signal?.aborted && !stopping) {
      stopping = true;
      await ask(addRunSchema, 'DELETE', at('adding', run.id));
    }
    run = await ask(addRunSchema, 'GET', at('adding', run.id));
  }
}

/** The home served by a desk. Calls are made as the owner of the home. */
export function clientOf(home: string, desk: DeskFile): Parley {
  const ask = askerOf(desk);
  const start = (inputs: readonly AddInput[], options: AddOptions): Promise<AddRun> =>
    ask(addRunSchema, 'POST', '/adding.json', { body: { inputs: inputs.map(wireOf), options } });
  return {
    home,
    reader: LOCAL_READER,
    as: () => {
      throw new ParleyError('not-allowed', 'a command speaks for the owner of the home alone');
    },
    processes: {
      list: async () => (await ask(listOf(processSchema), 'GET', '/processes.json')).items,
      get: (process) => ask(processSchema, 'GET', at('processes', process)),
      create: (name, options) =>
        ask(processSchema, 'POST', '/processes.json', { body: { name, ...(options?.asOf !== undefined && { asOf: options.asOf }) } }),
      remove: (process, options) => ask(removed, 'DELETE', at('processes', process), { query: { reports: options?.reports ?? false } }),
      setAsOf: (process, asOf) => ask(processSchema, 'PATCH', at('processes', process), { body: { asOf } }),
    },
    reports: {
      list: (filter = {}) =>
        ask(listOf(reportSummarySchema), 'GET', '/reports.json', {
          query: { process: filter.process, until: filter.until, ...paging(filter) },
        }),
      get: (id) => ask(reportPageSchema, 'GET', at('reports', id)),
      remove: async (id) => void (await ask(done, 'DELETE', at('reports', id))),
      file: async (id, process) => void (await ask(done, 'PUT', at('reports', id, 'processes', process))),
      unfile: async (id, process) => void (await ask(done, 'DELETE', at('reports', id, 'processes', process))),
      setMark: async (id, mark) => void (await ask(done, 'PUT', at('reports', id, 'mark'), { body: { mark } })),
      setGrade: async (id, grade) => void (await ask(done, 'PUT', at('reports', id, 'grade'), { body: { grade } })),
    },
    add: async (inputs, call = {}) => follow(ask, await start(inputs, optionsOf(call)), call),
    adding: {
      start: (inputs, options = {}) => start(inputs, options),
      get: (id) => ask(addRunSchema, 'GET', at('adding', id)),
      list: async () => (await ask(listOf(addRunSchema), 'GET', '/adding.json')).items,
      stop: async (id) => void (await ask(addRunSchema, 'DELETE', at('adding', id))),
    },
    async addReadings(lines, call = {}) {
      const query = call.processes?.length === 1 ? { process: call.processes[0] } : {};
      const response = await ask.raw('POST', '/readings.json', { query, lines });
      const run = addRunSchema.parse(await response.json());
      for (const result of run.results) call.onResult?.(result, run.progress);
      return run;
    },
    actors: {
      list: (filter = {}) =>
        ask(listOf(actorSummarySchema), 'GET', '/who.json', {
          query: { process: filter.process, named: filter.named, until: filter.until, ...paging(filter) },
        }),
      get: (id, options = {}) => ask(actorPageSchema, 'GET', at('who', id), { query: paging(options) }),
      alike: async (id) => (await ask(listOf(alikeSchema), 'GET', at('who', id, 'alike'))).items,
      merge: async (actor, into) => void (await ask(done, 'PUT', at('who', actor, 'into', into))),
      split: async (actor) => void (await ask(done, 'DELETE', at('who', actor, 'into'))),
    },
    watches: {
      list: async () => (await ask(listOf(watchSchema), 'GET', '/watches.json')).items,
      add: (watch) => ask(watchSchema, 'POST', '/watches.json', { body: watch }),
      remove: async (watch) => void (await ask(done, 'DELETE', at('watches', watch))),
      pause: (watch, paused) => ask(watchSchema, 'POST', at('watches', watch, 'pause'), { body: { paused } }),
      run: (watch) => ask(watchSchema, 'POST', at('watches', watch, 'look')),
    },
    people: {
      list: async () => (await ask(listOf(userSchema), 'GET', '/users.json')).items,
      add: (user, password = null) => ask(userSchema, 'POST', '/users.json', { body: { user, password } }),
      set: (name, change) => ask(userSchema, 'PATCH', at('users', name), { body: change }),
      remove: async (name) => void (await ask(done, 'DELETE', at('users', name))),
      password: async (name, password) => void (await ask(done, 'PUT', at('users', name, 'password'), { body: { password } })),
    },
    tokens: {
      list: async (user) => (await ask(listOf(tokenSchema), 'GET', '/tokens.json', { query: { user } })).items,
      make: (token) => ask(madeTokenSchema, 'POST', '/tokens.json', { body: token }),
      revoke: async (id) => void (await ask(done, 'DELETE', at('tokens', id))),
    },
    audit: ({ by, did, report, since, until, ...page } = {}) =>
      ask(listOf(auditEntrySchema), 'GET', '/audit.json', { query: { by, did, report, since, until, ...paging(page) } }),
    get gate(): Gate {
      throw new ParleyError('not-allowed', 'people sign in at the desk itself');
    },
    search: (query, filter = {}) =>
      ask(listOf(searchHitSchema), 'GET', '/search.json', {
        query: {
          q: query,
          process: filter.process,
          found: filter.found,
          kind: filter.kind,
          since: filter.since,
          until: filter.until,
          by: filter.by,
          ...paging(filter),
        },
      }),
    tell: (what, options = {}) =>
      ask(told, 'GET', at('told', what), {
        query: { process: options.process, 'as-of': dayOf(options.asOf), kinds: options.kinds?.join(','), limit: options.limit },
      }),
    board: (process, asOf) => ask(boardSchema, 'GET', '/today.json', { query: { process, 'as-of': dayOf(asOf) } }),
    openQuestions: (process, asOf) => ask(openQuestionsSchema, 'GET', '/today.json', { query: { process, 'as-of': dayOf(asOf) } }),
    lines: async (refs) => (await ask(listOf(citedLineSchema), 'POST', '/cited.json', { body: { lines: refs } })).items,
    review: (line, decision) => ask(reviewedSchema, 'PUT', at('lines', line, 'review'), { body: decision }),
    edit: (line, version) => ask(reviewedSchema, 'PUT', at('lines', line), { body: version }),
    make: (report, line) => ask(reviewedSchema, 'POST', at('reports', report, 'lines'), { body: line }),
    undo: async (changes) => void (await ask(done, 'POST', '/undo.json', { body: { changes } })),
    queue: (filter = {}) =>
      ask(queueSchema, 'GET', '/queue.json', { query: { process: filter.process, until: filter.until, ...paging(filter) } }),
    visit: (process) => ask(visitSchema, 'POST', at('processes', process, 'visit')),
    changed: (process, since, asOf) => ask(changedSchema, 'GET', '/changed.json', { query: { process, since, 'as-of': dayOf(asOf) } }),
    waiting: (filter = {}) => ask(waitingSchema, 'GET', '/waiting.json', { query: { process: filter.process, until: filter.until } }),
    brief: (process, { since, asOf, unreviewed = false, all = false }) =>
      ask(briefSchema, 'GET', '/brief.json', { query: { process, since, 'as-of': dayOf(asOf), unreviewed, all } }),
    write: async (format, options = {}) =>
      (await ask.raw('GET', FORMATS[format].address, { query: { process: options.process, 'as-of': dayOf(options.asOf) } })).text(),
    async import(items) {
      const lines = (async function* () {
        for await (const item of items) yield JSON.stringify(item);
      })();
      return importedSchema.parse(await (await ask.raw('POST', '/import.json', { lines })).json());
    },
    async *export(filter = {}): AsyncGenerator<Exported> {
      const response = await ask.raw('GET', '/export.jsonl', { query: { process: filter.process } });
      for await (const line of linesOf(response.body)) yield exportedSchema.parse(JSON.parse(line));
    },
    history: (filter = {}) =>
      ask(listOf(changeSchema), 'GET', '/history.json', { query: { about: filter.about, what: filter.what, ...paging(filter) } }),
    close: async () => {},
  };
}
