// The tables of the store, the same on every engine; each row of a report is found by the report's id first, so that stores can be spread by it.
import type { Generated } from 'kysely';

/** JSON in a text column, parsed with zod where it is read. */
type Json = string;
/** 0 or 1. */
type Flag = number;

/** Which form the store has, and the program that made it so. */
export interface StoreVersionTable {
  version: number;
  name: string;
  at: string;
  program: string;
}

/** Texts by the SHA-256 of their content; never changed. */
export interface ContentTable {
  hash: string;
  text: string;
}

/** Readings without their text, by the SHA-256 of their JSON; never changed. */
export interface ReadingTable {
  id: string;
  /** The hash of the text it was made of. */
  content: string;
  /** The version of the reader, or null for a reading made elsewhere. */
  reader: string | null;
  json: Json;
}

/** The history: every change of what follows, in order. Only ever added to. */
export interface ChangeTable {
  seq: Generated<number>;
  at: string;
  who: string;
  what: string;
  /** Id of the process, report or line. */
  about: string;
  report: string | null;
  data: Json;
}

export interface ProcessTable {
  id: string;
  name: string;
  /** The name in lower case, which is one process's alone. */
  name_key: string;
  as_of: string | null;
  demo: Flag;
  created: string;
}

export interface ReportTable {
  id: string;
  content: string;
  title: string;
  publisher: string | null;
  published: string | null;
  /** First and last day the publication date may mean, YYYY-MM-DD; the first sorts. */
  published_first: string | null;
  published_last: string | null;
  dateline: string | null;
  credit: string | null;
  language: string | null;
  format: string;
  url: string | null;
  came_from: string | null;
  mark: string;
  reliability: string | null;
  credibility: number | null;
  added: string;
  added_by: string;
  words: number;
  /** The Report without its text. */
  json: Json;
  reading: string | null;
  statements: number;
  claims: number;
  /** Lines nobody has reviewed. */
  unread: number;
}

/** Which report belongs to which process. */
export interface FilingTable {
  report: string;
  process: string;
}

/** The same text seen again elsewhere. */
export interface SightingTable {
  report: string;
  position: number;
  publisher: string | null;
  published: string | null;
  url: string | null;
  came_from: string | null;
  at: string;
}

export interface StatementTable {
  report: string;
  id: string;
  position: number;
  speaker: string | null;
  voice: string;
  act: string;
  /** The day it was said or, where that is not told, reported; YYYY-MM-DD. */
  day: string | null;
  start: number;
  json: Json;
}

export interface ClaimTable {
  report: string;
  id: string;
  position: number;
  kind: string;
  statement: string | null;
  start: number;
  json: Json;
}

/** Which actor has which part in which claim ("from", "party", "place"). */
export interface ClaimActorTable {
  report: string;
  claim: string;
  part: string;
  actor: string;
}

export interface ActorTable {
  id: string;
  name: string;
  name_key: string;
  kind: string;
  country: string | null;
}

/** What a report calls an actor; `ref` is how its reading refers to it. */
export interface ActorNameTable {
  report: string;
  ref: string;
  position: number;
  name: string;
  actor: string;
}

/** How many reports of a process (`''`: of all) and mark name an actor, and how often it speaks and is meant in them. */
export interface ActorTallyTable {
  process: string;
  mark: string;
  actor: string;
  reports: number;
  statements: number;
  claims: number;
}

/** How many reports of a mark call an actor by a name. */
export interface NameTallyTable {
  actor: string;
  name: string;
  /** The name without case, accents and punctuation. */
  name_key: string;
  mark: string;
  reports: number;
}

export interface ReviewTable {
  report: string;
  line: string;
  state: string;
  who: string;
  at: string;
  reason: string | null;
}

/** An actor that was merged into another. */
export interface JoiningTable {
  actor: string;
  name: string;
  into_actor: string;
  into_name: string;
  kind: string;
  country: string | null;
}

/** A line as somebody put it: in the place of the reader's, or made by hand. */
export interface EditTable {
  report: string;
  line: string;
  json: Json;
}

/** When somebody last looked, which is no change of the record. */
export interface VisitTable {
  reader: string;
  process: string;
  at: string;
  /** The last change there was. */
  seq: number;
  /** The same of the visit before. */
  before_at: string | null;
  before_seq: number | null;
}

/** A feed, folder or mailbox that is looked at by itself, which is no change of the record. */
export interface WatchTable {
  id: string;
  kind: string;
  place: string;
  process: string | null;
  /** Minutes between two looks. */
  every: number;
  mark: string;
  allow_private: Flag;
  added: string;
  added_by: string;
  /** When it was last tried, and is to be next. */
  tried: string | null;
  due: string;
  /** When it last could be looked at, and last brought something new. */
  good: string | null;
  brought: string | null;
  /** Tries in a row that failed. */
  failures: number;
  paused: Flag;
  error: Json | null;
  etag: string | null;
  last_modified: string | null;
  /** Of a folder: its files that are done with, with size and time. */
  seen: Json;
}

/** A backup that was taken, so that what is removed later can be looked for in it. */
export interface BackupTakenTable {
  /** Absolute path. */
  file: string;
  at: string;
  bytes: number;
  /** How many changes the history had. */
  changes: number;
}

/** A row while the file still has to be freed of what was removed for good. */
export interface ScrubbingTable {
  since: string;
}

/** Somebody who may sign in. `role` and `clearance` hold in every process; null: only what the grants say. */
export interface AccountTable {
  id: string;
  name: string;
  /** The name in lower case, which is one account's alone. */
  name_key: string;
  role: string | null;
  clearance: string | null;
  /** How scrypt was asked and what it gave. */
  password: string | null;
  /** Issuer and subject of OpenID Connect. */
  subject: string | null;
  added: string;
  added_by: string;
  seen: string | null;
}

/** What somebody may in one process. */
export interface AccountGrantTable {
  account: string;
  process: string;
  role: string;
  clearance: string;
}

/** A browser that is signed in; the store knows only the hash of what it sends. */
export interface SessionTable {
  hash: string;
  account: string;
  made: string;
  seen: string;
  until: string;
}

/** What a program sends to be let in, by its hash. */
export interface TokenTable {
  id: string;
  hash: string;
  account: string;
  label: string;
  role: string;
  clearance: string;
  made: string;
  until: string | null;
  used: string | null;
}

/** Failed tries of a name from an address, by a hash of both. */
export interface SignInTryTable {
  key: string;
  failures: number;
  last: string;
  until: string;
}

/** What all desks of a record share. */
export interface SettingTable {
  name: string;
  value: string;
}

/** Who saw and changed what is marked above GREEN, and who let whom in. Only ever added to. */
export interface AuditTable {
  seq: Generated<number>;
  at: string;
  who: string;
  did: string;
  what: string;
  report: string | null;
  process: string | null;
  mark: string | null;
  reports: number | null;
}

export interface StoreSchema {
  backup_taken: BackupTakenTable;
  scrubbing: ScrubbingTable;
  store_version: StoreVersionTable;
  content: ContentTable;
  reading: ReadingTable;
  change: ChangeTable;
  process: ProcessTable;
  report: ReportTable;
  filing: FilingTable;
  sighting: SightingTable;
  statement: StatementTable;
  claim: ClaimTable;
  claim_actor: ClaimActorTable;
  actor: ActorTable;
  actor_name: ActorNameTable;
  actor_tally: ActorTallyTable;
  name_tally: NameTallyTable;
  review: ReviewTable;
  edit: EditTable;
  joining: JoiningTable;
  visit: VisitTable;
  watch: WatchTable;
  account: AccountTable;
  account_grant: AccountGrantTable;
  session: SessionTable;
  token: TokenTable;
  sign_in_try: SignInTryTable;
  setting: SettingTable;
  audit: AuditTable;
}

/** Tables that hold what the history is made of. */
export const HISTORY_TABLES = ['content', 'reading', 'change'] as const;

/** Tables beside the history and what it fills, each after those that it points into. */
export const OTHER_TABLES = [
  'visit',
  'watch',
  'backup_taken',
  'account',
  'account_grant',
  'session',
  'token',
  'sign_in_try',
  'setting',
  'audit',
] as const;
