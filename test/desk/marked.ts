// A home with a report of each mark, each with words that stand nowhere else, and users of every role and clearance, each with a token.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openParley, type Parley } from '../../src/parley.js';
import { MARKS, type Mark, ROLES, type Role } from '../../src/terms/marks.js';
import { made } from '../study/made.js';

export const LAKE = 'lake-talks';
export const OTHER = 'sea-talks';

/** The words of a mark: no other report, page or address holds them. */
export const markerOf = (mark: Mark): string => `Qx${mark.replace('+', '').toLowerCase()}zu`;
export const idOf = (mark: Mark): string => `rep${MARKS.indexOf(mark) + 1}`;

/** A line for `addReadings`: a person of its own says, presses, promises, blames; an aid step, a round, a tie. */
export function markedLine(mark: Mark, id = idOf(mark), text = ''): string {
  const marker = markerOf(mark);
  const at = (words: string): string => `${words} ${marker}`;
  const body = [
    `${at('Convoys wait')} at the gate.`,
    `Envoy ${marker} said that ${at('the talks of the lake resume')} on May 28.`,
    `${at('The council blamed the front')} for the delay.`,
    `${at('The council will open the road')} by May 22.`,
    `${at('The front presses the council')} to sign.`,
    `${at('The front backs the council')} now.${text}`,
  ].join('\n\n');
  const { reading } = made(id, '2031-05-20', `${at('Headline')}\n\n${body}`, {
    actors: [
      { id: 'envoy', kind: 'person', names: [`Envoy ${marker}`] },
      { id: 'front', kind: 'armed group', names: ['the front'] },
      { id: 'council', kind: 'government', names: ['the council'] },
      { id: 'gate', kind: 'place', names: [`${marker} gate`] },
    ],
    statements: [{ speaker: 'envoy', words: at('the talks of the lake resume') }],
    claims: [
      { kind: 'access', place: `${marker} gate`, form: 'convoy', step: 'stalled', words: at('Convoys wait') },
      { kind: 'talks', status: 'scheduled', date: '2031-05-28', venue: `${marker} gate`, words: at('the talks of the lake resume') },
      { kind: 'blame', from: ['council'], on: ['front'], for: at('the delay'), words: at('The council blamed the front') },
      {
        kind: 'commitment',
        by: ['council'],
        what: at('open the road'),
        due: '2031-05-22',
        standing: 'offered',
        words: at('The council will open the road'),
      },
      {
        kind: 'pressure',
        from: ['front'],
        on: ['council'],
        for: at('to sign'),
        means: 'demands',
        words: at('The front presses the council'),
      },
      { kind: 'tie', from: 'front', to: 'envoy', relation: 'backs', words: at('The front backs the council') },
    ],
  });
  return JSON.stringify({ ...reading, id, publisher: `${marker} Wire` });
}

export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly clearance: Mark;
  /** What their program sends. */
  readonly token: string;
}

export interface Marked {
  readonly parley: Parley;
  readonly people: readonly Person[];
  /** Keeps all others from writing until the promise is kept, as a long change of another program does. */
  holdWriter(until: Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openMarked(): Promise<Marked> {
  const home = mkdtempSync(join(tmpdir(), 'parley-marked-'));
  const parley = await openParley({ home, workers: 1, passwordCost: { n: 1024, r: 8, p: 1 } });
  await parley.processes.create('Lake talks', { asOf: '2031-05-25' });
  await parley.processes.create('Sea talks', { asOf: '2031-05-25' });
  await parley.addReadings(
    MARKS.map((mark) => markedLine(mark)),
    { processes: [LAKE] },
  );
  for (const mark of MARKS) {
    await parley.reports.setMark(idOf(mark), mark);
    await parley.reports.setGrade(idOf(mark), { reliability: 'B', credibility: 2 });
    await parley.review(`${idOf(mark)}:c1`, { state: 'accepted' });
  }
  await parley.people.add({ name: 'owner', role: 'admin', clearance: 'RED' });
  const people: Person[] = [];
  for (const role of ROLES)
    for (const clearance of MARKS) {
      const name = `${role} ${MARKS.indexOf(clearance) + 1}`;
      await parley.people.add({ name, role, clearance });
      const { secret } = await parley.tokens.make({ user: name, label: 'test', role: 'admin', clearance: 'RED' });
      people.push({ name, role, clearance, token: secret });
    }
  return {
    parley,
    people,
    async holdWriter(until) {
      const database = new DatabaseSync(join(home, 'parley.db'));
      database.exec('begin immediate');
      await until;
      database.exec('commit');
      database.close();
    },
    async close() {
      await parley.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
