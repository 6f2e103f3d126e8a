// The doors that strangers' bytes come in by: what is made for each, and what must hold whatever comes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { itemsIn } from '../../src/desk/api/items-in.js';
import { linesOf } from '../../src/desk/api/lines-of.js';
import { createDesk } from '../../src/desk/desk.js';
import { ERRORS, openParley, openSource, type Parley, ParleyError } from '../../src/parley.js';
import { reportSchema } from '../../src/terms/report.js';
import { madeCall } from './calls.js';
import { type Chance, chanceFor } from './chance.js';
import { mutated } from './mutate.js';
import { docx, readingLine, SAMPLES } from './samples.js';

export interface Door {
  /** Gives the door these bytes; throws what is no answer of Parley's own. */
  take(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
export const DOORS = ['html', 'pdf', 'docx', 'eml', 'feed', 'jsonl', 'archive', 'api'] as const;
export type DoorName = (typeof DOORS)[number];
export const isDoor = (name: string): name is DoorName => DOORS.some((one) => one === name);

/** Faults of the program itself, which no input may bring about. */
const FAULTS: ReadonlySet<string> = new Set(['fault', 'model-damaged', 'store-damaged', 'redact-incomplete']);

function checkError(error: unknown): void {
  if (!(error instanceof ParleyError)) throw error;
  if (FAULTS.has(error.code)) throw new Error(`${error.code}: ${error.message}`, { cause: error });
}

const asked = z.object({ method: z.string(), path: z.string(), accept: z.string(), body: z.string().nullable() });
const CALLS: { method: string; path: string }[] = [];

/** The n-th input of a door: mostly a valid one damaged, else one that is valid or made by grammar. */
export async function inputFor(door: DoorName, seed: number, n: number): Promise<Uint8Array> {
  const chance: Chance = chanceFor(seed, n);
  if (door === 'api') {
    const call = JSON.stringify(madeCall(await callsOfDesk(), chance));
    return Buffer.from(call);
  }
  const sample = await SAMPLES[door](chance);
  if (chance.once(8)) return sample;
  if (door === 'docx' && chance.once(2)) return docx(chance, (part) => mutated(part, chance, sample));
  return mutated(sample, chance, await SAMPLES[chance.pick(['html', 'eml', 'feed', 'jsonl', door] as const)](chance));
}

/** The calls that the desk says it has; those that ask addresses are left out, since chance must not ask strangers. */
async function callsOfDesk(): Promise<readonly { method: string; path: string }[]> {
  if (CALLS.length > 0) return CALLS;
  const home = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
  const parley = await openParley({ home, workers: 1 });
  try {
    const answer = await createDesk(parley, { secret: 'for the fuzz' }).request('/api.json', { headers: { accept: 'application/json' } });
    const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(await answer.json());
    for (const [path, calls] of Object.entries(paths))
      for (const method of Object.keys(calls)) if (!/look|import|\/adding/.test(path)) CALLS.push({ method: method.toUpperCase(), path });
    return CALLS;
  } finally {
    await parley.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const NAMES = { html: 'a.html', pdf: 'a.pdf', docx: 'a.docx', eml: 'a.eml', feed: 'feed.xml' } as const;

/** What opens files: every report must have the shape of one, its parts inside its text. */
const fileDoor = (name: keyof typeof NAMES): Door => ({
  async take(bytes) {
    try {
      const { reports, refused } = await openSource({ bytes, name: NAMES[name], maxBytes: 4 * 1024 * 1024 });
      for (const { error } of refused) checkError(error);
      for (const report of reports) {
        const { text, parts } = reportSchema.parse(report);
        if (parts.some(({ span: [, end] }) => end > text.length)) throw new Error('a part ends after its text');
        if (/[\0\p{Cs}]/u.test(text)) throw new Error('half a character, or a NUL, in a text');
      }
    } catch (error) {
      checkError(error);
    }
  },
  close: async () => {},
});

/** A home of its own with a few reports in it, gone at the end; after every thousand inputs another. */
async function homeDoor(
  take: (parley: Parley, bytes: Uint8Array) => Promise<void>,
  close: (parley: Parley) => Promise<void>,
): Promise<Door> {
  const open = async () => {
    const home = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
    const parley = await openParley({ home, workers: 1 });
    await parley.addReadings([readingLine(1), readingLine(2)]);
    return { home, parley };
  };
  let { home, parley } = await open();
  let taken = 0;
  const shut = async () => {
    await close(parley);
    await parley.close();
    rmSync(home, { recursive: true, force: true });
  };
  return {
    async take(bytes) {
      if (++taken % 1000 === 0) {
        await shut();
        ({ home, parley } = await open());
      }
      await take(parley, bytes);
    },
    close: shut,
  };
}

/** All that can be asked of the record still answers. */
async function sound(parley: Parley): Promise<void> {
  for await (const _ of parley.export());
  for (const process of await parley.processes.list()) await parley.board(process.id);
  await parley.search('Marrow');
}

const stream = (bytes: Uint8Array): ReadableStream<Uint8Array> => new Blob([Buffer.from(bytes)]).stream();

async function apiDoor(): Promise<Door> {
  let desk: ReturnType<typeof createDesk> | null = null;
  let of: Parley | null = null;
  return homeDoor(async (parley, bytes) => {
    if (of !== parley || desk === null) {
      of = parley;
      desk = createDesk(parley, { secret: 'for the fuzz' });
    }
    const { method, path, accept, body } = asked.parse(JSON.parse(Buffer.from(bytes).toString()));
    if (!URL.canParse(path, 'http://localhost')) return;
    const answer = await desk.request(path, {
      method,
      body,
      headers: { accept, ...(body !== null && { 'content-type': 'application/json' }) },
    });
    const text = await answer.text();
    if (answer.status < 500) return;
    const code = /"code":"([^"]+)"/.exec(text)?.[1] ?? '';
    if (!(code in ERRORS) || FAULTS.has(code)) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  }, sound);
}

/** Opens a door. */
export async function openDoor(name: DoorName): Promise<Door> {
  switch (name) {
    case 'jsonl':
      return homeDoor(async (parley, bytes) => {
        try {
          const { results } = await parley.addReadings(linesOf(stream(bytes)), { maxBytes: 4 * 1024 * 1024 });
          for (const { error } of results) if (error) checkError(new ParleyError(error.code, error.value));
        } catch (error) {
          checkError(error);
        }
      }, sound);
    case 'archive':
      return homeDoor(async (parley, bytes) => {
        try {
          await parley.import(itemsIn(linesOf(stream(bytes))));
        } catch (error) {
          checkError(error);
        }
      }, sound);
    case 'api':
      return apiDoor();
    default:
      return fileDoor(name);
  }
}
