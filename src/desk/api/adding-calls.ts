// Calls that add reports: start, look how far it is, stop; and reports that come with readings made elsewhere.
import { z } from '@hono/zod-openapi';
import type { AddInput, AddOptions } from '../../terms/adding.js';
import { ParleyError } from '../../terms/errors.js';
import { type Api, body, call } from './calls.js';
import { linesOf } from './lines-of.js';
import { addCallShape, addRunShape, listOf } from './shapes.js';

const params = z.object({ run: z.string() });
const tags = ['adding'];
type WireInput = z.infer<typeof addCallShape>['inputs'][number];

function inputOf(wire: WireInput, owner: boolean): AddInput {
  if (wire.kind === 'bytes') return { kind: 'bytes', bytes: Buffer.from(wire.base64, 'base64'), name: wire.name, type: wire.type };
  if ((wire.kind === 'file' || wire.kind === 'folder') && !owner) {
    throw new ParleyError('not-allowed', 'only the owner of the home may name a path on its machine');
  }
  return wire;
}

export function addAddingCalls(api: Api): void {
  api.openapi(
    call({
      method: 'post',
      path: '/adding',
      tags,
      summary: 'Start to add reports',
      request: { body: body(addCallShape) },
      says: 'The adding, as far as it has come; ask for it again by its id',
      gives: addRunShape,
    }),
    async (c) => {
      const { inputs, options = {} } = c.req.valid('json');
      if (options.allowPrivate === true && !c.var.owner) {
        throw new ParleyError('not-allowed', 'only the owner of the home may have private addresses asked');
      }
      const run = await c.var.parley.adding.start(
        inputs.map((input) => inputOf(input, c.var.owner)),
        options as AddOptions,
      );
      return c.json({ ...run, results: [...run.results] }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/adding',
      tags,
      summary: 'Addings that run or have run',
      says: 'The addings',
      gives: listOf(addRunShape),
    }),
    async (c) => {
      const items = [...(await c.var.parley.adding.list())];
      return c.json({ items, total: items.length }, 200);
    },
  );
  api.openapi(
    call({
      method: 'get',
      path: '/adding/{run}',
      tags,
      summary: 'How far an adding has come',
      request: { params },
      says: 'The adding',
      gives: addRunShape,
    }),
    async (c) => c.json(await c.var.parley.adding.get(c.req.valid('param').run), 200),
  );
  api.openapi(
    call({
      method: 'delete',
      path: '/adding/{run}',
      tags,
      summary: 'Stop an adding after the report in hand',
      request: { params },
      says: 'The adding',
      gives: addRunShape,
    }),
    async (c) => {
      const { run } = c.req.valid('param');
      await c.var.parley.adding.stop(run);
      return c.json(await c.var.parley.adding.get(run), 200);
    },
  );
  api.openapi(
    call({
      method: 'post',
      path: '/readings',
      tags,
      summary: 'Keep reports with readings made elsewhere, a JSON object a line; `process` may be given several times',
      request: {
        query: z.object({ process: z.union([z.string(), z.array(z.string())]).optional() }),
        body: { content: { 'application/x-ndjson': { schema: z.string() } } },
      },
      says: 'What became of each',
      gives: addRunShape,
    }),
    async (c) => {
      const { process } = c.req.valid('query');
      const processes = process === undefined ? undefined : [process].flat();
      return c.json(await c.var.parley.addReadings(linesOf(c.req.raw.body), { processes }), 200);
    },
  );
}
