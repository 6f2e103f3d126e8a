// A page as a PDF, printed by a Chromium that is there already.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ParleyError } from '../terms/errors.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
/** How long printing may take, in milliseconds. */
const PATIENCE = 60_000;

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // What cannot be run is not the browser; the next one may be.
    return false;
  }
};

/** The program named by PARLEY_CHROMIUM, else the first of the usual names on the path. Throws `no-chromium`. */
function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const given = env.PARLEY_CHROMIUM;
  if (given) {
    if (runs(given)) return given;
    throw new ParleyError('no-chromium', `at ${given}`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
  if (found === undefined) throw new ParleyError('no-chromium', 'under a usual name');
  return found;
}

/** The bytes of the PDF of a page that needs nothing beside itself. Throws `no-chromium`, also where the browser fails. */
export async function briefPdf(html: string, env: Readonly<Record<string, string | undefined>>): Promise<Uint8Array> {
  const program = findChromium(env);
  const folder = await mkdtemp(join(tmpdir(), 'parley-print-'));
  try {
    const [page, file] = [join(folder, 'brief.html'), join(folder, 'brief.pdf')];
    await writeFile(page, html);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'];
    const args = [
      ...flags,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${file}`,
      pathToFileURL(page).href,
    ];
    try {
      await promisify(execFile)(program, args, { timeout: PATIENCE });
      return new Uint8Array(await readFile(file));
    } catch (error) {
      throw new ParleyError('no-chromium', `that prints (${program})`, { cause: error });
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
