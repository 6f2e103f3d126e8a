// A redaction leaves a name or a report nowhere: not in the record, its history, its search, its free space, its log, nor in any file of the home.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { redactHome } from '../../src/parley/redacting.js';
import { backUp } from '../../src/record/backup.js';
import { checkStore } from '../../src/record/check.js';
import { hashOf } from '../../src/record/content.js';
import { editLine, makeLine } from '../../src/record/editing.js';
import { listChanges } from '../../src/record/history.js';
import { storeFile } from '../../src/record/home.js';
import { mergeActors, splitActor } from '../../src/record/joining.js';
import { keepReport } from '../../src/record/keeping.js';
import { listActors } from '../../src/record/people.js';
import { createProcess } from '../../src/record/processes.js';
import { blacken } from '../../src/record/redact/blacken.js';
import { nameFinder } from '../../src/record/redact/names.js';
import { redact } from '../../src/record/redact/redact.js';
import { findReport, getReport, listReports, removeReport } from '../../src/record/reports.js';
import { reviewLine } from '../../src/record/reviews.js';
import { search } from '../../src/record/search.js';
import { replay, type Store } from '../../src/record/store.js';
import { addWatch } from '../../src/record/watches.js';
import { ParleyError } from '../../src/terms/errors.js';
import { reportIdOf } from '../../src/terms/ids.js';
import { LOCAL_READER as who } from '../../src/terms/marks.js';
import type { Claim } from '../../src/terms/reading.js';
import { wordsAt } from '../../src/terms/span.js';
import { dump } from './dump.js';
import { folderFor, storeFor } from './home-of-test.js';
import { type Made, madeReport, spanOf } from './made.js';
import { overEngines } from './over-engines.js';

const code = (wanted: string) => (error: unknown) => error instanceof ParleyError && error.code === wanted;

const WATCHED = { place: 'https://wire.example/ollmendor.xml', id: `w-${hashOf('https://wire.example/ollmendor.xml').slice(0, 8)}` };

/** A report about somebody whose name is in everything that can hold one. */
function named(n: number): Made {
  const text = `Ollmendor heads talks, round ${n}\n\nGENEVA - Zqravik Ollmendor, the envoy, said that "the round ${n} opens on Feb. 10".\n\nZQRAVIK\nOLLMENDOR was seen in Homs. Ollmendor blamed the government.`;
  const id = reportIdOf(text);
  const at = (words: string): [number, number] => [...spanOf(text, words)];
  const claims: Claim[] = [
    {
      id: 'c1',
      kind: 'talks',
      status: 'scheduled',
      date: '2014-02-10',
      evidence: [at('opens on Feb. 10')],
      voice: 's1',
      convener: 'Zqravik Ollmendor',
    },
    {
      id: 'c2',
      kind: 'blame',
      from: ['Ollmendor'],
      on: ['government'],
      for: 'what Ollmendor saw',
      evidence: [at('Ollmendor blamed the government')],
      voice: null,
    },
  ];
  return {
    report: {
      id,
      text,
      format: 'html',
      title: `Ollmendor heads talks, round ${n}`,
      publisher: 'Example Wire',
      byline: 'by Zqrávik Ollmendor',
      published: '2014-02-01',
      url: `https://wire.example/${n}/zqravik-ollmendor-heads-talks`,
      from: 'zqravik_ollmendor.html',
      parts: [{ kind: 'headline', span: at(`Ollmendor heads talks, round ${n}`) }],
    },
    reading: {
      id,
      text,
      published: '2014-02-01',
      language: 'en',
      actors: [
        { id: 'Zqravik Ollmendor', kind: 'person', names: ['Zqravik Ollmendor', 'Zqravik'] },
        { id: 'Ollmendor', kind: 'person', names: ['Ollmendor'] },
        { id: 'government', kind: 'government', names: ['government'] },
      ],
      statements: [
        {
          id: 's1',
          speaker: 'Zqravik Ollmendor',
          voice: 'named',
          source: [at('Zqravik Ollmendor, the envoy')],
          cue: [at('said')],
          content: [at(`that "the round ${n} opens on Feb. 10"`)],
          form: 'mixed',
          act: 'states',
        },
      ],
      claims,
      reader: 'test',
    },
  };
}

async function filled(t: TestContext) {
  const home = folderFor(t);
  const store = await storeFor(t, home);
  await fill(store);
  return { home, store };
}

async function fill(store: Store): Promise<void> {
  const { id: process } = await createProcess(store, who, 'The Ollmendor file');
  await createProcess(store, who, 'One');
  for (const n of [1, 2]) await keepReport(store, who, { ...named(n), mark: 'CLEAR', processes: [process] });
  for (const n of [1, 2]) await keepReport(store, who, { ...madeReport(n), mark: 'CLEAR', processes: ['One', process] });
  const [one, two, other] = [named(1), named(2), madeReport(1)];
  await keepReport(store, who, {
    ...one,
    report: { ...one.report, publisher: 'Other Wire', url: 'https://other.example/Zqravik%20Ollmendor' },
    mark: 'CLEAR',
    processes: [],
  });
  await reviewLine(store, who, `${one.report.id}:c1`, { state: 'rejected', reason: 'Ollmendor, Zqravik never said so' });
  await reviewLine(store, who, `${other.report.id}:c2`, {
    state: 'unverifiable',
    reason: `ask zqravik ollmendor, see ${one.report.id}:c2`,
  });
  const [claim] = two.reading.claims.filter(({ id }) => id === 'c2');
  assert.ok(claim?.kind === 'blame');
  await editLine(store, who, `${two.report.id}:c2`, { ...claim, for: 'the ollmendor papers' });
  await makeLine(store, who, one.report.id, {
    ...claim,
    for: 'by hand: ZQRAVIK OLLMENDOR',
    evidence: [[...spanOf(one.report.text, 'was seen in Homs')]],
  });
  const actors = (await listActors(store, who, { limit: 100 })).items;
  const idOf = (name: string): string => actors.find((actor) => actor.name === name)?.id ?? '';
  await mergeActors(store, who, idOf('Ollmendor'), idOf('Zqravik Ollmendor'));
  await mergeActors(store, who, idOf('Zqravik Ollmendor'), idOf('Anna Berg'));
  await splitActor(store, who, idOf('Zqravik Ollmendor'));
  await addWatch(store, who, { kind: 'feed', place: WATCHED.place }, new Date(0));
  await removeReport(store, who, two.report.id);
  // Whoever is named may have an account, and may have been looked up.
  const name = 'Zqravik Ollmendor';
  await store.engine.write
    .insertInto('account')
    .values({ id: 'u-1', name, name_key: name.toLowerCase(), role: 'viewer', clearance: 'CLEAR', added: 'then', added_by: name })
    .execute();
  await store.engine.write
    .insertInto('audit')
    .values({ at: 'then', who: name, did: 'searched', what: `"${name}" in ${one.report.id}`, report: one.report.id })
    .execute();
}

/** Every file of the home, and what stands in it packed. */
function bytesOf(home: string): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(home, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(home, name));
      return [name, name.endsWith('.gz') ? gunzipSync(bytes) : bytes] as const;
    });
}

/** Files in which one of the words stands, in any case, as UTF-8 or UTF-16. */
function filesWith(home: string, words: readonly string[]): readonly string[] {
  return bytesOf(home).flatMap(([name, bytes]) =>
    words.some((word) => [bytes.toString('latin1'), bytes.toString('utf16le')].some((text) => text.toLowerCase().includes(word)))
      ? [name]
      : [],
  );
}

// As it is written, as the search keeps it (stems), and the ids made of texts that held it.
const TRACES = [
  'zqravik',
  'ollmendor',
  'zqráv',
  ...[named(1), named(2)].flatMap(({ report }) => [report.id, hashOf(report.text)]),
  WATCHED.id,
];
const asked = { report: null, names: ['Zqravik Ollmendor', 'Zqravik', 'Ollmendor'], why: 'asked by the person' };

describe('a name that is removed', () => {
  it('is nowhere afterwards, and the record is sound', async (t) => {
    const { home, store } = await filled(t);
    const before = await dump(store);
    const other = await getReport(store, who, madeReport(2).report.id);
    await store.close();
    const outside = folderFor(t);
    const backup = join(outside, 'before.db');
    assert.equal(backUp(home, backup).noted, true);
    writeFileSync(join(home, 'export.jsonl.gz'), gzipSync('{"name":"Zqravik Ollmendor"}'));
    writeFileSync(join(home, 'notes.txt'), Buffer.from('On Ollmendor', 'utf16le'));
    assert.deepEqual(filesWith(home, TRACES).toSorted(), ['export.jsonl.gz', 'notes.txt', 'parley.db'].toSorted());

    const dry = await redactHome(home, asked, 'nora', false);
    assert.deepEqual([dry.done, dry.proof, dry.reports.length], [false, null, 2]);
    const same = await storeFor(t, home);
    assert.deepEqual(await dump(same), before, 'a dry run changes nothing');
    await same.close();

    const done = await redactHome(home, asked, 'nora', true);
    assert.deepEqual([done.places, done.changes], [dry.places, dry.changes]);
    const held = done.held.map(({ file, state }) => [file, state]);
    for (const file of [backup, join(home, 'export.jsonl.gz'), join(home, 'notes.txt')])
      assert.ok(
        held.some(([name]) => name === file),
        file,
      );
    assert.ok(held.every(([, state]) => state === 'holds'));
    assert.deepEqual(filesWith(home, TRACES).toSorted(), ['export.jsonl.gz', 'notes.txt']);
    assert.deepEqual(done.unwatched, [WATCHED.place]);

    assert.deepEqual((await checkStore(storeFile(home), home, 'test')).faults, []);
    const again = await storeFor(t, home);
    const after = await dump(again);
    await replay(again);
    assert.deepEqual(await dump(again), after, 'the history gives the same record');
    assert.deepEqual(await getReport(again, who, madeReport(2).report.id).then(({ reading }) => reading), other.reading);
    const { items } = await listReports(again, who, {});
    assert.equal(items.length, 3);
    const now = done.reports.find(({ id }) => id === named(1).report.id)?.now ?? '';
    const page = await getReport(again, who, now);
    assert.equal(now, reportIdOf(page.report.text));
    assert.equal(page.report.url, 'https://wire.example/1/[removed 1]-heads-talks');
    assert.deepEqual(
      page.reading?.claims.map(({ evidence: [span] }) => (span ? wordsAt(page.report.text, span) : '')),
      ['opens on Feb. 10', '[removed 1] blamed the government', 'was seen in Homs'],
    );
    assert.equal((await search(again, who, '"removed 1" blamed', {})).total > 0, true);
    const [proof] = (await listChanges(again, who, { what: 'redacted' })).items;
    assert.deepEqual([proof?.seq, proof?.by, proof?.data.why, proof?.data.of], [done.proof, 'nora', 'asked by the person', 'name']);
    await again.close();
    await assert.rejects(redactHome(home, asked, 'nora', true), code('nothing-to-redact'));
  });

  it('keeps its other names where they were not given, and says so', async (t) => {
    const { home, store } = await filled(t);
    await store.close();
    const { otherNames } = await redactHome(home, { ...asked, names: ['Zqravik Ollmendor'] }, 'nora', false);
    assert.deepEqual(otherNames.map(({ name }) => name).toSorted(), ['Ollmendor', 'Zqravik']);
  });

  it('must be one, and must not stand in the reason', async (t) => {
    const { home, store } = await filled(t);
    await store.close();
    await assert.rejects(redactHome(home, { ...asked, names: ['.'] }, 'nora', true), code('bad-option'));
    await assert.rejects(redactHome(home, { ...asked, names: ['removed 1'] }, 'nora', true), code('bad-option'));
    await assert.rejects(redactHome(home, { ...asked, why: 'Ms Ollmendor asked' }, 'nora', true), code('bad-option'));
  });
});

overEngines('a redaction', (opened) => {
  it('leaves the name in no table, and the history gives the record that stands', async (t) => {
    const store = await opened(t);
    await fill(store);
    const dry = await redact(store, asked, 'nora', 'now', false);
    const done = await redact(store, asked, 'nora', 'now', true);
    assert.deepEqual([done.places, done.changes, done.reports.length], [dry.places, dry.changes, 2]);
    const after = await dump(store);
    assert.equal(
      TRACES.some((trace) => JSON.stringify(after).toLowerCase().includes(trace)),
      false,
    );
    await replay(store);
    assert.deepEqual(await dump(store), after);
    const gone = await redact(store, { report: done.reports[0]?.now ?? '', names: [], why: 'sent in error' }, 'nora', 'now', true);
    assert.equal(gone.of, 'report');
    const left = await dump(store);
    await replay(store);
    assert.deepEqual(await dump(store), left);
  });
});

describe('a report that is removed for good', () => {
  it('is nowhere afterwards, and the record is sound', async (t) => {
    const { home, store } = await filled(t);
    await store.close();
    for (const n of [1, 2]) {
      const { report } = named(n);
      const done = await redactHome(home, { report: report.id, names: [], why: 'sent in error' }, 'nora', true);
      assert.deepEqual(
        done.reports.map(({ id, now }) => [id, now]),
        [[report.id, null]],
      );
      assert.deepEqual(filesWith(home, [report.id, `round ${n} opens`]), []);
    }
    // The process, the watched source and somebody's reason have the name by themselves.
    assert.deepEqual(filesWith(home, ['papers', 'was seen in', 'zqrávik', 'by hand']), []);
    assert.deepEqual((await checkStore(storeFile(home), home, 'test')).faults, []);
    const again = await storeFor(t, home);
    assert.equal(await findReport(again, who, named(1).report.id), null);
    assert.equal((await listReports(again, who, {})).total, 2);
    const { items } = await listChanges(again, who, { limit: 500 });
    assert.equal(items.filter(({ what }) => what === 'redacted').length, 2);
    assert.ok(items.some(({ what }) => what === 'tombstone'));
    assert.equal(
      items.some(({ what }) => what === 'actors-merged'),
      false,
      'merges told the names',
    );
    assert.equal((await keepReport(again, who, { ...named(1), mark: 'CLEAR', processes: [] })).outcome, 'new');
    await assert.rejects(redactHome(home, { report: 'r-none', names: [], why: 'none' }, 'nora', true), code('unknown-report'));
  });
});

describe('the finder of names', () => {
  const FOUND: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
    ['Jane Doe', 'Jane Doe and JANE DOE, jane-doe.html and jane%20doe, Doe', ['Jane Doe', 'JANE DOE', 'jane-doe', 'jane%20doe']],
    ['Jane Doe', "Jane\nDoe's and Jané\u0301 Doe", ['Jane\nDoe', 'Jané\u0301 Doe']],
    ['Ali', 'Ali, Alice, quality, ALI', ['Ali', 'ALI']],
    ['José', 'Jose met JOSÉ and Jose\u0301 at last', ['Jose', 'JOSÉ', 'Jose\u0301']],
    ['Гутерреш', 'сказал ГУТЕРРЕШ, но не Гутерреша', ['ГУТЕРРЕШ']],
    ['王毅', '外交部长王毅说', ['王毅']],
    ['Jane Doe', 'Jane met another Doe', []],
  ];
  for (const [name, text, found] of FOUND)
    it(`finds ${name} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        nameFinder([name])(text).map((span) => wordsAt(text, span)),
        found,
      ));

  it('leaves nothing to find, and spans beside a name keep their words', () => {
    const find = nameFinder(['Jane Doe', 'Doe']);
    const piece = fc.constantFrom('Jane Doe', 'doe', ' ', 'said', 'é', '😀', '-', 'Jane\nDOE', '. ');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join('');
        const { text: made, at } = blacken(text, find, '[removed 7]');
        assert.deepEqual(find(made), []);
        const start = a % (text.length + 1);
        const end = start + (b % (text.length - start + 1));
        if (start === end) return;
        const names = find(text);
        const [from, to] = at([start, end]);
        assert.ok(from < to && to <= made.length);
        if (!names.some(([s, e]) => s < end && start < e)) assert.equal(made.slice(from, to), text.slice(start, end));
      }),
    );
  });
});
