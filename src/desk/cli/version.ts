// `parley version`: which program this is and what it reads with.
import type { AddCommand } from './command.js';
import { define } from './command.js';
import { write } from './shell.js';

export const addVersion: AddCommand = (program, { shell }) => {
  define(program, {
    name: 'version',
    summary: 'print the versions of Parley, of its reader and of Node',
    examples: ['version', 'version --json'],
  })
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const [{ programVersion }, { openReader }] = await Promise.all([import('../../parley/version.js'), import('../../parley/read.js')]);
      const about = { parley: programVersion(), reader: openReader().version, node: process.versions.node };
      await write(
        shell.stdout,
        options.json ? `${JSON.stringify(about)}\n` : `parley ${about.parley}\nreader ${about.reader}\nnode ${about.node}\n`,
      );
    });
};
