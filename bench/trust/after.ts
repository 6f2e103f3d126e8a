// What must be there after a writer was killed, for each of its deeds.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkHome, openParley, restoreHome } from '../../src/parley.js';
import { asParleyError } from '../../src/terms/errors.js';
import { doneIn } from './programs.js';

/** What a check finds; the error where it can't even look. In this process, because a thousand rounds are a thousand checks. */
async function faultsOf(home: string): Promise<readonly string[]> {
  try {
    return (await checkHome(home)).faults;
  } catch (error) {
    return [asParleyError(error).message];
  }
}

/** The reports of a home by id, and how its lines are reviewed. */
async function keptIn(
  home: string,
): Promise<{ readonly reports: ReadonlySet<string>; readonly reviews: ReadonlyMap<string, string>; readonly text: string }> {
  const parley = await openParley({ home, workers: 1 });
  try {
    const reports = new Set<string>();
    const reviews = new Map<string, string>();
    let text = '';
    for await (const item of parley.export()) {
      text += JSON.stringify(item);
      if (item.type !== 'report') continue;
      reports.add(item.page.summary.id);
      for (const { line, state } of item.page.reviews) reviews.set(line, state);
    }
    return { reports, reviews, text };
  } finally {
    await parley.close();
  }
}

export interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly faults: readonly string[];
}

export async function afterAdding(home: string, lines: readonly string[]): Promise<Outcome> {
  const there = (await keptIn(home)).reports;
  const told = doneIn(lines).flatMap(([id]) => id ?? []);
  return { acknowledged: told.length, lost: told.filter((id) => !there.has(id)).length, faults: await faultsOf(home) };
}

/** A line is as it was last told, or as it was being made when the kill came. */
export async function afterReviewing(home: string, lines: readonly string[]): Promise<Outcome> {
  const last = new Map(doneIn(lines).map(([line = '', state = '']) => [line, state]));
  const [what, line = '', state = ''] = lines.at(-1)?.split(' ') ?? [];
  const { reviews } = await keptIn(home);
  const wrong = [...last].filter(
    ([id, wanted]) => reviews.get(id) !== wanted && !(what === 'next' && id === line && reviews.get(id) === state),
  );
  return { acknowledged: doneIn(lines).length, lost: wrong.length, faults: await faultsOf(home) };
}

/** Each backup told of is there and whole; one that was not may be missing, but none stands there by halves. */
export async function afterBackingUp(home: string, lines: readonly string[]): Promise<Outcome> {
  const told = doneIn(lines).flatMap(([file]) => file ?? []);
  const there = readdirSync(home).filter((name) => /^backup-\d+\.db$/.test(name));
  const faults = [...(await faultsOf(home))];
  // The last is the one that the kill may have struck; the others were made the same way.
  for (const name of there.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(-2)) {
    const into = join(home, `restored-${name}`);
    await restoreHome(into, join(home, name), false).catch((error: unknown) => faults.push(asParleyError(error).message));
    rmSync(into, { recursive: true, force: true });
  }
  const lost = told.filter((file) => !existsSync(file)).length;
  for (const name of readdirSync(home)) if (name.startsWith('backup-')) rmSync(join(home, name));
  return { acknowledged: told.length, lost, faults };
}

/** Reports of the store of an earlier form that is brought to today's. */
const OLD_REPORTS = 3;

/** Each store told of is whole; so is the one that the kill may have struck, once it is opened again. */
export async function afterMigrating(home: string, lines: readonly string[]): Promise<Outcome> {
  const told = doneIn(lines).flatMap(([one]) => one ?? []);
  const struck = lines.at(-1)?.split(' ')[1];
  const looked = new Set([...told.slice(-3), ...(struck === undefined ? [] : [struck])]);
  const faults: string[] = [];
  let lost = 0;
  for (const one of looked) {
    if ((await keptIn(one)).reports.size !== OLD_REPORTS) lost++;
    faults.push(...(await faultsOf(one)));
  }
  for (const name of readdirSync(home)) if (name.startsWith('old-')) rmSync(join(home, name), { recursive: true });
  return { acknowledged: told.length, lost, faults };
}

/** Names told of stand in no file any more, once the home was opened again; the one that the kill struck stands nowhere, or wherever it stood. */
export async function afterRedacting(home: string, lines: readonly string[]): Promise<Outcome> {
  const one = join(home, 'redacted');
  const nameOf = (word: string): string => word.replace('_', ' ');
  const told = new Set(doneIn(lines).flatMap(([word]) => (word === undefined ? [] : [nameOf(word)])));
  // Opening finishes what was cut off between the record and its file.
  const { text: out } = await keptIn(one);
  const faults = [...(await faultsOf(one))];
  const files = readdirSync(one).map((name) => readFileSync(join(one, name)).toString('latin1').toLowerCase());
  const isThere = (name: string): boolean => name.split(' ').some((word) => files.some((text) => text.includes(word.toLowerCase())));
  const lost = [...told].filter(isThere).length;
  const [what, word = ''] = lines.at(-1)?.split(' ') ?? [];
  const struck = nameOf(word);
  if (what === 'next' && isThere(struck) && !out.includes(struck)) faults.push(`${struck} is out of the record and still in a file`);
  rmSync(one, { recursive: true });
  return { acknowledged: told.size, lost, faults };
}
