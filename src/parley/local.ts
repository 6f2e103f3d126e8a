// The home opened in this process: every call of the contract answered by the store, the threads and the study.
import { addReports } from '../jobs/adding.js';
import { openReaders, type Readers } from '../jobs/readers.js';
import { readingQueue } from '../jobs/reading-queue.js';
import { addReadings } from '../jobs/readings.js';
import { Runs } from '../jobs/runs.js';
import { Watchers } from '../jobs/watchers.js';
import { checkPlace } from '../jobs/watching.js';
import { Worker } from '../jobs/worker.js';
import { addAccount, chosenPassword, listAccounts, removeAccount, setAccount, setPassword } from '../record/accounts.js';
import { listAudit } from '../record/audit.js';
import { citedLines } from '../record/citations.js';
import { editLine, makeLine } from '../record/editing.js';
import { exported } from '../record/export.js';
import { listChanges } from '../record/history.js';
import { type HeldHome, holdHome, makeHome } from '../record/home.js';
import { importAll } from '../record/import.js';
import { mergeActors, splitActor } from '../record/joining.js';
import { processIdsOf } from '../record/keeping.js';
import { COST } from '../record/passwords.js';
import { getActor, listActors } from '../record/people.js';
import { isDatabase, openPlace, type Place, placeOf, shownPlace } from '../record/place.js';
import { checkDay, createProcess, getProcess, listProcesses, removeProcess, setProcessDay } from '../record/processes.js';
import { queueOf } from '../record/queue.js';
import { fileReport, getReport, listReports, removeReport, setReportGrade, setReportMark } from '../record/reports.js';
import { reviewLine, waitingLines } from '../record/reviews.js';
import { actAs, demand } from '../record/rights.js';
import { search } from '../record/search.js';
import type { Store } from '../record/store.js';
import { listTokens, makeToken, revokeToken } from '../record/tokens.js';
import { undoLines } from '../record/undo.js';
import { visitProcess } from '../record/visits.js';
import { addWatch, listWatches, pauseWatch, removeWatch } from '../record/watches.js';
import type { AddInput, AddOptions } from '../terms/adding.js';
import { asParleyError, ParleyError } from '../terms/errors.js';
import { LOCAL_READER, type ReaderOf, type Role } from '../terms/marks.js';
import type { PasswordCost } from '../terms/people.js';
import { decisionSchema, lineVersionSchema } from '../terms/record.js';
import { alikeTo } from './alike.js';
import { AuditLog } from './audit-log.js';
import { audited } from './audited.js';
import { boardCited } from './board.js';
import type { AddCall, Gate, OpenOptions, Parley } from './contract.js';
import { openGate } from './gate.js';
import { reliefWebAccess } from './settings.js';
import { type OnEarlier, openStudies, type Studies } from './studies.js';
import { twinsOf } from './twins.js';
import { programVersion } from './version.js';

interface House {
  readonly home: string;
  readonly store: Store;
  readonly readers: Readers;
  readonly runs: Runs;
  readonly studies: Studies;
  readonly watchers: Watchers;
  readonly audit: AuditLog;
  readonly gate: Gate;
  readonly cost: PasswordCost;
  readonly held: HeldHome | null;
  closed: Promise<void> | null;
}

/** The day now in UTC, YYYY-MM-DD. */
const today = (): string => new Date().toISOString().slice(0, 10);

async function closeHouse({ watchers, runs, readers, studies, store, audit, held }: House): Promise<void> {
  await watchers.close();
  await runs.close();
  await readers.queue?.close();
  await readers.close();
  await studies.close();
  try {
    await audit.settle();
  } finally {
    await store.close();
  }
  held?.release();
}

/** What is an option of adding, without what only this process can use. */
function optionsOf(call: AddCall): AddOptions {
  const { onResult: _, signal: __, ...options } = call;
  return options;
}

function parleyFor(house: House, who: ReaderOf, onEarlier?: OnEarlier): Parley {
  const { store, readers, runs, studies, home, audit } = house;
  const notedCall = ({ onResult, signal }: AddCall): Pick<AddCall, 'onResult' | 'signal'> => ({
    signal,
    onResult: (result, progress) => {
      if (result.id !== undefined) audit.changed(who, 'report added', [result.id]);
      onResult?.(result, progress);
    },
  });
  const start = (inputs: readonly AddInput[], call: AddCall) =>
    actAs(who, 'editor', async (able) => {
      const options = optionsOf(call);
      if (able.clearance === null && (options.processes ?? []).length === 0)
        throw new ParleyError('not-allowed', 'name the process that the reports belong to');
      // Said at once, not only in the run.
      await processIdsOf(store, able, options.processes ?? []);
      const noted = notedCall(call);
      return runs.start(who.reader, (adding, progressed) => addReports(store, readers, able, inputs, options, adding, progressed), noted);
    });
  /** Does what takes a role in every process. */
  const everywhere = async <T>(takes: Role, work: () => Promise<T>): Promise<T> => {
    demand(who, takes);
    return work();
  };
  const plain: Parley = {
    home,
    reader: who,
    as: (reader, told) => parleyFor(house, reader, told),
    processes: {
      list: () => listProcesses(store, who),
      get: (process) => getProcess(store, who, process),
      create: (name, options) => everywhere('editor', () => createProcess(store, who, name, options)),
      remove: (process, options) => actAs(who, 'admin', (able) => removeProcess(store, able, process, options?.reports ?? false)),
      setAsOf: (process, asOf) => actAs(who, 'editor', (able) => setProcessDay(store, able, process, asOf)),
    },
    reports: {
      list: (filter = {}) => listReports(store, who, filter),
      get: (id) => getReport(store, who, id),
      remove: (id) => actAs(who, 'editor', (able) => removeReport(store, able, id)),
      file: (id, process) => actAs(who, 'editor', (able) => fileReport(store, able, id, process, true)),
      unfile: (id, process) => actAs(who, 'editor', (able) => fileReport(store, able, id, process, false)),
      setMark: (id, mark) => actAs(who, 'editor', (able) => setReportMark(store, able, id, mark)),
      setGrade: (id, grade) => actAs(who, 'editor', (able) => setReportGrade(store, able, id, grade)),
    },
    async add(inputs, call = {}) {
      const run = await start(inputs, call);
      return runs.ended(who.reader, run.id);
    },
    adding: {
      start: (inputs, options = {}) => start(inputs, options),
      get: async (id) => runs.get(who.reader, id),
      list: async () => runs.list(who.reader),
      stop: (id) => runs.stop(who.reader, id),
    },
    async addReadings(lines, call = {}) {
      const options = optionsOf(call);
      demand(who, 'editor');
      await processIdsOf(store, who, options.processes ?? []);
      const run = runs.start(
        who.reader,
        (adding, progressed) => addReadings(store, readers, who, lines, options, adding, progressed),
        notedCall(call),
      );
      return runs.ended(who.reader, run.id);
    },
    actors: {
      list: (filter = {}) => listActors(store, who, filter),
      get: (id, options = {}) => getActor(store, who, id, options),
      alike: (id) => alikeTo(store, who, id),
      merge: (actor, into) => everywhere('reviewer', () => mergeActors(store, who, actor, into)),
      split: (actor) => everywhere('reviewer', () => splitActor(store, who, actor)),
    },
    watches: {
      list: () => listWatches(store, who),
      add: (watch) =>
        actAs(who, 'editor', async (able) => {
          if (able.clearance === null && (watch.process ?? null) === null)
            throw new ParleyError('not-allowed', 'name the process that the reports belong to');
          await checkPlace(watch);
          return addWatch(store, able, watch, new Date());
        }),
      remove: (watch) => actAs(who, 'editor', (able) => removeWatch(store, able, watch)),
      pause: (watch, paused) => actAs(who, 'editor', (able) => pauseWatch(store, able, watch, paused, new Date())),
      run: (watch) => actAs(who, 'editor', (able) => house.watchers.run(able, watch)),
    },
    people: {
      list: () => listAccounts(store, who),
      add: async (user, password = null) =>
        addAccount(store, who, user, password === null ? null : await chosenPassword(password, house.cost), new Date()),
      set: (name, change) => setAccount(store, who, name, change, new Date()),
      remove: (name) => removeAccount(store, who, name, new Date()),
      password: async (name, password) =>
        everywhere('admin', async () =>
          setPassword(store, who, name, password === null ? null : await chosenPassword(password, house.cost), new Date()),
        ),
    },
    tokens: {
      list: (user) => listTokens(store, who, user),
      make: (token) => makeToken(store, who, token, new Date()),
      revoke: (id) => revokeToken(store, who, id, new Date()),
    },
    audit: (filter = {}) =>
      everywhere('admin', async () => {
        await audit.settle();
        return listAudit(store, who, filter);
      }),
    gate: house.gate,
    search: (query, filter = {}) => search(store, who, query, filter),
    async tell(what, { process, asOf, kinds, limit } = {}) {
      const of = process === undefined ? null : await getProcess(store, who, process);
      const day = asOf === undefined ? (of?.asOf ?? null) : asOf;
      return studies.tell({ who, what, process: of?.id ?? null, day: day === null ? today() : checkDay(day), kinds, limit }, onEarlier);
    },
    lines: async (refs) => [...(await citedLines(store.read, who, refs)).values()],
    review: (line, decision) =>
      actAs(who, 'reviewer', async (able) => {
        const parsed = decisionSchema.parse(decision);
        const carries = parsed.state === 'accepted' || parsed.state === 'rejected';
        return reviewLine(store, able, line, parsed, carries ? await twinsOf(store, able, line) : []);
      }),
    edit: (line, version) => actAs(who, 'reviewer', async (able) => editLine(store, able, line, lineVersionSchema.parse(version))),
    make: (report, line) => actAs(who, 'reviewer', async (able) => makeLine(store, able, report, lineVersionSchema.parse(line))),
    undo: (changes) => actAs(who, 'reviewer', (able) => undoLines(store, able, changes)),
    async queue({ process, until, ...paging } = {}) {
      const of = process === undefined ? null : await getProcess(store, who, process);
      const last = until === undefined ? (of?.asOf ?? undefined) : checkDay(until);
      const deciding = await studies.deciding({ who, process: of?.id ?? null, day: last ?? today() }, onEarlier);
      return queueOf(store.read, who, { process: of?.id, until: last, ...paging }, deciding);
    },
    visit: (process) => visitProcess(store, who, process, new Date().toISOString()),
    async changed(process, since, asOf) {
      const of = await getProcess(store, who, process);
      const day = asOf === undefined ? of.asOf : asOf;
      return studies.changed({ who, process: of.id, since, day: day === null ? today() : checkDay(day) }, onEarlier);
    },
    waiting: (filter = {}) => waitingLines(store.read, who, filter),
    async board(process, asOf) {
      const of = await getProcess(store, who, process);
      const day = asOf === undefined ? of.asOf : asOf;
      const asked = day === null ? null : checkDay(day);
      return boardCited(store, who, of, asked, await studies.board({ who, process: of.id, day: asked ?? today() }, onEarlier));
    },
    async openQuestions(process, asOf) {
      const of = await getProcess(store, who, process);
      const day = asOf === undefined ? of.asOf : asOf;
      return studies.open({ who, process: of.id, day: day === null ? today() : checkDay(day) }, onEarlier);
    },
    async brief(process, { since, asOf, unreviewed = false, all = false }) {
      const of = await getProcess(store, who, process);
      const day = asOf === undefined ? of.asOf : asOf;
      const until = day === null ? today() : checkDay(day);
      return studies.brief({ who, process: of.id, since: checkDay(since), day: until, unreviewed, all }, onEarlier);
    },
    async write(format, { process, asOf } = {}) {
      const of = process === undefined ? null : await getProcess(store, who, process);
      const day = asOf === undefined ? (of?.asOf ?? null) : asOf;
      return studies.write({ who, format, process: of && { id: of.id, name: of.name }, day: day === null ? today() : checkDay(day) });
    },
    import: (items) => everywhere('admin', () => importAll(store, items)),
    export: (filter = {}) => exported(store, who, filter),
    history: (filter = {}) => listChanges(store, who, filter),
    close() {
      house.closed ??= closeHouse(house);
      return house.closed;
    },
  };
  return audited(plain, audit, store);
}

/** Over a home this process reads; over a database any worker does, and this process among them unless it has no threads for it. */
function openReading(
  place: Place,
  store: Store,
  threads: number | undefined,
): { readonly readers: Readers; readonly worker: Worker | null } {
  if (!isDatabase(place)) {
    if (threads === 0) throw new ParleyError('bad-option', '0 workers: over a home nobody else reads');
    return { readers: openReaders(threads), worker: null };
  }
  const queue = readingQueue(place);
  let worker: Worker | null = null;
  const readers = openReaders(threads === 0 ? 1 : threads, {
    ...queue,
    send(tx, report) {
      void worker?.start().catch((error: unknown) => console.error(error));
      return queue.send(tx, report);
    },
    async close() {
      await worker?.stop();
      await queue.close();
    },
  });
  if (threads !== 0) worker = new Worker(store, readers, queue, (error) => console.error(asParleyError(error).message));
  return { readers, worker };
}

/**
 * Opens a home, or the database that the record lives in, in this process. Throws `home-not-writable`, `store-newer`, `store-damaged`, `store-full`,
 * `store-busy`, the errors of a database, and for a desk (`serve`) over a home `desk-running`.
 */
export async function openParley({
  home,
  reader = LOCAL_READER,
  serve = false,
  workers,
  env = process.env,
  passwordCost: cost = COST,
}: OpenOptions = {}): Promise<Parley> {
  const place = home !== undefined && isDatabase(home) ? home : placeOf(home, env);
  if (!isDatabase(place)) makeHome(place);
  // A database is open to any number of desks.
  const held = serve && !isDatabase(place) ? holdHome(place) : null;
  try {
    const store = await openPlace(place, programVersion());
    const runs = new Runs();
    const studies = openStudies(store, serve ? place : null, () => runs.busy);
    const { readers, worker } = openReading(place, store, workers);
    const watchers = new Watchers(store, readers, reliefWebAccess(env));
    // A desk reads also what others have put up.
    if (serve) void worker?.start().catch((error: unknown) => console.error(error));
    if (serve) watchers.start((error) => console.error(error));
    const failed = (error: unknown): void => console.error(error);
    const audit = new AuditLog(store, failed);
    const gate = openGate(store, failed, cost);
    return parleyFor({ home: shownPlace(place), store, readers, runs, studies, watchers, audit, gate, cost, held, closed: null }, reader);
  } catch (error) {
    held?.release();
    throw error;
  }
}
