// What every request of the desk carries: for whom it is, the record as they may see it, and the token its forms must send back.
import type { Parley } from '../../parley.js';
import type { Earlier } from '../../terms/earlier.js';
import type { ReaderOf } from '../../terms/marks.js';

export interface DeskEnv {
  /** Of the server; a test that asks the app itself has none. */
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
  Variables: {
    /** The record, for the reader of this request. */
    parley: Parley;
    /** The earliest state that an answer to this request is of, where a newer one is being worked in; null: all are of now. */
    earlier: Earlier | null;
    /** Sent in every form, checked on every change by a form. */
    token: string;
    /** True where the caller proved to be the owner of the home (the key in its desk.json). */
    owner: boolean;
    /** True where a program asks, by the key of the owner or a token, which no browser sends by itself. */
    program: boolean;
    /** For whom the request is; null: nobody is signed in. */
    reader: ReaderOf | null;
    /** The address that asks. */
    address: string;
    /** True where the desk is reached by https, through a proxy. */
    https: boolean;
  };
}
