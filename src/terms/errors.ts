// Every error Parley can give: a readable code, what happened, the next step, and what it means to a shell and to a browser.

export interface ErrorEntry {
  /** What happened, with `{value}` for the offending value. */
  readonly message: string;
  /** What to do next. */
  readonly next: string;
  /** Exit code of the program. */
  readonly exit: number;
  /** HTTP status of the desk. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 504 | 507;
}

const entry = (exit: number, status: ErrorEntry['status'], message: string, next: string): ErrorEntry => ({ exit, status, message, next });

/** The one table; docs/errors.md is checked against it. Exit codes: 2 usage, 3 bad input, 4 not found, 5 store, 6 network, 7 not allowed, 1 a fault of Parley's own. */
export const ERRORS = {
  usage: entry(2, 400, 'The command was not understood: {value}.', 'Run the command with --help for its flags and examples.'),
  'bad-option': entry(2, 400, 'The value {value} cannot be used here.', 'Run the command with --help for what the option takes.'),
  'bad-request': entry(2, 400, 'The request is not valid: {value}.', 'See /api for what each call takes.'),
  'empty-input': entry(3, 422, 'There is no text in {value}.', 'Check that the file or page holds the report itself.'),
  'binary-input': entry(
    3,
    415,
    '{value} is not a text, page, PDF, DOCX, EML or feed.',
    'Save the report in one of these formats, or paste its text.',
  ),
  'too-large': entry(3, 413, '{value} is larger than a report can be.', 'Split it, or raise the limit with --max-size.'),
  'broken-file': entry(3, 422, '{value} is damaged and cannot be opened.', 'Download or save it once more.'),
  'encrypted-file': entry(3, 422, '{value} is protected by a password.', 'Save it without protection.'),
  'pdf-without-text': entry(
    3,
    422,
    '{value} holds pictures of pages and no text.',
    'Run text recognition (OCR) on it first, then add the result.',
  ),
  'broken-feed-entry': entry(
    3,
    422,
    'An entry of the feed cannot be used: {value}.',
    'The other entries were taken; open the entry on its own page to add it by hand.',
  ),
  'bad-line': entry(3, 422, 'This line is not a report: {value}.', 'Each line must be a JSON object with a text "id" and a text "text".'),
  'bad-archive': entry(
    3,
    422,
    'This is not an export of Parley: {value}.',
    'Give the file that parley export wrote; what came before this line is kept.',
  ),
  'bad-reading': entry(3, 422, 'This reading does not have the shape of a reading: {value}.', 'See docs/reading.md for the shape.'),
  'bad-date': entry(3, 422, '{value} is not a date.', 'Write it as 2014-02-01, 2014-02 or another EDTF level 1 date.'),
  'unread-language': entry(
    3,
    422,
    'The report is in another language than English ({value}) and is kept unread.',
    'Add a translation to have it read.',
  ),
  'unknown-report': entry(4, 404, 'No report has the id {value}.', 'List the reports with: parley list'),
  'unknown-process': entry(4, 404, 'No process is called {value}.', 'List the processes with: parley process list'),
  'unknown-actor': entry(4, 404, 'No actor has the id {value}.', 'See who is known with: parley who'),
  'unknown-line': entry(4, 404, 'No line of the record has the id {value}.', 'See the lines with: parley lines'),
  'unknown-watch': entry(4, 404, 'No source is watched as {value}.', 'See what is watched with: parley watch list'),
  'unknown-user': entry(4, 404, 'No user is called {value}.', 'See who may sign in with: parley user list'),
  'unknown-token': entry(4, 404, 'No token has the id {value}.', 'See the tokens with: parley token list'),
  'unknown-page': entry(4, 404, 'There is no page at {value}.', 'Start from the first page of the desk.'),
  'file-not-found': entry(4, 404, 'There is no file or folder at {value}.', 'Check the path.'),
  'process-exists': entry(2, 409, 'A process called {value} exists already.', 'Choose another name.'),
  conflict: entry(2, 409, 'Somebody changed this before you: {value}.', 'Look at it again, then decide.'),
  'home-not-writable': entry(
    5,
    500,
    'The home {value} cannot be written to.',
    'Choose another with --home or PARLEY_HOME, or change its permissions.',
  ),
  'store-newer': entry(5, 500, 'The store was written by a newer Parley ({value}).', 'Update Parley; nothing was changed.'),
  'store-damaged': entry(5, 500, 'The store is damaged: {value}.', 'Restore the last backup with: parley restore'),
  'store-full': entry(
    5,
    507,
    'The disk is full: {value}.',
    'Free some space and run the command again; what was reported as kept is kept.',
  ),
  'store-busy': entry(
    5,
    503,
    'The store is in use by another program: {value}.',
    'Wait for it to end, or run the command through the desk.',
  ),
  'bad-database': entry(
    2,
    400,
    'This is no address of a PostgreSQL database: {value}.',
    'Write it as postgres://user:password@host:5432/name, for example in PARLEY_DATABASE_URL.',
  ),
  'database-unreachable': entry(
    5,
    503,
    'The database {value} does not answer.',
    'See whether it runs and can be reached from here, then try again; what was reported as kept is kept.',
  ),
  'database-refused': entry(
    5,
    503,
    'The database refuses this: {value}.',
    'Check user, password and the name of the database in PARLEY_DATABASE_URL, and what that user may do.',
  ),
  'database-too-old': entry(5, 503, 'The database is PostgreSQL {value}, which is too old.', 'Use PostgreSQL 15 or newer.'),
  'database-not-empty': entry(5, 409, 'There is a record already in {value}.', 'Choose a place without one; nothing was changed there.'),
  'copy-differs': entry(
    5,
    500,
    'The copy of the record does not agree with it: {value}.',
    'Nothing was kept of the copy. Check the record with: parley check',
  ),
  'file-exists': entry(2, 409, 'There is a file at {value} already.', 'Choose another name; nothing was written.'),
  'bad-backup': entry(3, 422, 'This is no whole backup of a record: {value}.', 'Take another backup; the home was left as it is.'),
  'nothing-to-redact': entry(4, 404, 'The name {value} stands nowhere in the record.', 'Check how it is written with: parley search'),
  'redact-incomplete': entry(
    5,
    500,
    'What was to be removed would still stand in {value}; nothing was changed.',
    'Please report it, without the name; until then keep the record where nobody reads it.',
  ),
  'home-not-empty': entry(
    5,
    409,
    'The home {value} holds a record already.',
    'Choose another with --home, or replace its record with --force.',
  ),
  'desk-running': entry(
    5,
    409,
    'A desk is already serving this home at {value}.',
    'Use that one, or stop it first, or choose another --home.',
  ),
  'port-in-use': entry(5, 503, 'Port {value} is in use by another program.', 'Choose another with --port.'),
  'fetch-failed': entry(6, 502, 'The address {value} could not be reached.', 'Check the address and the connection.'),
  'fetch-status': entry(6, 502, 'The address answered with an error: {value}.', 'Open it in a browser, or add the saved page.'),
  'fetch-timeout': entry(6, 504, 'The address {value} did not answer in time.', 'Try again later, or raise --timeout.'),
  'fetch-private': entry(7, 403, 'The address {value} is on a private network.', 'Allow it with --allow-private if you trust it.'),
  'too-many-redirects': entry(6, 502, 'The address {value} redirects without end.', 'Give the final address.'),
  'not-signed-in': entry(7, 401, 'You are not signed in: {value}.', 'Sign in first, or send a token that still holds.'),
  'wrong-sign-in': entry(7, 401, 'You are not let in: {value}.', 'Try again, or ask an admin.'),
  'open-desk': entry(
    7,
    403,
    'The desk would be open to everybody who reaches {value}: nobody has an account.',
    'Let somebody in first with: parley user add NAME --role admin --clearance RED. Where a proxy signs people in, set PARLEY_OPEN_DESK=yes.',
  ),
  'not-allowed': entry(7, 403, 'You may not do this: {value}.', 'Ask somebody with the right role.'),
  'too-many-tries': entry(7, 429, 'Too many tries: {value}.', 'Wait a little, then try again.'),
  'setting-missing': entry(5, 503, 'The setting {value} is missing.', 'Set it in the environment that Parley is started in.'),
  'no-chromium': entry(
    5,
    503,
    'There is no Chromium {value}, which makes the PDF.',
    'Install Chromium or name one in PARLEY_CHROMIUM, or take --format html and print it.',
  ),
  'model-damaged': entry(1, 500, 'A model file cannot be used: {value}.', 'Install Parley again.'),
  fault: entry(1, 500, 'Something went wrong inside Parley: {value}.', 'Please report it with what you did; nothing already kept is lost.'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error of the table with its offending value; what a person sees is `message` and `next`. */
export class ParleyError extends Error {
  readonly code: ErrorCode;
  readonly value: string;
  constructor(code: ErrorCode, value: string, options?: ErrorOptions) {
    super(
      ERRORS[code].message.replace('{value}', () => value),
      options,
    );
    this.name = 'ParleyError';
    this.code = code;
    this.value = value;
  }
  get next(): string {
    return ERRORS[this.code].next;
  }
  get exit(): number {
    return ERRORS[this.code].exit;
  }
  get status(): ErrorEntry['status'] {
    return ERRORS[this.code].status;
  }
  toJSON(): { error: { code: ErrorCode; value: string; message: string; next: string } } {
    return { error: { code: this.code, value: this.value, message: this.message, next: this.next } };
  }
}

/** Any thrown thing as an error of the table; what is none of ours is a fault of Parley's own and keeps its cause. */
export const asParleyError = (thrown: unknown): ParleyError =>
  thrown instanceof ParleyError
    ? thrown
    : new ParleyError('fault', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
