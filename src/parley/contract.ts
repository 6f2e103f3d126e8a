// What can be asked of a home: the one interface that the store in this process and a running desk both answer.
import type { AddInput, AddOptions, AddProgress, AddResult, AddRun } from '../terms/adding.js';
import type { Board } from '../terms/board.js';
import type { Brief } from '../terms/brief.js';
import type { Earlier } from '../terms/earlier.js';
import type { FormatName } from '../terms/formats.js';
import type { Grade, Mark, ReaderOf } from '../terms/marks.js';
import type { AuditEntry, MadeToken, NewToken, NewUser, PasswordCost, SignedIn, Token, User, UserChange } from '../terms/people.js';
import type { ClaimKind } from '../terms/reading.js';
import type {
  ActorPage,
  ActorSummary,
  Alike,
  Change,
  Changed,
  CitedLine,
  Decision,
  Exported,
  Imported,
  LineVersion,
  Process,
  Queue,
  ReportPage,
  ReportSummary,
  Reviewed,
  SearchHit,
  Visit,
  Waiting,
} from '../terms/record.js';

import type { OpenQuestions } from '../terms/study.js';
import type { NewWatch, Watch } from '../terms/watching.js';

export const TOLD = ['talks', 'access', 'due', 'who', 'origins', 'lines'] as const;
export type Told = (typeof TOLD)[number];

/** A page of a long list; `total` counts the whole. `limit` is 50 where none is asked. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}
export interface Paging {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}
export interface AddCall extends AddOptions {
  /** Called after each report with what became of it. */
  readonly onResult?: ((result: AddResult, progress: AddProgress) => void) | undefined;
  /** Stops after the report in hand; what was reported as kept stays. */
  readonly signal?: AbortSignal | undefined;
}

/** From where somebody signs in. */
export interface SignInFrom {
  /** The address of their machine. */
  readonly address: string;
  /** Name of a browser that has signed in with this name before; null for any other. */
  readonly browser: string | null;
}

/** Tells a desk who is asking. It is of the record itself: a command that goes through a desk has none. */
export interface Gate {
  /** True where anybody has an account. */
  hasAccounts(): Promise<boolean>;
  /** What desks of this record sign with; the same for all of them. */
  secret(): Promise<string>;
  /** Throws `wrong-sign-in`, and `too-many-tries` while this name must wait from there. */
  signIn(name: string, password: string, from: SignInFrom): Promise<SignedIn>;
  /** Signs in the user of a subject that a provider of OpenID Connect has vouched for. Throws `wrong-sign-in` where there is none. */
  signInAs(subject: string, from: SignInFrom): Promise<SignedIn>;
  /** For whom a session is, or null. */
  session(secret: string): Promise<ReaderOf | null>;
  /** For whom a token is, and what it may, or null. */
  token(secret: string): Promise<ReaderOf | null>;
  signOut(session: string): Promise<void>;
  /** Changes one's own password; other sessions end. Throws `wrong-sign-in` where the one before is wrong, `too-many-tries`, `bad-request`. */
  changePassword(who: ReaderOf, before: string, after: string, from: SignInFrom, session: string): Promise<void>;
  /** Random bytes that nobody guesses, as text. */
  newSecret(): string;
}

/**
 * All that can be asked of a home, for one reader. The store in this process and a running desk over HTTP both answer it.
 * Everything given back is plain JSON data. Processes are given by id or by name. Errors are `ParleyError`s of the table.
 */
export interface Parley {
  /** The folder of the store, or the address of its database without user and password. */
  readonly home: string;
  /** For whom the calls are made. */
  readonly reader: ReaderOf;
  /** The same home for somebody else; `onEarlier` is told of each answer that is of an earlier state, while the newer one is being worked in. */
  as(reader: ReaderOf, onEarlier?: (earlier: Earlier) => void): Parley;

  readonly processes: {
    list(): Promise<readonly Process[]>;
    get(process: string): Promise<Process>;
    /** Throws `process-exists`. */
    create(name: string, options?: { readonly asOf?: string | null | undefined; readonly demo?: boolean | undefined }): Promise<Process>;
    /** Removes the process; with `reports`, also its reports that are in no other. */
    remove(process: string, options?: { readonly reports?: boolean | undefined }): Promise<{ readonly reports: number }>;
    /** Sets the day its boards look at; null: now. */
    setAsOf(process: string, asOf: string | null): Promise<Process>;
  };

  readonly reports: {
    /** Newest first by day of publication; those without one last. */
    list(filter?: Paging & { readonly process?: string | undefined; readonly until?: string | undefined }): Promise<Listed<ReportSummary>>;
    /** Throws `unknown-report`. */
    get(id: string): Promise<ReportPage>;
    remove(id: string): Promise<void>;
    file(id: string, process: string): Promise<void>;
    unfile(id: string, process: string): Promise<void>;
    setMark(id: string, mark: Mark): Promise<void>;
    setGrade(id: string, grade: Grade | null): Promise<void>;
  };

  /** Reads and keeps reports, and resolves when all are dealt with. Each is acknowledged only once it is on the disk. */
  add(inputs: readonly AddInput[], call?: AddCall): Promise<AddRun>;
  /** The same without waiting: starts, and tells how far it has come. */
  readonly adding: {
    start(inputs: readonly AddInput[], options?: AddOptions): Promise<AddRun>;
    /** Throws `unknown-page` where no such run is known. */
    get(id: string): Promise<AddRun>;
    list(): Promise<readonly AddRun[]>;
    stop(id: string): Promise<void>;
  };
  /** Keeps reports with readings made elsewhere: lines of JSON in the shape of a reading, ids kept. */
  addReadings(lines: AsyncIterable<string> | Iterable<string>, call?: AddCall): Promise<AddRun>;

  readonly actors: {
    /** The most often meant first; `named` finds part of a name. */
    list(
      filter?: Paging & {
        readonly process?: string | undefined;
        readonly named?: string | undefined;
        /** Counts what was published up to a day. */
        readonly until?: string | undefined;
      },
    ): Promise<Listed<ActorSummary>>;
    /** Throws `unknown-actor`. */
    get(id: string, options?: Paging): Promise<ActorPage>;
    /** Who may be the same under another name; nobody is merged by itself. */
    alike(id: string): Promise<readonly Alike[]>;
    /** Makes an actor one with another, whose name stands. Throws `bad-request` for two of different kinds: a voice is never merged with somebody named. */
    merge(actor: string, into: string): Promise<void>;
    /** Takes the merge of an actor back. */
    split(actor: string): Promise<void>;
  };

  /** Feeds, folders, mailboxes and searches of ReliefWeb that are looked at by themselves while a desk serves. Named by id or place. */
  readonly watches: {
    list(): Promise<readonly Watch[]>;
    /** Due at once. Throws `unknown-process`, `conflict` where the place is watched already. */
    add(watch: NewWatch): Promise<Watch>;
    /** What it brought stays. Throws `unknown-watch`. */
    remove(watch: string): Promise<void>;
    /** Looks at it no more until it is resumed (`paused` false), and then at once. Throws `unknown-watch`. */
    pause(watch: string, paused: boolean): Promise<Watch>;
    /** Looks now, due or not, and resolves when what is new is kept; what went wrong there is in the answer. Throws `unknown-watch`. */
    run(watch: string): Promise<Watch>;
  };

  /** Who may sign in. Only an admin may ask, and lets nobody do or see more than they may themselves. */
  readonly people: {
    list(): Promise<readonly User[]>;
    /** Throws `conflict`, `unknown-process`, `bad-request`, `not-allowed`. The first must be an admin of everything. */
    add(user: NewUser, password?: string | null): Promise<User>;
    /** Holds from their next request on. Throws `unknown-user` and what `add` throws. */
    set(name: string, change: UserChange): Promise<User>;
    /** Ends their sessions and tokens; what they did stays under their name. Throws `unknown-user`, `conflict`. */
    remove(name: string): Promise<void>;
    /** Sets a password, or takes it away; sessions end. Throws `unknown-user`, `bad-request`. */
    password(name: string, password: string | null): Promise<void>;
  };
  /** What programs are let in by. Everybody may ask for their own; an admin sees and ends those of others. */
  readonly tokens: {
    list(user?: string): Promise<readonly Token[]>;
    /** Throws `unknown-user`, `bad-request`, and `not-allowed` for another's. */
    make(token: NewToken): Promise<MadeToken>;
    /** Throws `unknown-token`. */
    revoke(id: string): Promise<void>;
  };
  /** The log of who saw and changed what is marked above GREEN, and of who let whom in, newest first. For an admin. */
  audit(
    filter?: Paging & {
      readonly by?: string | undefined;
      readonly did?: string | undefined;
      readonly report?: string | undefined;
      readonly since?: string | undefined;
      readonly until?: string | undefined;
    },
  ): Promise<Listed<AuditEntry>>;
  readonly gate: Gate;

  /** Full text over reports, statements and claims; any text is a valid query, words in quotation marks are a phrase, a trailing * a beginning. */
  search(
    query: string,
    filter?: Paging & {
      readonly process?: string | undefined;
      readonly found?: SearchHit['found'] | undefined;
      readonly kind?: ClaimKind | undefined;
      readonly since?: string | undefined;
      readonly until?: string | undefined;
      /** Part of the name of who said it; without words all that they said, the last first. */
      readonly by?: string | undefined;
    },
  ): Promise<Listed<SearchHit>>;

  /**
   * What the study tells, as plain objects: the rounds and who comes, the access ladders and blame, what is due and silent, who is who,
   * which reports are one dispatch, lines and contradictions. As of a day (YYYY-MM-DD), by default the process's own; without a process over all reports.
   */
  tell(
    what: Told,
    options?: {
      readonly process?: string | undefined;
      readonly asOf?: string | null | undefined;
      /** Of lines: those of these kinds alone, those of the most origins first, without contradictions; and at most so many of them. */
      readonly kinds?: readonly ClaimKind[] | undefined;
      readonly limit?: number | undefined;
    },
  ): Promise<Record<string, unknown>>;

  /** The lines at references (`report:line`) with their words; those that are not there or may not be seen are left out. */
  lines(refs: readonly string[]): Promise<readonly CitedLine[]>;

  /**
   * Decides on a line (`report:line`) and gives how it was before. Accepting and rejecting carry to the same words in copies of one dispatch,
   * where nobody has decided on them. Throws `unknown-line`, and `bad-request` where a reason is missing.
   */
  review(line: string, decision: Decision): Promise<Reviewed>;
  /** Puts somebody's version in the place of a line's; the reader's is kept. Throws `unknown-line`, `bad-request`. */
  edit(line: string, version: LineVersion): Promise<Reviewed>;
  /** Makes a statement or claim by hand from words of a report; its id is given (`report:hand-1`). Throws `unknown-report`, `bad-request`. */
  make(report: string, line: LineVersion): Promise<Reviewed>;
  /** Undoes changes of lines by their numbers in the history, all or none. Throws `conflict` where a line was changed since. */
  undo(changes: readonly number[]): Promise<void>;
  /** What still needs eyes: first the lines that a board hangs on, then the surest; and on whose desk they lie. Until a day, by default the process's own. */
  queue(filter?: Paging & { readonly process?: string | undefined; readonly until?: string | undefined }): Promise<Queue>;
  /** Notes that the reader looks at a process, and gives when their visit before this one ended. A visit is over after half an hour without a look. */
  visit(process: string): Promise<Visit>;
  /** What the reports added since a moment (ISO 8601 in UTC) changed, as of a day, by default the process's own. */
  changed(process: string, since: string, asOf?: string | null): Promise<Changed>;
  /** How many lines of how many reports nobody has reviewed. */
  waiting(filter?: { readonly process?: string | undefined; readonly until?: string | undefined }): Promise<Waiting>;

  /** The board of a process as of a day (YYYY-MM-DD), by default the process's own. */
  board(process: string, asOf?: string | null): Promise<Board>;
  /** What is disputed (the newest hundred), what is due and what has had no word, as of a day, by default the process's own. */
  openQuestions(process: string, asOf?: string | null): Promise<OpenQuestions>;

  /**
   * What changed in a process since a day (YYYY-MM-DD), each sentence with its words; only what somebody has reviewed, unless `unreviewed`.
   * Of a long section the weightiest forty sentences, and how many more there are; `all` gives them all.
   */
  brief(
    process: string,
    options: {
      readonly since: string;
      readonly asOf?: string | null | undefined;
      readonly unreviewed?: boolean | undefined;
      readonly all?: boolean | undefined;
    },
  ): Promise<Brief>;

  /** The text of a format of other programs. As of a day, by default the process's own; `training` holds the reviewed lines of any day. */
  write(
    format: FormatName,
    options?: { readonly process?: string | undefined; readonly asOf?: string | null | undefined },
  ): Promise<string>;

  /** Takes in what `export` gave; what is here already stays as it is. Throws `conflict`, `process-exists`. */
  import(items: AsyncIterable<Exported>): Promise<Imported>;
  /** Everything the reader may see: processes, then reports with their readings. */
  export(filter?: { readonly process?: string | undefined }): AsyncIterable<Exported>;
  /** Changes of the record, newest first. */
  history(filter?: Paging & { readonly about?: string | undefined; readonly what?: string | undefined }): Promise<Listed<Change>>;

  close(): Promise<void>;
}

/** How a home is opened. */
export interface OpenOptions {
  /** The folder of the store, made where it is missing, or the address of a PostgreSQL database; by default `PARLEY_DATABASE_URL`, else the home of this user. */
  readonly home?: string | undefined;
  readonly reader?: ReaderOf | undefined;
  /** Takes the home for a desk: throws `desk-running` where another desk has it. */
  readonly serve?: boolean | undefined;
  /** The environment with the settings of the program; by default that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** How much work a password is; by default what is held for enough, and some hundred milliseconds. */
  readonly passwordCost?: PasswordCost | undefined;
  /** Threads that read; by default one a core less one, at least one. */
  readonly workers?: number | undefined;
}
