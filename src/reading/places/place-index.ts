// The gazetteer: towns and cities of GeoNames by the hash of their folded name, and the countries and regions of our own lexicon by the name itself.
import { z } from 'zod';
import { ParleyError } from '../../terms/errors.js';
import { foldName, hashOf } from './fold.js';

/** A place a name can stand for. */
export interface Place {
  readonly kind: 'country' | 'region' | 'town';
  /** ISO 3166-1 alpha-3, '' for what lies in several or none. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Decimal logarithm of its people, 0 where not known. */
  readonly size: number;
}

/** Words beside a place: before it with "of", after it, sides of it, prepositions, and parts of towns. */
export type PlaceWords = 'before' | 'after' | 'side' | 'locative' | 'part';

const list = z.array(z.string());
const shape = z.object({
  /** Names of countries and regions, folded: kind (0 country, 1 region), country, latitude, longitude. */
  known: z.array(z.tuple([z.string(), z.number(), z.string(), z.number(), z.number()])),
  adjectives: z.array(z.tuple([z.string(), z.string()])),
  countries: z.array(z.string()),
  words: z.object({ before: list, after: list, side: list, locative: list, part: list }),
  notAlone: z.array(z.string()),
});

/** Bytes of one town after the hashes: country, size in tenths, latitude and longitude in hundredths of a degree. */
const TOWN_BYTES = 6;
const MAGIC = 0x31434c50;

export class PlaceIndex {
  readonly words: Readonly<Record<PlaceWords, ReadonlySet<string>>>;
  readonly notAlone: ReadonlySet<string>;
  /** Folded adjectives and peoples ("syrian") to their country. */
  readonly adjectives: ReadonlyMap<string, string>;
  private readonly known = new Map<string, Place[]>();
  private readonly countries: readonly string[];
  private readonly hashes: Uint32Array;
  private readonly towns: DataView;

  /** @throws ParleyError `model-damaged` where the bytes are not a gazetteer. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 12 || view.getUint32(0, true) !== MAGIC) throw new ParleyError('model-damaged', 'data/compiled/places.bin');
    const count = view.getUint32(4, true);
    const length = view.getUint32(8, true);
    const from = 12 + length;
    if (bytes.byteLength !== from + count * (4 + TOWN_BYTES)) throw new ParleyError('model-damaged', 'data/compiled/places.bin');
    const file = shape.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(12, from))));
    for (const [key, kind, country, latitude, longitude] of file.known) {
      const list = this.known.get(key) ?? [];
      list.push({ kind: kind === 0 ? 'country' : 'region', country, latitude, longitude, size: kind === 0 ? 7 : 5.5 });
      this.known.set(key, list);
    }
    this.adjectives = new Map(file.adjectives);
    this.countries = file.countries;
    const { before, after, side, locative, part } = file.words;
    this.words = { before: new Set(before), after: new Set(after), side: new Set(side), locative: new Set(locative), part: new Set(part) };
    this.notAlone = new Set(file.notAlone);
    this.hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++) this.hashes[i] = view.getUint32(from + 4 * i, true);
    this.towns = new DataView(bytes.buffer, bytes.byteOffset + from + 4 * count, count * TOWN_BYTES);
  }

  /** Places of the lexicon with this folded name. */
  knownAs(key: string): readonly Place[] {
    return this.known.get(key) ?? [];
  }

  /** Towns whose folded name has this key's hash. */
  townsCalled(key: string): readonly Place[] {
    const hash = hashOf(key);
    let low = 0;
    let high = this.hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    const places: Place[] = [];
    for (let i = low; this.hashes[i] === hash; i++) {
      const at = i * TOWN_BYTES;
      places.push({
        kind: 'town',
        country: this.countries[this.towns.getUint8(at)] ?? '',
        size: this.towns.getUint8(at + 1) / 10,
        latitude: this.towns.getInt16(at + 2, true) / 100,
        longitude: this.towns.getInt16(at + 4, true) / 100,
      });
    }
    return places;
  }

  /** All a name can stand for, by its words. */
  called(name: string): readonly Place[] {
    const key = foldName(name);
    return [...this.knownAs(key), ...this.townsCalled(key)];
  }
}
export { MAGIC, TOWN_BYTES };
