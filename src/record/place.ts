// Where a record lives: the folder of a home, or the address of a PostgreSQL database.
import { homeFolder, storeFile } from './home.js';
import { checkAddress, databaseAddress, isAddress, shownAddress } from './postgres/address.js';
import { postgresEngine } from './postgres/engine.js';
import { sqliteEngine } from './sqlite/engine.js';
import { type Clock, openDatabase, openStore, type Store, storeOver } from './store.js';

/** The absolute path of a folder, or an address that begins with `postgres://`. */
export type Place = string;

/** The home that was named, else the database of `PARLEY_DATABASE_URL`, else the home of this user. Throws `bad-database`. */
export const placeOf = (home?: string, env: Readonly<Record<string, string | undefined>> = process.env): Place =>
  home ? homeFolder(home, env) : (databaseAddress(env) ?? homeFolder(undefined, env));

export const isDatabase = (place: Place): boolean => isAddress(place);

/** As it may be shown: an address without its password. */
export const shownPlace = (place: Place): string => (isDatabase(place) ? shownAddress(place) : place);

/** Opens the store there, which is made where it is missing. Throws what `openStore` and `openDatabase` throw. */
export const openPlace = (place: Place, program: string, now?: Clock): Promise<Store> =>
  isDatabase(place) ? openDatabase(place, program, now) : openStore(place, program, now);

/** A store that is there, only to be read. */
export const readPlace = (place: Place): Store =>
  storeOver(isDatabase(place) ? postgresEngine(checkAddress(place)) : sqliteEngine(storeFile(place)));
