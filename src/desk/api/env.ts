// What every request of the desk carries: the record as its reader may see it, and the token its forms must send back.
import type { Parley } from '../../parley.js';

export interface DeskEnv {
  Variables: {
    /** The record, for the reader of this request. */
    parley: Parley;
    /** Sent in every form, checked on every change by a form. */
    token: string;
    /** True where the caller proved to be the owner of the home (the key in its desk.json). */
    owner: boolean;
  };
}
