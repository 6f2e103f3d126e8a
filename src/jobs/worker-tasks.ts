// What is done in a thread that reads: opening a file or page, and reading a report.
import type { ReadingInput } from '../reading/draft.js';
import { readReport, timesIn } from '../reading/reader.js';
import { openResources, type Resources } from '../reading/resources.js';
import { type Opened, openSource, type Source } from '../report/open.js';
import { type Given, reportOfText } from '../report/report.js';
import type { Reading, TimeExpression } from '../terms/reading.js';
import type { Report } from '../terms/report.js';
import { type Answer, answer, type ErrorSent, sent } from './answer.js';
import { readPackageFile } from './package-files.js';

export interface OpenedSent {
  readonly reports: readonly Report[];
  readonly refused: readonly { readonly from: string; readonly error: ErrorSent }[];
  readonly links: Opened['links'];
}

/** Opens bytes of any kind. */
export const open = (source: Source): Promise<Answer<OpenedSent>> =>
  answer(async () => {
    const { reports, refused, links } = await openSource(source);
    return { reports, refused: refused.map(({ from, error }) => ({ from, error: sent(error) })), links };
  });

/** A report of a pasted text. */
export const paste = ({
  text,
  given,
  name,
}: {
  readonly text: string;
  readonly given: Given;
  readonly name: string;
}): Promise<Answer<OpenedSent>> => answer(() => ({ reports: [reportOfText(text, given, name)], refused: [], links: [] }));

let resources: Resources | null = null;

/** Reads a report; models and lexicons are opened once a thread. */
export const read = (input: ReadingInput): Promise<Answer<Reading>> =>
  answer(() => {
    resources ??= openResources(readPackageFile);
    return readReport(input, resources);
  });

/** The dates and times of a report. */
export const times = (input: ReadingInput): Promise<Answer<readonly TimeExpression[]>> =>
  answer(() => {
    resources ??= openResources(readPackageFile);
    return timesIn(input, resources);
  });
