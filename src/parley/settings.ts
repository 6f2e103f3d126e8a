// What the environment sets beside the home.
import { RELIEFWEB, type ReliefWebAccess } from '../report/reliefweb-access.js';

/** `PARLEY_RELIEFWEB_APPNAME` is the name that ReliefWeb has approved; `PARLEY_RELIEFWEB_API` another address of the same API. */
export const reliefWebAccess = (env: Readonly<Record<string, string | undefined>>): ReliefWebAccess => ({
  appname: env.PARLEY_RELIEFWEB_APPNAME,
  api: env.PARLEY_RELIEFWEB_API || RELIEFWEB,
});
