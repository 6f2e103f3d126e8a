// The version of Parley, from its own package file.
import { z } from 'zod';
import { readPackageFile } from '../jobs/package-files.js';

const packageSchema = z.object({ version: z.string() });

export const programVersion = (): string =>
  packageSchema.parse(JSON.parse(new TextDecoder().decode(readPackageFile('package.json')))).version;
