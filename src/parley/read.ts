// Reading without a store: opens files, pages and addresses and reads them in this process, loading only what that needs.

import { readPackageFile } from '../jobs/package-files.js';
import type { ReadingInput, Why } from '../reading/draft.js';
import { explainReport, readReport } from '../reading/reader.js';
import { openResources, type Resources } from '../reading/resources.js';
import { decodeBytes } from '../report/decode.js';
import type { Reading } from '../terms/reading.js';
import type { Report } from '../terms/report.js';

export type { Why } from '../reading/draft.js';
export { bytesOfFile, openFile } from '../report/file.js';
export { linesInFile } from '../report/lines-in-file.js';
export { MAX_BYTES, openSource } from '../report/open.js';
export { type Given, reportAsIs } from '../report/report.js';

export interface Reader {
  /** Checksum over the models and lexicons. */
  readonly version: string;
  /** Reads one report. Pure: the same report gives the same reading. A report in another language than English comes back unread: its reading holds no line. */
  read(report: Report, process?: string): Reading;
  /** The same, with what made each claim. */
  explain(report: Report, process?: string): { readonly reading: Reading; readonly why: readonly Why[] };
}

/** A plain text file as it stands, for its line numbers. */
export const decodeText = (bytes: Uint8Array): string => decodeBytes(bytes).text;

/** True where the reader can read the report: it is in English, or its language could not be told. */
export const isReadable = ({ language }: Report): boolean => language === undefined || language === 'en';

const inputOf = ({ id, text, publisher, published, dateline, parts }: Report, process: string | undefined): ReadingInput => ({
  id,
  text,
  process,
  publisher,
  published,
  dateline,
  parts,
});

/** A reading without lines, in the shape of any other. */
const unread = (input: ReadingInput, { text, language }: Report, resources: Resources): Reading => ({
  ...readReport({ ...input, text: '', parts: [] }, resources),
  text,
  ...(language !== undefined && { language }),
});

/** Opens models and lexicons once for many readings. Throws `model-damaged`. */
export function openReader(): Reader {
  const resources = openResources(readPackageFile);
  return {
    get version() {
      return resources.version;
    },
    read: (report, process) => {
      const input = inputOf(report, process);
      return isReadable(report) ? readReport(input, resources) : unread(input, report, resources);
    },
    explain: (report, process) => {
      const input = inputOf(report, process);
      return isReadable(report) ? explainReport(input, resources) : { reading: unread(input, report, resources), why: [] };
    },
  };
}
