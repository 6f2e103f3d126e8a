// The files that come with the package: models and lexicons, from the same place in a checkout and in an installation.
import { readFileSync } from 'node:fs';
import type { ReadBytes } from '../reading/resources.js';
import { ParleyError } from '../terms/errors.js';

/** The root of the package, two folders above this file both in src/ and in dist/. */
const ROOT = new URL('../../', import.meta.url);

/** Bytes of a file of the package; throws `model-damaged` where it is missing. */
export const readPackageFile: ReadBytes = (path) => {
  try {
    return readFileSync(new URL(path, ROOT));
  } catch (error) {
    throw new ParleyError('model-damaged', path, { cause: error });
  }
};
