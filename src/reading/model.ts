// The one format of model files and the one door they are opened by: what does not match its name, features or checksum is refused.
//
// How a model is made and used:
//   train/   fills `WeightTable`s with floating weights, `quantise`s them to bytes, and writes them by train/model-file.ts
//   reading/ opens the file with `openModel(bytes, name, features)`, where `features` is the `featureMark` of its own feature code:
//            a model made by other feature code than the reader's is refused instead of read wrongly.
// A file is: "PLYM", format, length of the header, header (JSON), deflated cells. Cells are the bytes of all tables, zeros left out.
import { inflateSync } from 'fflate';
import { z } from 'zod';
import { ParleyError } from '../terms/errors.js';
import { crc32 } from './checksum.js';
import { type SparseTable, sparseTable } from './sparse.js';

export const MODEL_MAGIC = 0x4d594c50; // "PLYM"
export const MODEL_FORMAT = 1;

/** Weights over hashed features: one row a feature, one column a label; bytes that `scale` turns into weights. */
export interface ByteTable {
  readonly name: string;
  /** The table has 2 ** bits rows. */
  readonly bits: number;
  readonly columns: number;
  readonly scale: number;
  /** Cell of row r and column c: `values[r * columns + c]`. */
  readonly values: Int8Array;
}

export const modelHeaderSchema = z.object({
  name: z.string(),
  /** Raised by hand when a model's meaning changes. */
  version: z.number().int(),
  /** `featureMark` of the feature code it was trained with. */
  features: z.number().int(),
  /** Label sets by name, in the order of the columns. */
  labels: z.record(z.string(), z.array(z.string())),
  /** Single numbers a model needs besides its tables (thresholds, temperatures). */
  numbers: z.record(z.string(), z.number()),
  tables: z.array(
    z.object({
      name: z.string(),
      bits: z.number().int(),
      columns: z.number().int().positive(),
      scale: z.number(),
      cells: z.number().int(),
    }),
  ),
  /** CRC-32 of the deflated cells. */
  checksum: z.number().int(),
});
export type ModelHeader = z.infer<typeof modelHeaderSchema>;

export interface Model {
  readonly header: ModelHeader;
  /** A table with all its cells, made anew at each call. */
  table(name: string): ByteTable;
  /** A table without its zeros, made anew at each call; the whole table never stands in memory. */
  rows(name: string): SparseTable;
  labels(name: string): readonly string[];
  number(name: string): number;
}

/** A number that stands for feature code: the checksum of the features it makes of a fixed probe, so that a change of either shows. */
export function featureMark(ids: ArrayLike<number>): number {
  const bytes = new Uint8Array(ids.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < ids.length; i++) view.setInt32(i * 4, ids[i]!, true);
  return crc32(bytes);
}

/** A table as the file holds it: where its cells begin, and how many there are. */
interface Stored {
  readonly shape: Omit<ByteTable, 'values'>;
  readonly from: number;
  readonly count: number;
}

/** The first byte after `count` cells that begin at `from`. */
function pastCells(cells: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count; i++) {
    while (cells[at]! >= 0x80) at++;
    at += 2;
  }
  return at;
}

/** Reads a table's cells: for each that is not zero, the count of zeros before it (7 bits a byte, low ones first) and its byte. */
function eachCell(cells: Uint8Array, { from, count }: Stored, visit: (gap: number, weight: number) => void): void {
  let at = from;
  for (let i = 0; i < count; i++) {
    let byte = cells[at++]!;
    let gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = cells[at++]!;
      gap |= (byte & 0x7f) << shift;
    }
    visit(gap, (cells[at++]! << 24) >> 24);
  }
}

function denseOf(cells: Uint8Array, stored: Stored): ByteTable {
  const values = new Int8Array(2 ** stored.shape.bits * stored.shape.columns);
  let cell = -1;
  eachCell(cells, stored, (gap, weight) => {
    cell += gap + 1;
    values[cell] = weight;
  });
  return { ...stored.shape, values };
}

const sparseOf = (cells: Uint8Array, stored: Stored): SparseTable =>
  sparseTable(stored.shape, stored.count, (visit) => eachCell(cells, stored, visit));

/**
 * Opens a model file. Throws ParleyError 'model-damaged' where the magic, format, name, features or checksum is not what is expected.
 * `features` null leaves the features unchecked, for tools that only look.
 */
export function openModel(bytes: Uint8Array, name: string, features: number | null): Model {
  const damaged = (why: string): ParleyError => new ParleyError('model-damaged', `${name}: ${why}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MODEL_MAGIC) throw damaged('not a model file');
  if (view.getUint32(4, true) !== MODEL_FORMAT) throw damaged(`format ${view.getUint32(4, true)} instead of ${MODEL_FORMAT}`);
  const length = view.getUint32(8, true);
  if (12 + length > bytes.length) throw damaged('cut off');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length)));
  } catch {
    throw damaged('its header is no JSON');
  }
  const parsed = modelHeaderSchema.safeParse(json);
  if (!parsed.success) throw damaged('its header is incomplete');
  const header = parsed.data;
  if (header.name !== name) throw damaged(`it is the model ${header.name}`);
  if (features !== null && header.features !== features) throw damaged('made for other features than this reader has');
  const packed = bytes.subarray(12 + length);
  if (crc32(packed) !== header.checksum) throw damaged('its checksum is wrong');
  const cells = inflateSync(packed);
  let from = 0;
  const tables = new Map<string, Stored>();
  for (const { cells: count, ...shape } of header.tables) {
    tables.set(shape.name, { shape, from, count });
    from = pastCells(cells, from, count);
  }
  const find = <T>(kind: string, key: string, value: T | undefined): T => {
    if (value === undefined) throw damaged(`it has no ${kind} ${key}`);
    return value;
  };
  return {
    header,
    table: (key) => denseOf(cells, find('table', key, tables.get(key))),
    rows: (key) => sparseOf(cells, find('table', key, tables.get(key))),
    labels: (key) => find('labels', key, header.labels[key]),
    number: (key) => find('number', key, header.numbers[key]),
  };
}
