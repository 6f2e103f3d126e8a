// While reports come in, a board that was made before serves on: the page and its twin say of when it is and how much has changed since.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { earlierSchema } from '../../src/terms/earlier.js';
import { openDesk, PROCESS } from './desk-of-test.js';

it('says that boards are of an earlier state until they are made anew', async (t) => {
  const desk = await openDesk();
  t.after(() => desk.close());
  const [pages, twins] = [
    ['/talks', '/today', '/brief?unreviewed=true&since=2031-05-11'],
    ['/access.json', '/lines.json', '/influence.json', `/told/who.json?process=${PROCESS}`],
  ];
  const asked = [...pages, ...twins];
  for (const path of asked) {
    const text = await (await desk.page(path)).text();
    assert.doesNotMatch(text, /These boards are of|"earlier"/, path);
  }
  // A run of adding that goes on for as long as nobody lets it end.
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = desk.parley.addReadings(
    (async function* () {
      await held;
      yield* [];
    })(),
    { processes: [PROCESS] },
  );
  const [line] = (await desk.parley.queue({ process: PROCESS })).items;
  assert.ok(line);
  await desk.parley.review(line.line, { state: 'rejected', reason: 'misread' });
  for (const path of pages) {
    const html = await (await desk.page(path)).text();
    const [, at, changes] = /These boards are of <time datetime="([^"]+)">\d\d:\d\d UTC<\/time>; (\d+) changes? since /.exec(html) ?? [];
    assert.ok(at !== undefined && Date.parse(at) <= Date.now(), path);
    assert.ok(Number(changes) >= 1, path);
  }
  for (const path of twins) {
    const { earlier } = (await (await desk.json(path)).json()) as { earlier?: unknown };
    assert.ok(earlierSchema.parse(earlier).changes >= 1, path);
  }
  end();
  await run;
  for (const path of asked) {
    const text = await (await desk.page(path)).text();
    assert.doesNotMatch(text, /These boards are of|"earlier"/, path);
  }
});
