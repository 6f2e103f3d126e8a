// The demo comes once, is finished after a crash, goes whole, and does not come back by itself.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDesk } from '../../src/desk/desk.js';
import type { DemoReviewed } from '../../src/parley/demo-reviews.js';
import { addDemo, openParley, type Parley } from '../../src/parley.js';
import { accessSheetSchema, linesSheetSchema, originsSchema, talksSheetSchema } from '../../src/terms/study.js';
import { run } from '../cli/run-program.js';

describe('the demo', () => {
  let parley: Parley;
  let reviewed: DemoReviewed | null = null;
  before(async () => {
    parley = await openParley({ home: mkdtempSync(join(tmpdir(), 'parley-test-')), workers: 1 });
  });
  after(async () => {
    await parley.close();
    rmSync(parley.home, { recursive: true, force: true });
  });

  it('is finished where a first start was cut off', async () => {
    const controller = new AbortController();
    let kept = 0;
    await assert.rejects(
      addDemo(parley, {
        onResult: () => {
          if (++kept === 3) throw new Error('cut off');
        },
        signal: controller.signal,
      }),
    );
    assert.deepEqual(
      (await parley.processes.list()).map(({ demo, asOf }) => [demo, asOf]),
      [[true, null]],
    );
    const process = await addDemo(parley, { onReviewed: (done) => (reviewed = done) });
    assert.ok(process);
    assert.deepEqual([process.demo, process.asOf, process.reports >= 8], [true, '2014-02-05', true]);
    assert.ok((await parley.reports.list({ process: process.id })).items.every(({ publisher, published }) => publisher && published));
  });

  it('was reviewed by its desk, which changed few of the lines', async () => {
    const done = reviewed as DemoReviewed | null;
    assert.ok(done !== null && done.accepted + done.edited + done.made > 15, JSON.stringify(done));
    const { items } = await parley.reports.list({ limit: 100 });
    const lines = items.reduce((sum, { statements, claims }) => sum + statements + claims, 0);
    const changed = done.rejected + done.edited + done.made;
    assert.ok(changed <= 0.15 * lines, `${changed} of ${lines} lines were changed`);
    const { total } = await parley.history({ what: 'line-reviewed', limit: 1 });
    assert.ok(total > 0);
  });

  it('tells who comes to the second round, the ladder of Homs with both columns of blame, and one origin for the copied story', async () => {
    const standing = async (asOf: string): Promise<Record<string, string>> => {
      const { rounds } = talksSheetSchema.parse(await parley.tell('talks', { process: 'Syria: Geneva talks 2014', asOf }));
      const second = rounds.find(({ start }) => start === '2014-02-10');
      return Object.fromEntries(second?.standing.map(({ party, standing: word }) => [party, word]) ?? []);
    };
    assert.deepEqual(await standing('2014-02-01'), { 'Syrian government': 'silent', 'Syrian opposition': 'coming' });
    assert.deepEqual(await standing('2014-02-05'), { 'Syrian government': 'silent', 'Syrian opposition': 'coming' });
    assert.deepEqual(await standing('2014-02-10'), { 'Syrian government': 'attending', 'Syrian opposition': 'attending' });
    const of = { process: 'Syria: Geneva talks 2014', asOf: '2014-02-16' };
    const { places } = accessSheetSchema.parse(await parley.tell('access', of));
    const homs = places.filter(({ place }) => place?.includes('Homs'));
    const steps = new Set(homs.flatMap((place) => place.steps.map(({ form, step }) => `${form} ${step}`)));
    for (const step of ['siege besieged', 'aid requested', 'aid agreed', 'evacuation agreed', 'evacuation delivered', 'convoy attacked'])
      assert.ok(steps.has(step), step);
    const arrows = homs.flatMap(({ blame }) => blame.map(({ from, for: matter }) => `${from}: ${matter}`));
    for (const arrow of [
      'Syrian opposition: holding up the convoy',
      'Syrian government: holding up the convoy',
      'Syrian opposition: the attack on the convoy',
    ])
      assert.ok(arrows.includes(arrow), `${arrow} in ${arrows.join(', ')}`);
    const { contradictions } = linesSheetSchema.parse(await parley.tell('lines', of));
    assert.ok(
      contradictions.some(({ why, about }) => why === 'numbers' && about.endsWith('4 or 1')),
      JSON.stringify(contradictions),
    );
    const { origins } = originsSchema.parse(await parley.tell('origins', of));
    assert.deepEqual(
      origins.map(({ reports }) => reports.length).filter((n) => n > 1),
      [2],
    );
  });

  it('says so in plain words as commands and as pages, and in others before it was reviewed', async (t) => {
    const cli = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await run([...args, '--home', parley.home]);
      assert.equal(code, 0, err);
      return out;
    };
    const desk = createDesk(parley);
    const shown = async (path: string): Promise<string> => {
      const response = await desk.request(path, { headers: { accept: 'text/html' } });
      assert.equal(response.status, 200, path);
      const html = await response.text();
      return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
        .replace(/<svg[\s\S]*?<\/svg>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    };
    const round = (text: string): string => /Round 2[\s\S]*?(?=\nRound|$)/.exec(text)?.[0] ?? '';
    const told = [
      ['2014-02-01', 'said yes', 'silent'],
      ['2014-02-05', 'said yes', 'silent'],
      ['2014-02-10', 'attends', 'attends'],
    ] as const;
    const after: string[] = [];
    for (const [day, opposition, government] of told) {
      const text = round(await cli('talks', '--as-of', day));
      after.push(text);
      assert.match(text, new RegExp(`Syrian opposition  ${opposition}`), day);
      assert.match(text, new RegExp(`Syrian government  ${government}`), day);
      const page = await shown(`/talks?as-of=${day}`);
      const sheet = page.slice(page.indexOf('Round 2'));
      assert.match(sheet, new RegExp(`Syrian opposition [^a-z]*${opposition}`), `the page of ${day}`);
      assert.match(sheet, new RegExp(`Syrian government [^a-z]*${government}`), `the page of ${day}`);
    }

    const [access, places] = [await cli('access', '--as-of', '2014-02-16'), await shown('/access?as-of=2014-02-16')];
    const homs = /^Homs\n[\s\S]*?\n\n/m.exec(access)?.[0] ?? '';
    for (const step of [
      /June 2012 {2}besieged/,
      /Sun 26 Jan 2014 {2}evacuation agreed/,
      /Fri 7 Feb 2014 {2}evacuation delivered/,
      /Sat 8 Feb 2014 {2}convoy attacked/,
    ])
      assert.match(homs, step);
    assert.match(homs, /Syrian opposition blames Syrian government: holding up the convoy/);
    assert.match(homs, /Syrian government blames rebel gunmen in the Old City: holding up the convoy/);
    assert.match(places, /Homs .*besieged.*Syrian opposition blames Syrian government : holding up the convoy/);
    assert.match(places, /Syrian government blames rebel gunmen in the Old City : holding up the convoy/);

    assert.match(await cli('origins'), /^\S+ {2}\S+ {2}\(one dispatch\)$/m);
    assert.match(await shown('/sources?as-of=2014-02-16'), /One dispatch in several outlets .*Valley Tribune/);
    const disputed = /Disputed\n[\s\S]*/.exec(await cli('lines', '--as-of', '2014-02-16'))?.[0] ?? '';
    const today = await shown('/today?as-of=2014-02-16');
    for (const words of ['Four workers of the Red Crescent were wounded', 'one of its drivers had been slightly hurt']) {
      assert.ok(disputed.includes(words), words);
      assert.ok(today.includes(words), `${words} on Today`);
    }
    const [due, duePage] = [await cli('due', '--as-of', '2014-02-16'), await shown('/due?as-of=2014-02-16')];
    for (const text of [due, duePage]) {
      assert.match(text, /let women and children leave the besieged centre of Homs/);
      assert.match(text, /No word on: discuss aid for all parts of the country/);
      for (const party of ['Syrian opposition', 'Syrian government']) assert.match(text, new RegExp(`Whether ${party} comes to round 3`));
      assert.match(text, /When and where round 3 is held/);
    }

    // Every decision is undone, the last first: what stands then is what the reader found by itself.
    const { items } = await parley.history({ limit: 1000 });
    const decided = items.filter(({ what }) => what.startsWith('line-')).map(({ seq }) => seq);
    for (const seq of decided) await parley.undo([seq]);
    for (const [at, [day]] of told.entries())
      t.diagnostic(`${day}, reviewed:\n${after[at]}\nas read:\n${round(await cli('talks', '--as-of', day))}`);
    assert.deepEqual(
      (await parley.reports.list({ limit: 100 })).items.filter(({ unread, statements, claims }) => unread !== statements + claims),
      [],
    );
  });

  it('is there once, and gone when it is removed', async () => {
    assert.equal(await addDemo(parley), null);
    const [process] = await parley.processes.list();
    const gone = await parley.processes.remove(process?.id ?? '', { reports: true });
    assert.equal(gone.reports, process?.reports);
    assert.deepEqual([(await parley.reports.list()).total, (await parley.actors.list()).total], [0, 0]);
    assert.equal(await addDemo(parley), null, 'it does not come back by itself');
    assert.ok(await addDemo(parley, { again: true }), 'but when asked for');
  });
});
