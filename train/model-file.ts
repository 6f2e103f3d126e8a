// Writes model files in the format that src/reading/model.ts opens, and the card beside each.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateSync } from 'fflate';
import { crc32 } from '../src/reading/checksum.js';
import { type ByteTable, MODEL_FORMAT, MODEL_MAGIC, type ModelHeader } from '../src/reading/model.js';

export interface NewModel {
  readonly name: string;
  readonly version: number;
  readonly features: number;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly tables: readonly ByteTable[];
}

/** What a card says of a model beside what the file itself tells. */
export interface ModelCard {
  readonly what: string;
  readonly data: readonly { readonly name: string; readonly licence: string; readonly from: string; readonly size: string }[];
  readonly method: string;
  readonly scores: Readonly<Record<string, number | string>>;
  readonly command: string;
}

/** Weights as bytes: `clip` is the weight that 127 stands for; weights smaller than `least` are left out. */
export function quantise(
  name: string,
  bits: number,
  columns: number,
  weights: ArrayLike<number>,
  { clip, least = 0 }: { readonly clip: number; readonly least?: number },
): ByteTable {
  const scale = clip / 127;
  const values = new Int8Array(2 ** bits * columns);
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] ?? 0;
    if (Math.abs(weight) >= least) values[i] = Math.max(-127, Math.min(127, Math.round(weight / scale)));
  }
  return { name, bits, columns, scale, values };
}

/** The weight that only a share of all weights that are not zero exceed, to clip at. */
export function clipAt(weights: Float32Array | Float64Array, share = 0.0005): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return sizes.length === 0 ? 1 : sizes[Math.max(0, Math.floor(sizes.length * (1 - share)) - 1)]!;
}

function packCells(tables: readonly ByteTable[]): { readonly cells: Uint8Array; readonly counts: number[] } {
  const counts = tables.map(({ values }) => values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0));
  const cells = new Uint8Array(counts.reduce((a, b) => a + b, 0) * 6);
  let at = 0;
  for (const { values } of tables) {
    let gap = 0;
    for (const value of values) {
      if (value === 0) {
        gap++;
        continue;
      }
      while (gap >= 0x80) {
        cells[at++] = (gap & 0x7f) | 0x80;
        gap >>>= 7;
      }
      cells[at++] = gap;
      cells[at++] = value & 0xff;
      gap = 0;
    }
  }
  return { cells: cells.subarray(0, at), counts };
}

/** The bytes of a model file; the same model gives the same bytes. */
export function modelBytes({ name, version, features, labels, numbers = {}, tables }: NewModel): Uint8Array {
  const { cells, counts } = packCells(tables);
  const packed = deflateSync(cells, { level: 9 });
  const header: ModelHeader = {
    name,
    version,
    features,
    labels: Object.fromEntries(Object.entries(labels).map(([key, list]) => [key, [...list]])),
    numbers: { ...numbers },
    tables: tables.map((table, i) => ({
      name: table.name,
      bits: table.bits,
      columns: table.columns,
      scale: table.scale,
      cells: counts[i]!,
    })),
    checksum: crc32(packed),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(12 + json.length + packed.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MODEL_MAGIC, true);
  view.setUint32(4, MODEL_FORMAT, true);
  view.setUint32(8, json.length, true);
  bytes.set(json, 12);
  bytes.set(packed, 12 + json.length);
  return bytes;
}

/** Writes `models/NAME.bin` and its card, `models/NAME.card.json`. */
export function writeModel(root: string, model: NewModel, card: ModelCard): void {
  const bytes = modelBytes(model);
  const path = `${root}/models/${model.name}.bin`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const tables = model.tables.map(({ name, bits, columns, values }) => ({
    name,
    rows: 2 ** bits,
    columns,
    weights: values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0),
  }));
  const full = {
    name: model.name,
    version: model.version,
    what: card.what,
    data: card.data,
    method: card.method,
    features: model.features,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    tables,
    scores: card.scores,
    command: card.command,
  };
  writeFileSync(`${root}/models/${model.name}.card.json`, `${JSON.stringify(full, null, 2)}\n`);
  console.log(`models/${model.name}.bin: ${bytes.length} bytes`);
}
