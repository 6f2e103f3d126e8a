// The calls of a home with a log of them: what each shows or changes is noted for whoever asked.
import { splitLine } from '../record/citations.js';
import type { Store } from '../record/store.js';
import { type Mark, markSchema } from '../terms/marks.js';
import type { AuditLog } from './audit-log.js';
import type { Parley } from './contract.js';

const reportsOf = (lines: Iterable<string>): string[] => [...lines].map((line) => splitLine(line).report);

async function markOf(store: Store, report: string): Promise<Mark | null> {
  const row = await store.read.selectFrom('report').select('mark').where('id', '=', report).executeTakeFirst();
  return row ? markSchema.parse(row.mark) : null;
}

/** The same calls, noted in the log. */
export function audited(parley: Parley, log: AuditLog, store: Store): Parley {
  const who = parley.reader;
  /** Notes that all of a process was looked at; it is named by id or name. */
  const all = async <T>(what: string, process: string | undefined, look: () => Promise<T>): Promise<T> => {
    const answer = await look();
    log.sawAll(who, what, process === undefined ? null : (await parley.processes.get(process)).id);
    return answer;
  };
  const change = async <T>(what: string, report: string, make: () => Promise<T>): Promise<T> => {
    const answer = await make();
    log.changed(who, what, [report]);
    return answer;
  };
  return {
    ...parley,
    reports: {
      ...parley.reports,
      async list(filter) {
        const listed = await parley.reports.list(filter);
        const marks = listed.items.map(({ mark }) => mark);
        log.sawListed(who, 'list of reports', filter?.process ?? null, marks);
        return listed;
      },
      async get(id) {
        const page = await parley.reports.get(id);
        log.saw(who, 'report', [id]);
        return page;
      },
      async remove(id) {
        const before = await markOf(store, id);
        await parley.reports.remove(id);
        log.changedFrom(who, 'report removed', id, before);
      },
      async setMark(id, mark) {
        const before = await markOf(store, id);
        await parley.reports.setMark(id, mark);
        log.changedFrom(who, `marked ${mark}`, id, before, mark);
      },
      setGrade: (id, grade) => change('report graded', id, () => parley.reports.setGrade(id, grade)),
      file: (id, process) => change(`filed under ${process}`, id, () => parley.reports.file(id, process)),
      unfile: (id, process) => change(`taken out of ${process}`, id, () => parley.reports.unfile(id, process)),
    },
    actors: {
      ...parley.actors,
      list: (filter) => all('actors', filter?.process, () => parley.actors.list(filter)),
      async get(id, options) {
        const page = await parley.actors.get(id, options);
        const cited = [...page.statements, ...page.claims].map(({ citation }) => citation.report);
        log.saw(who, 'words', cited);
        return page;
      },
    },
    async search(query, filter) {
      const found = await parley.search(query, filter);
      const reports = found.items.map(({ report }) => report.id);
      log.saw(who, 'found by a search', reports);
      return found;
    },
    tell: (what, options) => all(`sheet of ${what}`, options?.process, () => parley.tell(what, options)),
    board: (process, asOf) => all('board', process, () => parley.board(process, asOf)),
    changed: (process, since, asOf) => all('what changed', process, () => parley.changed(process, since, asOf)),
    brief: (process, options) => all('brief', process, () => parley.brief(process, options)),
    write: (format, options) => all(`file of ${format}`, options?.process, () => parley.write(format, options)),
    history: (filter) => all('history', undefined, () => parley.history(filter)),
    async *export(filter) {
      log.sawAll(who, 'export', filter?.process === undefined ? null : (await parley.processes.get(filter.process)).id);
      yield* parley.export(filter);
    },
    async lines(refs) {
      const lines = await parley.lines(refs);
      const reports = lines.map(({ citation }) => citation.report);
      log.saw(who, 'words', reports);
      return lines;
    },
    async review(line, decision) {
      const reviewed = await parley.review(line, decision);
      log.changed(who, `line ${decision.state}`, reportsOf(reviewed.changes.map((one) => one.line)));
      return reviewed;
    },
    edit: (line, version) => change('line edited', splitLine(line).report, () => parley.edit(line, version)),
    make: (report, line) => change('line made', report, () => parley.make(report, line)),
    async undo(changes) {
      await parley.undo(changes);
      const rows = await store.read
        .selectFrom('change')
        .select('report')
        .where('seq', 'in', [...changes])
        .execute();
      log.changed(
        who,
        'line restored',
        rows.flatMap(({ report }) => report ?? []),
      );
    },
  };
}
