// The commands of the program, in the order of its help. Each is defined in a file of its own.
import { addAdd } from './add.js';
import { addBackup, addCheck, addRestore } from './backup.js';
import type { AddCommand } from './command.js';
import { addExport } from './export.js';
import { addList } from './list.js';
import { addProcess } from './process.js';
import { addRead } from './read.js';
import { addSearch } from './search.js';
import { addServe } from './serve.js';
import { addShow } from './show.js';
import { addVersion } from './version.js';

export const COMMANDS: readonly AddCommand[] = [
  addServe,
  addRead,
  addAdd,
  addProcess,
  addList,
  addShow,
  addSearch,
  addExport,
  addBackup,
  addRestore,
  addCheck,
  addVersion,
];
