// The reader's resources as tests open them: from the files of the package, once.
import { readFileSync } from 'node:fs';
import { openResources } from '../../src/reading/resources.js';

/** Opens models and lexicons where the package has them. */
export const resources = openResources((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
