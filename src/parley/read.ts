// Reading without a store: opens files, pages and addresses and reads them in this process, loading only what that needs.

import { readPackageFile } from '../jobs/package-files.js';
import type { ReadingInput } from '../reading/draft.js';
import { readReport } from '../reading/reader.js';
import { openResources } from '../reading/resources.js';
import { decodeBytes } from '../report/decode.js';
import type { Reading } from '../terms/reading.js';
import type { Report } from '../terms/report.js';

export { bytesOfFile, openFile } from '../report/file.js';
export { linesInFile } from '../report/lines-in-file.js';
export { MAX_BYTES, openSource } from '../report/open.js';
export { type Given, reportAsIs, reportOfText } from '../report/report.js';

export interface Reader {
  /** Checksum over the models and lexicons. */
  readonly version: string;
  /** Reads one report. Pure: the same report gives the same reading. A report in another language than English comes back unread: its reading holds no line. */
  read(report: Report, process?: string): Reading;
}

/** A plain text file as it stands, for its line numbers. */
export const decodeText = (bytes: Uint8Array): string => decodeBytes(bytes).text;

/** True where the reader can read the report: it is in English, or its language could not be told. */
export const isReadable = ({ language }: Report): boolean => language === undefined || language === 'en';

/** Opens models and lexicons once for many readings. Throws `model-damaged`. */
export function openReader(): Reader {
  const resources = openResources(readPackageFile);
  return {
    get version() {
      return resources.version;
    },
    read(report, process) {
      const { id, text, publisher, published, dateline, parts } = report;
      const input: ReadingInput = { id, text, process, publisher, published, dateline, parts };
      if (isReadable(report)) return readReport(input, resources);
      return {
        ...readReport({ ...input, text: '', parts: [] }, resources),
        text,
        ...(report.language !== undefined && { language: report.language }),
      };
    },
  };
}
